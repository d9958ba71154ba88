import fc from 'fast-check';
import type { Proportion } from '../../../../src/analytics/statistics/proportion';

/** A row of the reference table as the code takes it. */
export const proportionOf = ({ x, n }: { x: number; n: number }): Proportion => ({ events: x, trials: n });

/** Any counts up to `most` trials, among them no trials, none of them an event, all of them, and small counts often. */
export const proportionUpTo = (most: number): fc.Arbitrary<Proportion> =>
  fc.oneof(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: Math.min(most, 300) })).chain((trials) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: trials }).map((events) => ({ events, trials })) },
      {
        weight: 2,
        arbitrary: fc.integer({ min: 0, max: Math.min(trials, 20) }).map((events) => ({ events, trials })),
      },
      { weight: 1, arbitrary: fc.constantFrom(0, trials).map((events) => ({ events, trials })) },
    ),
  );

/** The most that any count can be. */
export const MOST = 1_000_000_000;

/** Any counts at all. */
export const anyProportion = proportionUpTo(MOST);
