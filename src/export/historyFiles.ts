// What SendKit said of a campaign over time, for spreadsheets and for programs.
import { FIGURE_NAMES, figuresOfStated, type Counters, type EngagementBase, type Figures } from '../analytics/figures';
import type { Format } from '../analytics/format';
import type { Period } from '../analytics/period';
import { rateColumns } from './csvRates';
import { csvTable, type CsvCell, type CsvColumn } from './csvTable';
import { isoTime } from './utcTime';

/** One answer; it was unlike the one before. */
export interface PastAnswer {
  /** Epoch milliseconds. */
  readonly fetchedAt: number;
  readonly period: Period;
  readonly analytics: {
    readonly campaign: { readonly name: string | null; readonly status: string | null };
    readonly stats: Counters;
    readonly statusBreakdown: ReadonlyMap<string, number | null>;
  };
}

interface Row {
  readonly answer: PastAnswer;
  readonly figures: Figures;
}

/** A row a moment: when, the status, the counts and their rates. */
export function historyCsv(id: string, answers: readonly PastAnswer[], base: EngagementBase, format: Format): string {
  const cell = (name: string, of: (row: Row) => CsvCell): CsvColumn<Row> => ({ name, cell: of });
  const rates = FIGURE_NAMES.filter((name) => name !== 'sent');
  return csvTable<Row>(
    [
      cell('campaign_id', () => id),
      cell('campaign', ({ answer }) => answer.analytics.campaign.name),
      cell('fetched_at', ({ answer }) => isoTime(answer.fetchedAt)),
      cell('period_from', ({ answer }) => answer.period.from ?? null),
      cell('period_to', ({ answer }) => answer.period.to ?? null),
      cell('status', ({ answer }) => answer.analytics.campaign.status),
      ...FIGURE_NAMES.map((name) => cell(name, ({ figures }) => figures[name].count)),
      ...rates.flatMap((name) => rateColumns<Row>(`${name}_rate`, ({ figures }) => figures[name].rate, format)),
    ],
    answers.map((answer) => ({ answer, figures: figuresOfStated(answer.analytics.stats, base) })),
  );
}

/** A line of JSON a moment: SendKit's own numbers, as they were read. */
export function historyLines(id: string, answers: readonly PastAnswer[]): string {
  const lines = answers.map(({ fetchedAt, period, analytics }) =>
    JSON.stringify({
      ...{ kind: 'sendkit-analytics/moment', version: 1, fetchedAt: isoTime(fetchedAt), campaign: id, period },
      analytics: { ...analytics, statusBreakdown: Object.fromEntries(analytics.statusBreakdown) },
    }),
  );
  return lines.map((line) => `${line}\n`).join('');
}
