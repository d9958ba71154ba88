import assert from 'node:assert/strict';
import fc from 'fast-check';
import { holmAdjusted } from '../../../../src/analytics/statistics/holm';
import { assertAllClose } from './close';
import reference from './reference.json';

const { holmVectors, multiArm, tolerances } = reference;
const pValues = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 0.5, 1)), {
  maxLength: 30,
});

describe("Holm's adjustment", () => {
  for (const { p, holm } of holmVectors) {
    it(`of [${p.join(', ')}] meets the reference`, () => assertAllClose(holmAdjusted(p), holm, tolerances.closedForm));
  }

  for (const row of multiArm) {
    it(`of ${row.id} meets the reference, over all pairs and over those with the control`, () => {
      assertAllClose(holmAdjusted(row.pRaw), row.pHolmAllPairs, tolerances.closedForm);
      assertAllClose(holmAdjusted(row.fisherRaw), row.fisherHolmAllPairs, tolerances.fisher);
      assertAllClose(holmAdjusted(row.pRawVsControl), row.pHolmVsControl, tolerances.closedForm);
    });
  }

  it('never makes a p smaller, keeps their order, and stays within 1', () => {
    fc.assert(
      fc.property(pValues, (ps) => {
        const adjusted = holmAdjusted(ps);
        assert.equal(adjusted.length, ps.length);
        for (const [i, p] of ps.entries()) {
          const own = adjusted[i] ?? NaN;
          assert.ok(own >= p && own <= 1);
          for (const [j, other] of ps.entries()) if (p <= other) assert.ok(own <= (adjusted[j] ?? NaN));
        }
      }),
    );
  });

  it('does not depend on the order given', () => {
    const shuffled = pValues.chain((ps) =>
      fc.tuple(fc.constant(ps), fc.shuffledSubarray([...ps.keys()], { minLength: ps.length })),
    );
    fc.assert(
      fc.property(shuffled, ([ps, order]) => {
        const adjusted = holmAdjusted(ps);
        assert.deepEqual(
          holmAdjusted(order.map((index) => ps[index] ?? NaN)),
          order.map((index) => adjusted[index]),
        );
      }),
    );
  });
});
