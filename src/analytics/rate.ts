import type { Count } from '../sendkit/schemas';
import { wilsonInterval, type Interval } from './wilson';

/** What a rate is a share of. */
export type RateBase = 'sent' | 'delivered' | 'opened' | 'leads';

/** A share with its fraction. `value` is a fraction, `null` where there is nothing to divide, above 1 where the answer contradicts itself. */
export interface Rate {
  readonly numerator: Count;
  readonly denominator: Count;
  readonly base: RateBase;
  readonly value: number | null;
  /** Wilson, 95 %. */
  readonly interval: Interval | null;
}

/** `numerator / denominator`, unknown when either is unknown and without value when the denominator is 0. */
export function rate(numerator: Count, denominator: Count, base: RateBase): Rate {
  if (numerator === null || denominator === null || denominator === 0) {
    return { numerator, denominator, base, value: null, interval: null };
  }
  return {
    numerator,
    denominator,
    base,
    value: numerator / denominator,
    interval: wilsonInterval(numerator, denominator),
  };
}

/** The sum, unknown as soon as one part is. */
export function sum(parts: readonly Count[]): Count {
  return parts.reduce<Count>((total, part) => (total === null || part === null ? null : total + part), 0);
}

/** `from - part`, unknown when either is unknown or the part is the larger. */
export function difference(from: Count, part: Count): Count {
  return from === null || part === null || part > from ? null : from - part;
}
