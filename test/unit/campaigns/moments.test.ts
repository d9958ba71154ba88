import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ALL_TIME, type PeriodChoice } from '../../../src/analytics/period';
import { MAX_MOMENTS, momentAt, momentOf, sayTheSame, worthKeeping, type Moment } from '../../../src/campaigns/moments';
import { anAnswer } from '../builders';

const DAY = 24 * 60 * 60 * 1000;
/** Noon in the reader's own zone. */
const NOW = new Date(2026, 10, 23, 12).getTime();

function aMoment(fetchedAt: number, sent: number, choice: PeriodChoice = ALL_TIME): Moment {
  const { value: analytics, oddValues } = anAnswer().stats({ sent }).read();
  return {
    ...{ origin: 'https://api.sendkit.ai', workspace: null, id: 'c1', loadedAt: 1 },
    answer: {
      ...{ fetchedAt, choice, period: {}, analytics, oddValues, detail: null, totals: null },
      ...{ daily: [], whole: true, missing: [{ part: 'detail', kind: 'timeout' }], fingerprint: 'x' },
    },
  };
}

const sents = (moments: readonly Moment[]): (number | null)[] =>
  moments.map(({ answer }) => answer.analytics.stats.sent);

describe('The moments of a campaign', () => {
  it('differ by what SendKit says, and by the days that were asked for; not by when', () => {
    const { answer } = aMoment(1, 100);
    assert.equal(sayTheSame(answer, aMoment(2, 100).answer), true);
    assert.equal(sayTheSame(answer, aMoment(1, 101).answer), false);
    assert.equal(sayTheSame(answer, aMoment(1, 100, { kind: 'last', days: 7 }).answer), false);
  });

  it('leave out daily rows and what could not be had', () => {
    const { answer } = momentOf(aMoment(1, 100));
    assert.deepEqual([answer.daily, answer.whole, answer.missing, answer.fingerprint], [null, false, [], null]);
  });

  it('come in order, and what two windows kept at once counts once', () => {
    const kept = worthKeeping(
      [aMoment(NOW - 2, 3), aMoment(NOW - 9, 1), aMoment(NOW - 8, 1), aMoment(NOW - 5, 2)],
      NOW,
    );
    assert.deepEqual(sents(kept), [1, 2, 3]);
    assert.equal(kept[0]?.answer.fetchedAt, NOW - 9, 'when it was first said');
  });

  it('are kept one a day, the last, once they are older than 30 days', () => {
    const hour = DAY / 24;
    const old = NOW - 40 * DAY;
    const moments = [aMoment(old, 1), aMoment(old + hour, 2), aMoment(old + DAY, 3), aMoment(old + DAY + hour, 4)];
    const young = [aMoment(NOW - 2 * hour, 5), aMoment(NOW - hour, 6)];
    assert.deepEqual(sents(worthKeeping([...moments, ...young], NOW)), [2, 4, 5, 6]);
  });

  it('are compacted within each choice of days by itself', () => {
    const old = NOW - 40 * DAY;
    const week: PeriodChoice = { kind: 'last', days: 7 };
    const moments = [aMoment(old, 1), aMoment(old + 1, 1, week), aMoment(old + 2, 2), aMoment(old + 3, 2, week)];
    assert.deepEqual(sents(worthKeeping(moments, NOW)), [2, 2]);
  });

  it('are bounded: the oldest go', () => {
    const many = Array.from({ length: MAX_MOMENTS + 3 }, (_, index) => aMoment(NOW - 10_000 + index, index));
    const kept = worthKeeping(many, NOW);
    assert.equal(kept.length, MAX_MOMENTS);
    assert.equal(kept[0]?.answer.fetchedAt, NOW - 10_000 + 3);
  });

  it('do not change by being compacted again, in whatever order and however often they come', () => {
    const moment = fc
      .record({ age: fc.integer({ min: 0, max: 60 * 24 }), sent: fc.integer({ min: 1, max: 4 }) })
      .map(({ age, sent }) => aMoment(NOW - age * 60 * 60 * 1000, sent));
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 30 }), (moments) => {
        const once = worthKeeping(moments, NOW);
        assert.deepEqual(worthKeeping(once, NOW), once);
        assert.deepEqual(sents(worthKeeping([...once, ...once].reverse(), NOW)), sents(once));
      }),
      { numRuns: 200 },
    );
  });

  it('tell what was known at a time, of the same choice of days', () => {
    const moments = [aMoment(10, 1), aMoment(20, 9, { kind: 'thisMonth' }), aMoment(30, 2)];
    const sentAt = (time: number): number | null | undefined =>
      momentAt(moments, time, ALL_TIME)?.answer.analytics.stats.sent;
    assert.deepEqual([sentAt(9), sentAt(10), sentAt(29), sentAt(30), sentAt(99)], [undefined, 1, 1, 2, 2]);
  });
});
