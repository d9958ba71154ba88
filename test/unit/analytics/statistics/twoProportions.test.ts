import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  differenceTest,
  fisherExact,
  pooledZ,
  smallestExpectedCell,
} from '../../../../src/analytics/statistics/twoProportions';
import { assertClose, assertCloseInDigits } from './close';
import { anyProportion, MOST, proportionOf, proportionUpTo } from './proportions';
import reference from './reference.json';

// The table of the reference also has Clopper-Pearson and Jeffreys intervals, Yates' correction and one-sided tests, and
// simulations of peeking: the product uses none of them, so they were not copied here.
const { twoArm, multiArm, large, tolerances } = reference;

describe('Two proportions', () => {
  for (const row of twoArm) {
    const a = proportionOf(row.a);
    const b = proportionOf(row.b);

    it(`${row.id}: pooled z and its p meet the reference`, () => {
      const test = pooledZ(a, b);
      if (row.z === null) {
        assert.equal(test, null);
        return;
      }
      assertClose(test?.z, row.z, tolerances.closedForm);
      assertClose(test?.p, row.pTwoSided, tolerances.closedForm);
      assertClose((test?.z ?? NaN) ** 2, row.chi2, tolerances.closedForm);
    });

    it(`${row.id}: Fisher's exact p and the smallest expected cell meet the reference`, () => {
      assertClose(fisherExact(a, b), row.fisherTwoSided, tolerances.fisher);
      assertClose(smallestExpectedCell(a, b), row.minExpectedCell, tolerances.closedForm);
    });

    it(`${row.id}: the method is chosen by the smallest expected cell`, () => {
      const enough = row.minExpectedCell >= 5;
      const { p, method } = differenceTest(a, b);
      assert.equal(method, enough ? 'z' : 'fisher');
      assertClose(p, enough ? (row.pTwoSided ?? NaN) : row.fisherTwoSided, tolerances.fisher);
    });
  }

  for (const { id, arms, z, pRaw, fisherRaw } of multiArm) {
    it(`${id}: every pair meets the reference`, () => {
      const [a, b, c] = arms.map(proportionOf);
      assert.ok(a && b && c);
      const pairs = [
        [a, b],
        [a, c],
        [b, c],
      ] as const;
      for (const [index, [one, other]] of pairs.entries()) {
        assertClose(pooledZ(one, other)?.z, z[index], tolerances.closedForm);
        assertClose(pooledZ(one, other)?.p, pRaw[index], tolerances.closedForm);
        assertClose(fisherExact(one, other), fisherRaw[index], tolerances.fisher);
      }
    });
  }

  for (const { a, b, v } of large.fisher) {
    it(`Fisher's exact p of ${a.x}/${a.n} and ${b.x}/${b.n} meets the exact sum in its digits`, () =>
      assertCloseInDigits(fisherExact(proportionOf(a), proportionOf(b)), v, tolerances.fisher));
  }
});

describe('The test of a difference', () => {
  it('is by z from an expected cell of 5 on', () => {
    const some = { events: 4, trials: 100 };
    assert.equal(differenceTest(some, { events: 6, trials: 100 }).method, 'z');
    assert.equal(differenceTest(some, { events: 5, trials: 100 }).method, 'fisher');
  });

  it('has nothing to say where nothing happened, everything did, or a side is empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST }), fc.integer({ min: 0, max: MOST }), anyProportion, (m, n, any) => {
        const none = [
          { events: 0, trials: m },
          { events: 0, trials: n },
        ] as const;
        const all = [
          { events: m, trials: m },
          { events: n, trials: n },
        ] as const;
        const empty = [{ events: 0, trials: 0 }, any] as const;
        for (const [a, b] of [none, all, empty]) {
          assert.equal(pooledZ(a, b), null);
          assert.equal(smallestExpectedCell(a, b), 0);
          assert.deepEqual(differenceTest(a, b), { p: 1, method: 'fisher' });
        }
      }),
    );
  });

  it('gives a p between 0 and 1 for any counts, the same when the sides are swapped', () => {
    fc.assert(
      fc.property(anyProportion, anyProportion, (a, b) => {
        const { p, method } = differenceTest(a, b);
        assert.ok(p >= 0 && p <= 1);
        const swapped = differenceTest(b, a);
        assert.equal(swapped.method, method);
        assertClose(swapped.p, p, 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a z whose sign turns when the sides are swapped', () => {
    fc.assert(
      fc.property(anyProportion, anyProportion, (a, b) => {
        const z = pooledZ(a, b)?.z ?? 0;
        assert.ok(Number.isFinite(z));
        assertClose(pooledZ(b, a)?.z ?? 0, -z, 1e-9 * Math.max(1, Math.abs(z)));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same p when failures are counted instead of events', () => {
    const failuresOf = ({ events, trials }: { events: number; trials: number }) => ({
      events: trials - events,
      trials,
    });
    fc.assert(
      fc.property(proportionUpTo(10_000), proportionUpTo(10_000), (a, b) => {
        assertClose(fisherExact(failuresOf(a), failuresOf(b)), fisherExact(a, b), 1e-9);
        assertClose(differenceTest(failuresOf(a), failuresOf(b)).p, differenceTest(a, b).p, 1e-9);
      }),
    );
  });

  it("gives a p between 0 and 1 by Fisher's test too, however large the margins", () => {
    fc.assert(
      fc.property(anyProportion, anyProportion, (a, b) => {
        const p = fisherExact(a, b);
        assert.ok(p >= 0 && p <= 1);
      }),
      { numRuns: 30 },
    );
  });
});
