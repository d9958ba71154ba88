import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { formatFor } from '../../../src/analytics/format';
import { historyCsv, historyLines, type PastAnswer } from '../../../src/export/historyFiles';
import { anAnswer } from '../builders';

const at = (fetchedAt: number, sent: number, name = 'Spring'): PastAnswer => ({
  fetchedAt,
  period: { from: '2026-11-01', to: '2026-11-20' },
  analytics: anAnswer().campaign({ name }).stats({ sent, delivered: sent, replied: 10, bounced: 0 }).read().value,
});
const rows = (answers: readonly PastAnswer[]): Record<string, string>[] =>
  parse(historyCsv('c1', answers, 'delivered', formatFor('en')), { columns: true, bom: true });

describe('The history as a file', () => {
  const day = Date.UTC(2026, 10, 20, 9);

  it('has a row a moment, with counts, and rates of the same base as the report', () => {
    const [first, second] = rows([at(day, 100), at(day + 1000, 200)]);
    assert.deepEqual(
      [
        first?.['fetched_at'],
        first?.['sent'],
        first?.['replied'],
        first?.['replied_rate'],
        first?.['replied_rate_text'],
      ],
      ['2026-11-20T09:00:00.000Z', '100', '10', '0.1', '10.0% (10 of 100 delivered)'],
    );
    assert.deepEqual([second?.['sent'], second?.['replied_rate']], ['200', '0.05']);
    assert.deepEqual(
      [first?.['campaign_id'], first?.['period_from'], first?.['status']],
      ['c1', '2026-11-01', 'active'],
    );
  });

  it('makes no formula of a name', () => {
    assert.equal(rows([at(day, 1, '=HYPERLINK("x")')])[0]?.['campaign'], `'=HYPERLINK("x")`);
  });

  it('has a line of JSON a moment, with SendKit’s own numbers and every status', () => {
    const lines = historyLines('c1', [at(day, 100), at(day + 1, 200)]).split('\n');
    assert.equal(lines.pop(), '');
    const parsed = lines.map((line) => JSON.parse(line) as { analytics: PastAnswer['analytics']; kind: string });
    assert.deepEqual(
      parsed.map(({ kind, analytics }) => [kind, analytics.stats.sent, analytics.statusBreakdown]),
      [100, 200].map((sent) => ['sendkit-analytics/moment', sent, { active: 30, completed: 10 }]),
    );
  });
});
