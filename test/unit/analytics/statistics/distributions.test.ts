import assert from 'node:assert/strict';
import fc from 'fast-check';
import { betaCdf, betaPdf } from './beta';
import { chiSquareUpperTail } from '../../../../src/analytics/statistics/chiSquare';
import { normalCdf, normalQuantile, normalUpperTail } from '../../../../src/analytics/statistics/normal';
import { stirlingRemainder } from './stirling';
import { assertClose, assertCloseInDigits } from './close';
import { MOST } from './proportions';
import reference from './reference.json';

const { primitives, large, tolerances } = reference;
const CLOSED_FORM = tolerances.closedForm;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const shape = fc.oneof(fc.integer({ min: 1, max: MOST + 1 }), fc.integer({ min: 1, max: 50 }));

describe('The normal distribution', () => {
  for (const { x, v } of primitives.normalCdf) {
    it(`is below ${x} as often as the reference says`, () => assertClose(normalCdf(x), v, CLOSED_FORM));
  }

  for (const { x, v } of [...primitives.normalSf, ...large.normalSf]) {
    it(`is above ${x} as often as the reference says, in all but the last three digits`, () =>
      assertCloseInDigits(normalUpperTail(x), v, 1e-12));
  }

  for (const { p, v } of primitives.normalQuantile) {
    it(`has its quantile of ${p} where the reference says`, () => assertClose(normalQuantile(p), v, CLOSED_FORM));
  }

  it('has quantiles that lead back to their probability, however small', () => {
    fc.assert(
      fc.property(fc.double({ min: -300, max: Math.log10(0.5), noNaN: true }), (exponent) => {
        const p = 10 ** exponent;
        assertCloseInDigits(normalUpperTail(-normalQuantile(p)), p, 1e-12);
      }),
    );
  });

  it('ends at infinity', () => {
    assert.equal(normalQuantile(0), -Infinity);
    assert.equal(normalQuantile(1), Infinity);
    assert.equal(normalUpperTail(Infinity), 0);
    assert.equal(normalUpperTail(-Infinity), 1);
  });

  it('falls from 1 to 0 and mirrors, wherever one looks', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), share, (z, further) => {
        const tail = normalUpperTail(z);
        assert.ok(tail >= 0 && tail <= 1);
        assert.ok(normalUpperTail(z + further) <= tail + 1e-15);
        assertClose(normalCdf(z), 1 - tail, 1e-15);
      }),
    );
  });
});

describe('The chi-square distribution', () => {
  for (const { x, df, v } of [...primitives.chi2Sf, ...large.chi2Sf]) {
    it(`is above ${x} with ${df} degrees of freedom as often as the reference says`, () =>
      assertClose(chiSquareUpperTail(x, df), v, CLOSED_FORM));
  }

  for (const { id, chi2, chi2P } of reference.twoArm) {
    if (chi2 === null) continue;
    it(`gives the p of ${id}`, () => assertClose(chiSquareUpperTail(chi2, 1), chi2P, CLOSED_FORM));
  }

  for (const { id, omnibusChi2, omnibusDf, omnibusP } of reference.multiArm) {
    it(`gives the p of ${id}, all arms at once`, () =>
      assertClose(chiSquareUpperTail(omnibusChi2, omnibusDf), omnibusP, CLOSED_FORM));
  }

  it('falls from 1 towards 0, for as many degrees of freedom as there may be', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e10, noNaN: true }),
        share,
        fc.integer({ min: 1, max: 25 }),
        (x, further, df) => {
          const tail = chiSquareUpperTail(x, df);
          assert.ok(tail >= 0 && tail <= 1);
          assert.ok(chiSquareUpperTail(x + further, df) <= tail + 1e-15);
        },
      ),
    );
    assert.equal(chiSquareUpperTail(0, 1), 1);
    assert.equal(chiSquareUpperTail(0, 2), 1);
  });
});

describe('The beta distribution', () => {
  for (const { x, a, b, v } of [...primitives.betaCdf, ...large.betaCdf]) {
    it(`(${a}, ${b}) is below ${x} as often as the reference says`, () =>
      assertClose(betaCdf(x, a, b), v, CLOSED_FORM));
  }

  for (const { p, a, b, v } of primitives.betaQuantile) {
    it(`(${a}, ${b}) is below its quantile of ${p} that often`, () =>
      assertClose(betaCdf(v, a, b), p, tolerances.betaQuantile));
  }

  for (const { x, a, b, v } of large.betaPdf) {
    it(`(${a}, ${b}) is as dense at ${x} as the reference says`, () => assertCloseInDigits(betaPdf(x, a, b), v, 1e-9));
  }

  it('rises from 0 to 1 and mirrors, for parameters up to a thousand million', () => {
    fc.assert(
      fc.property(shape, shape, fc.double({ min: -10, max: 10, noNaN: true }), share, (a, b, off, further) => {
        const mean = a / (a + b);
        const deviation = Math.sqrt((mean * (1 - mean)) / (a + b + 1));
        const x = Math.min(1, Math.max(0, mean + off * deviation));
        const below = betaCdf(x, a, b);
        assert.ok(below >= 0 && below <= 1 && betaPdf(x, a, b) >= 0);
        assert.ok(betaCdf(Math.min(1, x + further * deviation), a, b) >= below - 1e-12);
        // 1 - x has lost digits that matter where the density is a thousand-millionth wide.
        assertClose(betaCdf(1 - x, b, a), 1 - below, 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it('is itself at both ends', () => {
    assert.deepEqual([betaCdf(0, 3, 4), betaCdf(1, 3, 4)], [0, 1]);
    assert.deepEqual([betaPdf(0, 1, 4), betaPdf(0, 2, 4), betaPdf(1, 4, 1), betaPdf(1, 4, 2)], [4, 0, 4, 0]);
  });
});

describe("What Stirling's formula leaves of the gamma function", () => {
  for (const { x, v } of primitives.lnGamma) {
    it(`completes it at ${x}`, () => {
      const formula = (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2;
      assertClose(formula + stirlingRemainder(x), v, CLOSED_FORM);
    });
  }
});
