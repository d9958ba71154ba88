import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_AB_TEST_RULES } from '../../../src/analytics/rules';
import type { Proportion } from '../../../src/analytics/statistics/proportion';
import { noPlan, planOf, sizePerVariant } from '../../../src/analytics/testPlan';
import reference from '../reference.json';

const arm = (events: number, trials: number): Proportion => ({ events, trials });

const arms: fc.Arbitrary<Proportion[]> = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 1_000_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([trials, share]) => arm(Math.floor(trials * share), trials)),
  { minLength: 2, maxLength: 6 },
);
const lift = fc.double({ min: 1.05, max: 20, noNaN: true });

describe('The plan of a test', () => {
  it('is for half as much again unless a setting says otherwise', () => {
    assert.equal(DEFAULT_AB_TEST_RULES.minimumLift, 1.5);
  });

  for (const { p1, p2, alpha, power, nPerArm } of reference.sampleSize) {
    if (alpha !== 0.05 || power !== 0.8) continue;
    it(`takes ${nPerArm} per variant to tell ${p2} from ${p1} (reference.json)`, () => {
      assert.equal(sizePerVariant(p1, p2 / p1), nPerArm);
    });
  }

  it('starts from the rate of all variants together', () => {
    const { baseRate, perVariant, lift: factor } = planOf([arm(10, 1000), arm(30, 1000)], 1.5);
    assert.equal(baseRate, 0.02);
    assert.equal(factor, 1.5);
    assert.equal(perVariant, 3826);
  });

  it('weighs variants by their mails, not one as much as the other', () => {
    assert.equal(planOf([arm(0, 500), arm(30, 1000)], 1.5).baseRate, 0.02);
  });

  const missing: [string, Proportion[], number][] = [
    ['nothing', [arm(77, 3826), arm(77, 3874)], 0],
    ['nothing, when both variants have more', [arm(100, 5000), arm(100, 5000)], 0],
    ['a single mail', [arm(77, 3825), arm(77, 3875)], 1],
    ['what the smallest variant lacks, however many the other has', [arm(20, 1000), arm(200, 10_000)], 2826],
    ['all of it for a variant that has nothing', [arm(0, 0), arm(20, 1000)], 3826],
  ];
  for (const [what, variants, mails] of missing) {
    it(`misses ${what}`, () => {
      const plan = planOf(variants, 1.5);
      assert.equal(plan.perVariant, 3826);
      assert.equal(plan.missing, mails);
    });
  }

  it('cannot be made before anything has happened', () => {
    for (const variants of [
      [arm(0, 0), arm(0, 0)],
      [arm(0, 1000), arm(0, 1000)],
    ]) {
      const { perVariant, missing: mails } = planOf(variants, 1.5);
      assert.deepEqual([perVariant, mails], [null, null]);
    }
    assert.deepEqual(noPlan(1.5), { baseRate: null, lift: 1.5, perVariant: null, missing: null });
  });

  it('is for a fall where the rate is too high to grow by so much', () => {
    const size = sizePerVariant(0.8, 1.5);
    assert.ok(size !== null && Number.isInteger(size) && size > 0);
    assert.equal(size, sizePerVariant(0.8 / 1.5, 1.5), 'to tell 80 % from 53 % is the same either way');
  });

  it('takes fewer mails for a larger lift', () => {
    const sizes = [1.1, 1.2, 1.5, 2, 3, 5].map((factor) => sizePerVariant(0.03, factor) ?? NaN);
    assert.deepEqual(
      sizes,
      [...sizes].sort((a, b) => b - a),
    );
    assert.equal(new Set(sizes).size, sizes.length);
  });

  it('is whole, finite and the same in any order, for any counts', () => {
    fc.assert(
      fc.property(arms, lift, (variants, factor) => {
        const plan = planOf(variants, factor);
        const { perVariant, missing: mails, baseRate } = plan;
        if (baseRate !== null) assert.ok(baseRate >= 0 && baseRate <= 1);
        if (perVariant === null) assert.equal(mails, null);
        else {
          assert.ok(Number.isSafeInteger(perVariant) && perVariant > 0);
          assert.equal(mails, Math.max(0, perVariant - Math.min(...variants.map(({ trials }) => trials))));
        }
        assert.deepEqual(planOf([...variants].reverse(), factor), plan);
      }),
    );
  });
});
