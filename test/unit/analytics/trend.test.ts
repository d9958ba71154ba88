import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../../src/analytics/period';
import { trendOf, type TrendDay } from '../../../src/analytics/trend';
import type { DailyRow } from '../../../src/sendkit/schemas';

function row(date: string, counts: Partial<DailyRow> = {}): DailyRow {
  return { date, sent: 10, opened: 4, clicked: 2, replied: 1, positiveReplied: 1, bounced: 2, ...counts };
}

function week(change: (index: number) => Partial<DailyRow> = () => ({})): DailyRow[] {
  return Array.from({ length: 7 }, (_, index) => row(addDays('2025-06-24', index), change(index)));
}

const NO_MAIL = { sent: 0, opened: 0, clicked: 0, replied: 0, positiveReplied: 0, bounced: 0 };

describe('The days of a trend', () => {
  it('are all from the first to the last: one that SendKit leaves out is one without mail', () => {
    const { days } = trendOf([row('2025-06-30'), row('2025-06-27')], {});
    assert.deepEqual(days, [
      row('2025-06-27'),
      { date: '2025-06-28', ...NO_MAIL },
      { date: '2025-06-29', ...NO_MAIL },
      row('2025-06-30'),
    ] satisfies TrendDay[]);
  });

  it('are those of the period, whatever else came', () => {
    const rows = [row('2025-05-31'), row('2025-06-02'), row('2025-06-04')];
    const { days } = trendOf(rows, { from: '2025-06-01', to: '2025-06-03' });
    assert.deepEqual(
      days.map(({ date, sent }) => [date, sent]),
      [
        ['2025-06-01', 0],
        ['2025-06-02', 10],
        ['2025-06-03', 0],
      ],
    );
  });

  it('reach from one bound to the last row, or from the first row to the other', () => {
    const rows = [row('2025-06-02'), row('2025-06-03')];
    assert.equal(trendOf(rows, { from: '2025-06-01' }).days.length, 3);
    assert.equal(trendOf(rows, { to: '2025-06-05' }).days.length, 4);
  });

  it('are none without rows or bounds, or with bounds the wrong way round', () => {
    assert.deepEqual(trendOf([], {}), { days: [], windows: [] });
    assert.deepEqual(trendOf([row('2025-06-01')], { from: '2025-07-01' }), { days: [], windows: [] });
    assert.deepEqual(trendOf([], { from: '2025-07-01', to: '2025-06-01' }), { days: [], windows: [] });
  });

  it('keep an unknown count unknown', () => {
    const { days } = trendOf([row('2025-06-01', { replied: null })], {});
    assert.deepEqual([days[0]?.replied, days[0]?.sent], [null, 10]);
  });

  it('are the newest of ten years, however many there are', () => {
    const { days } = trendOf([row('1990-01-01'), row('2025-06-30')], {});
    assert.equal(days.length, 3_660);
    assert.equal(days.at(-1)?.date, '2025-06-30');
  });

  it('follow one another without a gap or a repeat', () => {
    const date = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2020-01-01', days));
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 20 }), (dates) => {
        const { days, windows } = trendOf(
          dates.map((one) => row(one)),
          {},
        );
        days.slice(1).forEach(({ date: next }, index) => assert.equal(daysBetween(days[index]?.date ?? '', next), 1));
        assert.equal(windows.length, Math.max(0, days.length - 6));
        assert.equal(windows.at(-1)?.date, days.length < 7 ? undefined : days.at(-1)?.date);
      }),
    );
  });
});

describe('The rates of a trend', () => {
  it('are over seven days, of what was delivered in them', () => {
    const { windows } = trendOf(week(), {});
    assert.equal(windows.length, 1);
    const [window] = windows;
    assert.equal(window?.date, '2025-06-30');
    assert.deepEqual(
      [window.opened, window.clicked, window.replied, window.bounced].map((rate) => [
        rate.numerator,
        rate.denominator,
        rate.base,
      ]),
      [
        [28, 56, 'delivered'],
        [14, 56, 'delivered'],
        [7, 56, 'delivered'],
        [14, 70, 'sent'],
      ],
    );
    assert.equal(window.opened.value, 0.5);
    assert.ok(window.opened.interval && window.opened.interval.low < 0.5 && window.opened.interval.high > 0.5);
  });

  it('are none with six days', () => {
    assert.deepEqual(trendOf(week().slice(1), {}).windows, []);
  });

  it('move on by a day', () => {
    const rows = [...week(), row('2025-07-01', { replied: 8 })];
    assert.deepEqual(
      trendOf(rows, {}).windows.map(({ date, replied }) => [date, replied.numerator]),
      [
        ['2025-06-30', 7],
        ['2025-07-01', 14],
      ],
    );
  });

  it('are unknown where one of the seven days is, and only for what is unknown', () => {
    const [window] = trendOf(
      week((index) => (index === 3 ? { replied: null } : {})),
      {},
    ).windows;
    assert.deepEqual([window?.replied.value, window?.opened.value], [null, 0.5]);
  });

  it('have no value where nothing was sent, and are never 0 then', () => {
    const [window] = trendOf(
      week(() => ({ ...NO_MAIL, replied: 1 })),
      {},
    ).windows;
    assert.deepEqual([window?.replied.value, window?.bounced.value], [null, null]);
  });

  it('may be above 1 where replies come to mails of earlier days, and have no interval then', () => {
    const [window] = trendOf(
      week(() => ({ sent: 1, bounced: 0, replied: 2 })),
      {},
    ).windows;
    assert.deepEqual([window?.replied.value, window?.replied.interval], [2, null]);
  });
});
