import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatFor } from '../../../src/analytics/format';
import { difference, rate, sum } from '../../../src/analytics/rate';
import { wilsonInterval } from '../../../src/analytics/wilson';
import { fraction, intervalText, rateWithFraction } from '../../../src/analytics/words';

const format = formatFor('en');
const count = fc.option(fc.integer({ min: 0, max: 1_000_000_000 }), { nil: null });

describe('A rate', () => {
  it('is its fraction, with the Wilson interval', () => {
    const replied = rate(12, 145, 'delivered');
    assert.equal(replied.value, 12 / 145);
    assert.deepEqual(replied.interval, wilsonInterval(12, 145));
    assert.equal(rateWithFraction(replied, format), '8.3% (12 of 145 delivered)');
    assert.equal(intervalText(replied, format), '95% interval 4.8%–13.9%');
  });

  it('of nothing in something is 0.0%, because that is known', () => {
    assert.equal(rateWithFraction(rate(0, 145, 'delivered'), format), '0.0% (0 of 145 delivered)');
  });

  for (const [why, numerator, denominator] of [
    ['nothing was delivered', 0, 0],
    ['the count is unknown', null, 145],
    ['the denominator is unknown', 12, null],
    ['both are unknown', null, null],
    ['there are events, but nothing to divide by', 3, 0],
  ] as const) {
    it(`is — and never 0% when ${why}`, () => {
      const unknown = rate(numerator, denominator, 'delivered');
      assert.equal(unknown.value, null);
      assert.equal(unknown.interval, null);
      assert.equal(format.percent(unknown.value), '—');
      assert.equal(intervalText(unknown, format), undefined);
      assert.ok(rateWithFraction(unknown, format).includes('—'));
      assert.ok(!rateWithFraction(unknown, format).includes('%'));
    });
  }

  it('names what it is a share of', () => {
    assert.equal(fraction(rate(145, 150, 'sent'), format), '145 of 150 sent');
    assert.equal(fraction(rate(18, 72, 'opened'), format), '18 of 72 opened');
    assert.equal(fraction(rate(350, 500, 'leads'), format), '350 of 500 leads');
    assert.equal(fraction(rate(1200, 34_567, 'delivered'), format), '1,200 of 34,567 delivered');
  });

  it('says — for the unknown part of its fraction', () => {
    assert.equal(fraction(rate(null, 150, 'sent'), format), '— of 150 sent');
    assert.equal(fraction(rate(12, null, 'delivered'), format), '12 of — delivered');
  });

  it('is never NaN or infinite, and its interval holds it, for any counts up to a thousand million', () => {
    fc.assert(
      fc.property(count, count, (numerator, denominator) => {
        const { value, interval } = rate(numerator, denominator, 'sent');
        if (value !== null) assert.ok(Number.isFinite(value) && value >= 0);
        if (interval === null) return;
        assert.ok(value !== null && interval.low <= value && value <= interval.high);
        assert.ok(interval.low >= 0 && interval.high <= 1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('A sum', () => {
  it('adds what is known', () => assert.equal(sum([100, 50, 0]), 150));
  it('of nothing is 0', () => assert.equal(sum([]), 0));
  it('is unknown as soon as one part is, instead of too small', () => assert.equal(sum([100, null, 50]), null));
});

describe('A difference', () => {
  for (const [from, part, expected] of [
    [150, 5, 145],
    [5, 5, 0],
    [5, 6, null],
    [null, 5, null],
    [150, null, null],
  ] as const) {
    it(`of ${from ?? 'unknown'} and ${part ?? 'unknown'} is ${expected ?? 'unknown'}`, () => {
      assert.equal(difference(from, part), expected);
    });
  }
});
