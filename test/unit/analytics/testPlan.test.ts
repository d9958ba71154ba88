import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_AB_TEST_RULES } from '../../../src/analytics/rules';
import type { Proportion } from '../../../src/analytics/statistics/proportion';
import { noPlan, planOf, type PlannedSize } from '../../../src/analytics/testPlan';
import reference from './statistics/reference.json';

/** The sizes of the references at 80 % power and 5 %. */
const REFERENCES = reference.sampleSize.filter(({ power, alpha }) => power === 0.8 && alpha === 0.05);

const arm = (events: number, trials: number): Proportion => ({ events, trials });

/** What two variants need that together have the base rate. */
const sizeFor = (base: number, lift: number): number | null =>
  planOf([arm(base * 1000, 1000), arm(base * 1000, 1000)], lift).perVariant;

const arms: fc.Arbitrary<Proportion[]> = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 1_000_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([trials, share]) => arm(Math.floor(trials * share), trials)),
  { minLength: 2, maxLength: 6 },
);
const lift = fc.double({ min: 1.05, max: 20, noNaN: true });

const written = (perVariant: number): PlannedSize => ({
  ...{ subsequence: null, step: 1, metric: 'clicked', perVariant },
  file: 'opening.sendkit-test.json',
});

describe('The plan of a test that was written down', () => {
  it('is that size, whatever the rate would ask for, and says where it stands', () => {
    const plan = planOf([arm(20, 1000), arm(30, 1500)], 1.5, written(1900));
    assert.deepEqual(plan, {
      ...{ baseRate: 0.02, lift: 1.5, perVariant: 1900, missing: 900 },
      file: 'opening.sendkit-test.json',
    });
  });

  it('is there before anything was sent, and where nothing has happened', () => {
    for (const trials of [0, 1000]) {
      const { perVariant, missing, baseRate } = planOf([arm(0, trials), arm(0, trials)], 1.5, written(1900));
      assert.deepEqual([perVariant, missing, baseRate], [1900, 1900 - trials, trials === 0 ? null : 0]);
    }
  });

  it('is reached by the smallest variant', () => {
    fc.assert(
      fc.property(arms, lift, fc.integer({ min: 1, max: 2_000_000_000 }), (variants, factor, size) => {
        const { perVariant, missing } = planOf(variants, factor, written(size));
        const smallest = Math.min(...variants.map(({ trials }) => trials));
        assert.deepEqual([perVariant, missing], [size, Math.max(0, size - smallest)]);
      }),
    );
  });
});

describe('The plan of a test', () => {
  it('is for half as much again unless a setting says otherwise', () => {
    assert.equal(DEFAULT_AB_TEST_RULES.minimumLift, 1.5);
  });

  for (const { p1, p2, nPerArm } of REFERENCES) {
    it(`takes ${nPerArm} mails per variant to tell ${p2} from ${p1}`, () => {
      assert.equal(sizeFor(p1, p2 / p1), nPerArm);
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
    // To tell 80 % from 40 %, which the formula of the references puts at 22.33 mails.
    assert.equal(sizeFor(0.8, 2), 23);
  });

  it('takes fewer mails for a larger lift, and for a larger rate', () => {
    const sizes = [1.1, 1.2, 1.5, 2, 3, 5].map((factor) => sizeFor(0.03, factor) ?? 0);
    assert.deepEqual(
      sizes,
      [...new Set(sizes)].sort((a, b) => b - a),
    );
    const byRate = [0.001, 0.01, 0.05, 0.2, 0.5].map((base) => sizeFor(base, 1.5) ?? 0);
    assert.deepEqual(
      byRate,
      [...new Set(byRate)].sort((a, b) => b - a),
    );
  });

  it('takes no fewer mails per variant when more variants share the 5 %', () => {
    const sizes = [2, 3, 4, 10].map(
      (count) => planOf(Array<Proportion>(count).fill(arm(20, 1000)), 1.5).perVariant ?? 0,
    );
    assert.equal(sizes[0], 3826);
    assert.deepEqual(
      sizes,
      [...sizes].sort((a, b) => a - b),
    );
  });

  it('is whole, finite and the same in any order, for any counts', () => {
    fc.assert(
      fc.property(arms, lift, (variants, factor) => {
        const plan = planOf(variants, factor);
        const { perVariant, missing: mails, baseRate } = plan;
        if (baseRate !== null) assert.ok(baseRate >= 0 && baseRate <= 1, `${baseRate}`);
        if (perVariant === null) assert.equal(mails, null);
        else {
          assert.ok(Number.isSafeInteger(perVariant) && perVariant > 0, `${perVariant}`);
          assert.equal(mails, Math.max(0, perVariant - Math.min(...variants.map(({ trials }) => trials))));
        }
        assert.deepEqual(planOf([...variants].reverse(), factor), plan);
      }),
    );
  });
});
