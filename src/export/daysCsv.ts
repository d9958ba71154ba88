import type { CampaignReport } from '../analytics/report';
import type { Trend, TrendDay, TrendWindow } from '../analytics/trend';
import { campaignColumns } from './csvCampaign';
import { rateColumns } from './csvRates';
import { csvTable } from './csvTable';
import type { ExportOptions } from './exportOptions';

interface DayRow {
  readonly day: TrendDay;
  /** The seven days that end on it, where there are seven. */
  readonly window: TrendWindow | undefined;
}

/** A row a day with its counts, and the rates of the seven days up to it. */
export function daysCsv(report: CampaignReport, trend: Trend, options: ExportOptions): string {
  const { format } = options;
  const windows = new Map(trend.windows.map((window) => [window.date, window]));
  return csvTable<DayRow>(
    [
      ...campaignColumns<DayRow>(report, options),
      { name: 'date', cell: ({ day }) => day.date },
      { name: 'sent', cell: ({ day }) => day.sent },
      { name: 'opened', cell: ({ day }) => day.opened },
      { name: 'clicked', cell: ({ day }) => day.clicked },
      { name: 'replied', cell: ({ day }) => day.replied },
      { name: 'positive_replied', cell: ({ day }) => day.positiveReplied },
      { name: 'bounced', cell: ({ day }) => day.bounced },
      ...rateColumns<DayRow>('open_rate_7d', ({ window }) => window?.opened ?? null, format),
      ...rateColumns<DayRow>('click_rate_7d', ({ window }) => window?.clicked ?? null, format),
      ...rateColumns<DayRow>('reply_rate_7d', ({ window }) => window?.replied ?? null, format),
      ...rateColumns<DayRow>('bounce_rate_7d', ({ window }) => window?.bounced ?? null, format),
    ],
    trend.days.map((day) => ({ day, window: windows.get(day.date) })),
  );
}
