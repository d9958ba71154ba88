import * as l10n from '@vscode/l10n';
import type { Comparison, ComparisonSubject, RankedSubject } from '../../../analytics/comparison';
import { subjectName } from '../../../analytics/comparisonWords';
import type { Format } from '../../../analytics/format';
import { campaignStatus, daysText, figureLabel } from '../../../analytics/words';
import type { DataTable } from '../dataTable';

/** The subjects in their order, with what they sent and the rate that they were sorted by. */
export function subjectsTable(comparison: Comparison, format: Format): DataTable {
  return {
    caption: l10n.t('Campaigns'),
    columns: [
      l10n.t('Campaign'),
      l10n.t('Period'),
      figureLabel('sent'),
      figureLabel('delivered'),
      figureLabel('replied'),
      l10n.t('Sorted by'),
    ],
    rows: inOrder(comparison).map(({ subject, shrunkRate }) => {
      const { campaign, period, figures } = subject;
      return {
        header: subjectName(subject, comparison, format),
        note: campaignStatus(campaign.status),
        cells: [
          { main: daysText(period, format) },
          { main: format.count(figures.sent.count) },
          { main: format.count(figures.delivered.count) },
          { main: format.count(figures.replied.count), aside: format.percent(figures.replied.rate?.value ?? null) },
          { main: format.percent(shrunkRate) },
        ],
      };
    }),
  };
}

/** The subjects by their rank, each with its place in the comparison. */
export function inOrder({ ranking, subjects }: Comparison): {
  readonly place: number;
  readonly subject: ComparisonSubject;
  readonly shrunkRate: RankedSubject['shrunkRate'];
}[] {
  return ranking.flatMap(({ subject: place, shrunkRate }) => {
    const subject = subjects[place];
    return subject ? [{ place, subject, shrunkRate }] : [];
  });
}
