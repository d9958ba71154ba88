import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anytimeP } from '../../../../src/analytics/statistics/anytime';
import { normalUpperTail } from '../../../../src/analytics/statistics/normal';
import { assertClose } from './close';

const p = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: -300, max: 0, noNaN: true }).map((exponent) => 10 ** exponent),
);
const fraction = fc.double({ min: 1, max: 1e9, noNaN: true });

describe('The p that stays valid however often one looks', () => {
  it('at the planned size is 2 (1 - Φ(z) + z φ(z))', () => {
    const z = 1.959963984540054;
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    assertClose(anytimeP(0.05, 1), 0.05 + 2 * z * density, 1e-12);
  });

  it('crosses 5 % at the boundary of Robbins, at any size', () => {
    // 2 (1 - Φ(a) + a φ(a)) is 0.05 at this a: |z| must pass √(a² + ln t).
    const a = 2.795483482915107;
    for (const t of [1, 1.5, 4, 100]) {
      const atBoundary = 2 * normalUpperTail(Math.sqrt(a * a + Math.log(t)));
      assertClose(anytimeP(atBoundary, t), 0.05, 1e-12);
    }
  });

  it('is 1 before the planned size, and 0 where p is', () => {
    assert.equal(anytimeP(0.000_01, 0.999), 1);
    assert.equal(anytimeP(0, 3), 0);
  });

  it('is never below the p of one look, and at most 1', () => {
    fc.assert(
      fc.property(p, fraction, (p, fraction) => {
        const valid = anytimeP(p, fraction);
        assert.ok(valid >= p && valid <= 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('rises with p and with the size', () => {
    fc.assert(
      fc.property(p, p, fraction, fraction, (p, otherP, t, otherT) => {
        const [least, most] = [Math.min(p, otherP), Math.max(p, otherP)];
        const [early, late] = [Math.min(t, otherT), Math.max(t, otherT)];
        assert.ok(anytimeP(least, early) <= anytimeP(most, early) * (1 + 1e-12));
        assert.ok(anytimeP(p, early) <= anytimeP(p, late) * (1 + 1e-12));
      }),
      { numRuns: 1000 },
    );
  });
});
