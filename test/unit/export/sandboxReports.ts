// Reports of the sandbox's campaigns, over real HTTP, on a day that never changes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFor } from '../../../src/analytics/format';
import type { Period } from '../../../src/analytics/period';
import { reportOf, type CampaignReport } from '../../../src/analytics/report';
import { sampleAnswerOf } from '../../../src/campaigns/sample';
import type { HtmlOptions } from '../../../src/export/htmlReport';
import { dailyRowsOf } from '../../../src/sendkit/daily';
import { decode } from '../../../src/sendkit/decode';
import { campaignAnalyticsSchema, campaignDetailSchema, dailySchema } from '../../../src/sendkit/schemas';
import type { CAMPAIGN_IDS } from '../../sandbox/data/ids';
import { startSandbox } from '../../sandbox/server';

export interface ExportCase {
  readonly name: string;
  readonly report: CampaignReport;
  readonly options: HtmlOptions;
}

/** September 1, 2025, 9:30 in UTC. */
export const OPTIONS: HtmlOptions = { format: formatFor('en'), locale: 'en', fetchedAt: Date.UTC(2025, 8, 1, 9, 30) };

/** What an exported page looks like. */
export const STYLES = readFileSync(join(import.meta.dirname, '../../../media/export.css'), 'utf8');

/** All the campaigns that tests know by name and that the workspace key opens. */
const ALL_TIME = [
  'seed',
  'variants',
  'hostile',
  'draft',
  'subsequences',
  'subsequencesAndVariants',
  'untracked',
] as const satisfies (keyof typeof CAMPAIGN_IDS)[];
/** The names of the cases, for those who make a test of each. */
export const CASE_NAMES = [...ALL_TIME, 'longRunning', 'sample'] as const;
const AUGUST: Period = { from: '2025-08-01', to: '2025-08-31' };

/** Each with all that a report shows; the long-running one over a month, with its days, and the bundled example. */
export async function sandboxReports(): Promise<ExportCase[]> {
  const sandbox = await startSandbox({ today: '2025-09-01' });
  const ask = async (path: string): Promise<unknown> => {
    const headers = { 'X-Api-Key': sandbox.key, Authorization: `Bearer ${sandbox.key}` };
    return (await fetch(`${sandbox.url}${path}`, { headers })).json();
  };
  const reportOfCampaign = async (id: string, period: Period, withDays: boolean): Promise<CampaignReport> => {
    const query = `?${new URLSearchParams({ ...period }).toString()}`;
    const { value, oddValues } = decode(await ask(`/v1/campaigns/${id}/analytics${query}`), campaignAnalyticsSchema);
    const detail = decode(await ask(`/v1/campaigns/${id}`), campaignDetailSchema).value;
    const totals = decode(await ask(`/v1/analytics/campaigns/${id}${query}`), campaignAnalyticsSchema).value;
    const daily = withDays
      ? dailyRowsOf(decode(await ask(`/v1/analytics/daily/campaigns/${id}${query}`), dailySchema)).value
      : null;
    return reportOf(value, { id, rateBase: 'delivered', oddValues, period, detail, totals, daily });
  };
  try {
    const cases: ExportCase[] = [];
    for (const name of ALL_TIME) {
      cases.push({ name, options: OPTIONS, report: await reportOfCampaign(sandbox.campaigns[name], {}, false) });
    }
    const { longRunning } = sandbox.campaigns;
    cases.push({ name: 'longRunning', options: OPTIONS, report: await reportOfCampaign(longRunning, AUGUST, true) });
    return [...cases, sampleCase()];
  } finally {
    await sandbox.close();
  }
}

function sampleCase(): ExportCase {
  const { analytics, oddValues } = sampleAnswerOf(0);
  return {
    name: 'sample',
    report: reportOf(analytics, { id: 'sample:q1-outreach', rateBase: 'delivered', oddValues }),
    options: { ...OPTIONS, fetchedAt: null, sample: true },
  };
}
