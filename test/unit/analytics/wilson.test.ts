import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wilsonInterval } from '../../../src/analytics/wilson';
import reference from './statistics/reference.json';

const LARGE = 1_000_000_000;

describe('The Wilson interval', () => {
  for (const { x, n, wilson95 } of reference.wilson) {
    it(`of ${x} in ${n} meets the reference value`, () => {
      const interval = wilsonInterval(x, n);
      assert.ok(interval);
      for (const [index, end] of [interval.low, interval.high].entries()) {
        assert.ok(
          Math.abs(end - (wilson95[index] ?? NaN)) < reference.tolerances.closedForm,
          `${end} is not ${wilson95[index]}`,
        );
      }
    });
  }

  it('has a reference table that is not empty', () => {
    assert.ok(reference.wilson.length >= 20);
  });

  for (const [events, trials] of [
    [0, 0],
    [1, 0],
    [2, 1],
    [101, 100],
  ] as const) {
    it(`does not exist for ${events} of ${trials}`, () => {
      assert.equal(wilsonInterval(events, trials), null);
    });
  }

  it('starts at exactly 0 when nothing happened and ends at exactly 1 when everything did', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LARGE }), (trials) => {
        assert.equal(wilsonInterval(0, trials)?.low, 0);
        assert.equal(wilsonInterval(trials, trials)?.high, 1);
      }),
    );
  });

  it('holds the rate and lies between 0 and 1, for any counts up to a thousand million', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LARGE }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
        const events = Math.floor(trials * share);
        const interval = wilsonInterval(events, trials);
        assert.ok(interval);
        assert.ok(interval.low >= 0 && interval.high <= 1);
        assert.ok(interval.low <= events / trials && events / trials <= interval.high);
      }),
      { numRuns: 500 },
    );
  });

  it('mirrors: the interval of failures is one minus the interval of events', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (trials, seed) => {
        const events = seed % (trials + 1);
        const interval = wilsonInterval(events, trials);
        const mirrored = wilsonInterval(trials - events, trials);
        assert.ok(interval && mirrored);
        assert.ok(Math.abs(interval.low - (1 - mirrored.high)) < 1e-9);
      }),
    );
  });

  it('narrows when the same rate is seen over more mails', () => {
    const widths = [10, 100, 1000, 100_000].map((trials) => {
      const interval = wilsonInterval(trials / 10, trials);
      assert.ok(interval);
      return interval.high - interval.low;
    });
    assert.deepEqual(
      widths,
      widths.toSorted((a, b) => b - a),
    );
  });
});
