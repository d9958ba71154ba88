import assert from 'node:assert/strict';
import type { CampaignReport } from '../../../src/analytics/report';
import type { Trend } from '../../../src/analytics/trend';
import { formatFor } from '../../../src/analytics/format';
import { countGrains, knownCounts, knownRates, rateGrains } from '../../../src/report/page/sections/trendSeries';
import { GRAINS, slotCount, slotsOf } from '../../../src/report/page/sections/trendSlots';
import { countsTable } from '../../../src/report/page/sections/trendTables';
import { dailyRows, reportFrom, SEED_ANSWER, UNTRACKED_ANSWER, UNTRACKED_DETAIL } from '../support/reports';

const format = formatFor('en');

function trendFrom(daily: unknown, change: unknown = SEED_ANSWER, detail?: unknown): CampaignReport & { trend: Trend } {
  const report = reportFrom(change, { daily, detail });
  assert.ok(report.trend);
  return { ...report, trend: report.trend };
}

describe('The slots of a trend', () => {
  it('are days, seven days counted back from the last, or months', () => {
    const { trend } = trendFrom(dailyRows(40));
    assert.equal(slotsOf(trend, 'day').length, 40);
    assert.deepEqual(
      slotsOf(trend, 'week').map(({ from, to }) => `${from} ${to}`),
      [
        '2025-05-22 2025-05-26',
        '2025-05-27 2025-06-02',
        '2025-06-03 2025-06-09',
        '2025-06-10 2025-06-16',
        '2025-06-17 2025-06-23',
        '2025-06-24 2025-06-30',
      ],
    );
    assert.deepEqual(
      slotsOf(trend, 'month').map(({ from, to }) => `${from} ${to}`),
      ['2025-05-22 2025-05-31', '2025-06-01 2025-06-30'],
    );
  });

  it('are as many as they are counted to be, and lose no mail', () => {
    for (const length of [1, 6, 7, 30, 400, 3_660]) {
      const { trend } = trendFrom(dailyRows(length));
      const sent = trend.days.reduce((sum, day) => sum + (day.sent ?? 0), 0);
      for (const grain of GRAINS) {
        const slots = slotsOf(trend, grain);
        assert.equal(slots.length, slotCount(trend, grain), `${length} by ${grain}`);
        assert.equal(
          slots.reduce((sum, slot) => sum + (slot.counts.sent ?? 0), 0),
          sent,
        );
      }
    }
  });

  it('are unknown where one of their days is', () => {
    const rows = dailyRows(14).map((row, index) => (index === 2 ? { ...row, sent: null } : row));
    assert.deepEqual(
      slotsOf(trendFrom(rows).trend, 'week').map(({ counts }) => [counts.sent === null, counts.opened === null]),
      [
        [true, false],
        [false, false],
      ],
    );
  });

  it('have the rates of the seven days up to their last', () => {
    const { trend } = trendFrom(dailyRows(21));
    assert.deepEqual(
      slotsOf(trend, 'week').map(({ window }) => window),
      [trend.windows[0], trend.windows[7], trend.windows[14]],
    );
    assert.equal(slotsOf(trend, 'day')[5]?.window, null);
  });
});

describe('The series of a trend', () => {
  it('are those that somebody counts and that are known', () => {
    const { trend, figures } = trendFrom(dailyRows(10));
    assert.deepEqual(knownCounts(trend, figures), [
      'sent',
      'opened',
      'clicked',
      'replied',
      'positiveReplied',
      'bounced',
    ]);
    const older = trendFrom(dailyRows(10).map((row) => ({ ...row, replied: undefined, positiveReplied: undefined })));
    assert.deepEqual(knownCounts(older.trend, older.figures), ['sent', 'opened', 'clicked', 'bounced']);
    assert.deepEqual(knownRates(older.trend, older.figures), ['opened', 'clicked', 'bounced']);
    const untracked = trendFrom(dailyRows(10), UNTRACKED_ANSWER, UNTRACKED_DETAIL);
    assert.ok(!knownCounts(untracked.trend, untracked.figures).includes('opened'));
    assert.ok(!knownRates(untracked.trend, untracked.figures).includes('opened'));
  });

  it('say of a day what happened, and of seven days each rate with fraction and interval', () => {
    const { trend } = trendFrom(dailyRows(10));
    const [byDay] = countGrains(trend, ['sent', 'replied'], format);
    assert.deepEqual(byDay?.series().wordsOf(9), { name: 'Jun 30, 2025', details: ['Sent: 51', 'Replied: 4'] });
    const [rates] = rateGrains(trend, ['replied'], format);
    const words = rates?.series().wordsOf(9);
    assert.equal(words?.name, 'Jun 30, 2025');
    assert.match(words.details.join(), /^Reply rate: \d+\.\d% \(\d+ of \d+ delivered, 95% interval [\d.]+%–[\d.]+%\)$/);
    assert.deepEqual(rates?.series().wordsOf(2).details, ['There are not yet seven days.']);
  });

  it('say “—” of what is unknown', () => {
    const rows = dailyRows(1).map((row) => ({ ...row, replied: null }));
    const [byDay] = countGrains(trendFrom(rows).trend, ['replied'], format);
    assert.deepEqual(byDay?.series().wordsOf(0).details, ['Replied: —']);
  });

  it('say what a bar or a point is where it is not a day', () => {
    const { trend } = trendFrom(dailyRows(70));
    const notes = (grains: ReturnType<typeof countGrains>) => grains.map(({ series }) => series().note?.split(':')[0]);
    assert.deepEqual(notes(countGrains(trend, ['sent'], format)), [
      undefined,
      'Each bar is seven days',
      'Each bar is a month',
    ]);
    assert.deepEqual(notes(rateGrains(trend, ['opened'], format)), [
      undefined,
      'One point every seven days',
      'One point a month, of its last seven days',
    ]);
    assert.equal(countGrains(trend, ['sent'], format)[1]?.series().wordsOf(0).name, 'Apr 22, 2025 – Apr 28, 2025');
  });
});

describe('The table of a trend', () => {
  it('has the newest day first, and no more than 500', () => {
    const { rows } = countsTable(trendFrom(dailyRows(600)).trend, ['sent'], format);
    assert.equal(rows.length, 500);
    assert.equal(rows[0]?.header, 'Jun 30, 2025');
  });
});
