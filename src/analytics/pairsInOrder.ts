import type { ABTest } from './abTest';
import type { VariantPair } from './variantPairs';

/** As many pairs as are read at once: those of four variants. */
const MOST_PAIRS = 6;

/** The pairs that a verdict rests on, and the others where there are many. */
export function pairsInOrder({ leader, pairs, variants }: Pick<ABTest, 'leader' | 'pairs' | 'variants'>): {
  readonly first: readonly VariantPair[];
  readonly rest: readonly VariantPair[];
} {
  const isFirst = ({ a, b }: VariantPair, index: number): boolean =>
    leader === undefined ? index < variants.length - 1 : a === leader || b === leader;
  const first = pairs.filter(isFirst);
  const rest = pairs.filter((pair) => !first.includes(pair));
  return pairs.length <= MOST_PAIRS ? { first: [...first, ...rest], rest: [] } : { first, rest };
}
