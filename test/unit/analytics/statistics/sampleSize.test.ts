import assert from 'node:assert/strict';
import fc from 'fast-check';
import { detectableLift, powerOf, sampleSizePerArm } from '../../../../src/analytics/statistics/sampleSize';
import { assertClose } from './close';
import reference from './reference.json';

const { closedForm } = reference.tolerances;
const share = fc.double({ min: 1e-6, max: 0.95, noNaN: true });
const liftUp = fc.double({ min: 1.01, max: 10, noNaN: true });

describe('The size of a test', () => {
  for (const { p1, p2, alpha, power, nPerArm } of reference.sampleSize) {
    it(`for ${p1} against ${p2} with power ${power} is ${nPerArm}`, () => {
      assert.equal(sampleSizePerArm({ base: p1, lift: p2 / p1, alpha, power }), nPerArm);
      if (power === 0.8 && alpha === 0.05) assert.equal(sampleSizePerArm({ base: p1, lift: p2 / p1 }), nPerArm);
    });
  }

  for (const { p1, p2, n, alpha, power } of reference.power) {
    it(`${n} for ${p1} against ${p2} has the power of the reference`, () =>
      assertClose(powerOf({ base: p1, lift: p2 / p1, trialsPerArm: n, alpha }), power, closedForm));
  }

  for (const { p1, n, alpha, power, mdeAbs, mdeRel } of reference.mde) {
    it(`${n} shows the lift over ${p1} of the reference`, () => {
      const lift = detectableLift({ base: p1, trialsPerArm: n, alpha, power });
      assertClose(lift, 1 + mdeRel, closedForm);
      assertClose((lift ?? NaN) * p1 - p1, mdeAbs, closedForm);
    });
  }

  it('does not exist where there is nothing to find, or no such rate', () => {
    for (const [base, lift] of [
      [0, 2],
      [0.1, 1],
      [0.5, 2],
      [0.7, 1.5],
      [1, 0.5],
      [0.1, 0],
    ] as const) {
      assert.equal(sampleSizePerArm({ base, lift }), null);
      assert.equal(powerOf({ base, lift: lift === 1 ? 20 : lift, trialsPerArm: 100 }), 0);
    }
    for (const base of [0, 1]) assert.equal(detectableLift({ base, trialsPerArm: 100 }), null);
    assert.equal(detectableLift({ base: 0.1, trialsPerArm: 0 }), null);
    assert.equal(detectableLift({ base: 0.9, trialsPerArm: 10 }), null);
  });

  it('is just large enough: it has the power, and one fewer has not', () => {
    fc.assert(
      fc.property(share, liftUp, fc.constantFrom(0.8, 0.9), (base, lift, power) => {
        const size = sampleSizePerArm({ base, lift, power });
        if (base * lift >= 1) {
          assert.equal(size, null);
          return;
        }
        assert.ok(size !== null && Number.isInteger(size) && size > 0);
        assert.ok(powerOf({ base, lift, trialsPerArm: size }) >= power - 1e-9);
        assert.ok(powerOf({ base, lift, trialsPerArm: size - 1 }) < power + 1e-9);
      }),
    );
  });

  it('is smaller for a larger lift, and leads back to the lift', () => {
    fc.assert(
      fc.property(share, liftUp, liftUp, (base, lift, more) => {
        fc.pre(base * lift * more < 1);
        const size = sampleSizePerArm({ base, lift });
        assert.ok(size !== null && (sampleSizePerArm({ base, lift: lift * more }) ?? Infinity) <= size);
        const found = detectableLift({ base, trialsPerArm: size });
        assert.ok(found !== null && found <= lift + 1e-9);
        assert.ok((sampleSizePerArm({ base, lift: found }) ?? Infinity) <= size);
      }),
    );
  });

  it('shows the smaller lift the larger it is, always below a rate of 100 %', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 0, max: 1_000_000_000 }), (base, trialsPerArm) => {
        const lift = detectableLift({ base, trialsPerArm });
        if (lift === null) return;
        assert.ok(lift > 1 && base * lift < 1);
        assert.ok((detectableLift({ base, trialsPerArm: 2 * trialsPerArm }) ?? Infinity) <= lift);
      }),
    );
  });

  it('is a number or nothing for any rate and lift', () => {
    const any = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), any, any, (base, lift, trialsPerArm) => {
        const size = sampleSizePerArm({ base, lift });
        assert.ok(size === null || (Number.isFinite(size) && size > 0));
        const power = powerOf({ base, lift, trialsPerArm });
        assert.ok(power >= 0 && power <= 1);
        assert.ok(!Number.isNaN(detectableLift({ base, trialsPerArm })));
      }),
    );
  });
});
