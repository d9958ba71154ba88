import type { CampaignReport } from '../analytics/report';
import type { CsvColumn } from './csvTable';
import type { ExportOptions } from './exportOptions';
import { campaignTitle } from './exportWords';

/** What every row begins with, so that files of several campaigns and periods can be put one below the other. */
export function campaignColumns<Row>(
  { campaign, period }: CampaignReport,
  options: ExportOptions,
): readonly CsvColumn<Row>[] {
  return [
    { name: 'campaign_id', cell: () => campaign.id },
    { name: 'campaign', cell: () => campaignTitle(campaign, options) },
    { name: 'period_from', cell: () => period.from ?? null },
    { name: 'period_to', cell: () => period.to ?? null },
  ];
}
