import type { CampaignReport } from '../analytics/report';
import type { ExportOptions } from './exportOptions';
import { reportDocument } from './reportDocument';

/** The report's document as text: two spaces, keys always in the same order, one newline at the end. */
export function reportJson(report: CampaignReport, options: ExportOptions): string {
  return `${JSON.stringify(reportDocument(report, options), null, 2)}\n`;
}
