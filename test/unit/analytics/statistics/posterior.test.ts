import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bestOf } from '../../../../src/analytics/statistics/posterior';
import type { Proportion } from '../../../../src/analytics/statistics/proportion';
import { assertAllClose, assertClose } from './close';
import { anyProportion, MOST, proportionOf } from './proportions';
import reference from './reference.json';

const { twoArm, multiArm, large, tolerances } = reference;
const PROBABILITY = tolerances.pBgtA;
const LOSS = tolerances.expectedLoss;

const arms = fc.array(anyProportion, { minLength: 2, maxLength: 6 });
const meanOf = ({ events, trials }: Proportion) => (events + 1) / (trials + 2);

describe('The best of several arms', () => {
  for (const { id, a, b, pBgtA, expectedLossChooseA, expectedLossChooseB } of twoArm) {
    it(`of ${id} meets the reference`, () => {
      const { probabilities, expectedLosses } = bestOf([proportionOf(a), proportionOf(b)]);
      assertAllClose(probabilities, [1 - pBgtA, pBgtA], PROBABILITY);
      assertAllClose(expectedLosses, [expectedLossChooseA, expectedLossChooseB], LOSS);
    });
  }

  for (const row of [...multiArm, ...large.posterior]) {
    it(`of ${row.arms.map(({ x, n }) => `${x}/${n}`).join(', ')} meets the reference`, () => {
      const { probabilities, expectedLosses } = bestOf(row.arms.map(proportionOf));
      assertAllClose(probabilities, row.probBest, PROBABILITY);
      assertAllClose(expectedLosses, row.expectedLoss, LOSS);
    });
  }

  it('meets the closed form where nothing happened on either side, however uneven the sides', () => {
    const trials = fc.integer({ min: 0, max: MOST });
    fc.assert(
      fc.property(trials, trials, (m, n) => {
        const { probabilities } = bestOf([
          { events: 0, trials: m },
          { events: 0, trials: n },
        ]);
        assertAllClose(probabilities, [(n + 1) / (m + n + 2), (m + 1) / (m + n + 2)], PROBABILITY);
      }),
    );
  });

  it('meets the closed form against an arm of which nothing is known', () => {
    fc.assert(
      fc.property(anyProportion, (arm) => {
        const { probabilities } = bestOf([arm, { events: 0, trials: 0 }]);
        assertAllClose(probabilities, [meanOf(arm), 1 - meanOf(arm)], PROBABILITY);
      }),
      { numRuns: 300 },
    );
  });

  it('is one of them: probabilities and losses lie between 0 and 1, and the probabilities sum to 1, for any counts', () => {
    fc.assert(
      fc.property(arms, (arms) => {
        const { probabilities, expectedLosses } = bestOf(arms);
        for (const share of [...probabilities, ...expectedLosses]) assert.ok(share >= 0 && share <= 1, String(share));
        assertClose(
          probabilities.reduce((sum, probability) => sum + probability, 0),
          1,
          1e-12,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('costs more to miss by just what the expected rates are apart', () => {
    fc.assert(
      fc.property(arms, (arms) => {
        const { expectedLosses } = bestOf(arms);
        const highest = expectedLosses.map((loss, index) => loss + meanOf(arms[index] ?? { events: NaN, trials: NaN }));
        for (const each of highest) assertClose(each, highest[0], LOSS);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order given', () => {
    const shuffled = arms.chain((arms) =>
      fc.tuple(fc.constant(arms), fc.shuffledSubarray([...arms.keys()], { minLength: arms.length })),
    );
    fc.assert(
      fc.property(shuffled, ([arms, order]) => {
        const before = bestOf(arms);
        const after = bestOf(order.flatMap((index) => arms[index] ?? []));
        assertAllClose(
          after.probabilities,
          order.map((index) => before.probabilities[index] ?? NaN),
          1e-12,
        );
        assertAllClose(
          after.expectedLosses,
          order.map((index) => before.expectedLosses[index] ?? NaN),
          1e-12,
        );
      }),
    );
  });

  for (const count of [2, 4, 26]) {
    it(`is each of ${count} alike as often`, () => {
      for (const arm of [
        { events: 0, trials: 0 },
        { events: 0, trials: MOST },
        { events: MOST, trials: MOST },
        { events: 30, trials: 1000 },
      ]) {
        const { probabilities, expectedLosses } = bestOf(Array.from({ length: count }, () => arm));
        for (const probability of probabilities) assertClose(probability, 1 / count, 1e-12);
        for (const loss of expectedLosses) assert.ok(loss > 0 && loss < 1);
      }
    });
  }
});
