// What the extension host computes, bundled and minified as it ships. Each returns what the next one starts from.
import { formatFor } from '../../../src/analytics/format';
import { ALL_TIME } from '../../../src/analytics/period';
import { reportOf, type CampaignReport } from '../../../src/analytics/report';
import { DEFAULT_AB_TEST_RULES } from '../../../src/analytics/rules';
import { decode } from '../../../src/sendkit/decode';
import { campaignAnalyticsSchema } from '../../../src/sendkit/schemas';
import { campaignRow } from '../../../src/views/campaignsTreeModel';
import { exportFiles, type ExportKind } from '../../../src/views/exportModel';

const format = formatFor('en');

/** From the bytes of an answer to a report. */
export function reportOfText(text: string): CampaignReport {
  const { value, oddValues } = decode(JSON.parse(text), campaignAnalyticsSchema);
  return reportOf(value, { id: 'many', rateBase: 'delivered', abTestRules: DEFAULT_AB_TEST_RULES, oddValues });
}

/** All rows of the Campaigns view. */
export function treeOf(report: CampaignReport): unknown {
  const { id, name } = report.campaign;
  const state = { id, name, sample: false, workspace: null, period: ALL_TIME, loading: false };
  return campaignRow({ ...state, report, fetchedAt: Date.now(), problem: null }, format);
}

export function exported(kind: ExportKind, report: CampaignReport): string {
  const options = { format, locale: 'en', sample: false, fetchedAt: 0, problem: null };
  return exportFiles(kind, { report, options }, '').content;
}
