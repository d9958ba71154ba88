import { exponentOf, nLogN } from './growth';
import { summaryOf, type Summary } from './sample';

export type Unit = 'ms' | 'KB' | 'MB' | 'requests';

interface Measured {
  /** What it is about: rows with the same are printed together. */
  readonly about: string;
  readonly what: string;
  readonly unit: Unit;
}

/** Something measured beside a floor that nobody can beat, one after the other in the same windows. */
export interface Comparison extends Measured {
  readonly kind: 'comparison';
  readonly ours: Summary;
  readonly floor: Summary & { readonly what: string };
  /** Of the medians. */
  readonly ratio: number;
  /** The largest ratio that is good enough. */
  readonly goal: number | null;
}

/** Something measured at several sizes. */
export interface Growth extends Measured {
  readonly kind: 'growth';
  readonly sizes: readonly number[];
  readonly at: readonly Summary[];
  /** Of the size: 1 is linear. */
  readonly exponent: number;
  /** Of the last two sizes alone, where what any size costs hides nothing. */
  readonly lastExponent: number;
  /** The largest that may be n log n between the last two sizes. */
  readonly goal: number | null;
}

export type Row = Comparison | Growth;

export function comparison(
  measured: Measured,
  ours: readonly number[],
  floor: { readonly what: string; readonly values: readonly number[] },
  goal: number | null = null,
): Comparison {
  const [own, its] = [summaryOf(ours), summaryOf(floor.values)];
  const ratio = own.median / its.median;
  return { ...measured, kind: 'comparison', ours: own, floor: { what: floor.what, ...its }, ratio, goal };
}

export function growth(measured: Measured, at: ReadonlyMap<number, readonly number[]>): Growth {
  const sizes = [...at.keys()];
  const summaries = [...at.values()].map(summaryOf);
  const points = sizes.map((size, index) => [size, summaries[index]?.median ?? Number.NaN] as const);
  const grown = points.filter(([size]) => size > 0);
  return {
    ...measured,
    kind: 'growth',
    sizes,
    at: summaries,
    exponent: exponentOf(grown),
    lastExponent: exponentOf(grown.slice(-2)),
    goal: nLogN(sizes.slice(-2)),
  };
}

export function isReached(row: Row): boolean | null {
  if (row.goal === null) return null;
  return (row.kind === 'comparison' ? row.ratio : Math.max(row.exponent, row.lastExponent)) <= row.goal;
}
