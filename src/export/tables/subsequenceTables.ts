import * as l10n from '@vscode/l10n';
import type { Format } from '../../analytics/format';
import type { CampaignReport } from '../../analytics/report';
import type { SubsequenceReport } from '../../analytics/subsequences';
import { leadsEntered, subsequenceName } from '../../analytics/words';
import { figureCells, figureColumns, stepRates, stepsTable } from './stepsTable';
import type { Table } from './table';

/** Main sequence and all subsequences, where SendKit tells them apart and there are any. */
export function sequencesTable({ bySequence }: CampaignReport, format: Format): Table | undefined {
  if (!bySequence?.subsequence.sent.count) return undefined;
  const { main, subsequence } = bySequence;
  const rates = stepRates([{ figures: main }, { figures: subsequence }]);
  return {
    caption: l10n.t('Main sequence and subsequences'),
    columns: [l10n.t('Sequence'), ...figureColumns(rates)],
    rows: [
      { header: l10n.t('Main sequence'), cells: figureCells(main, rates, format) },
      { header: l10n.t('All subsequences'), cells: figureCells(subsequence, rates, format) },
    ],
  };
}

/** A subsequence's steps, and the whole of it. */
export function subsequenceTable(subsequence: SubsequenceReport, format: Format): Table {
  const { steps, figures } = subsequence;
  const table = stepsTable(steps, l10n.t('Steps of {0}', subsequenceName(subsequence)), format);
  const rates = stepRates(steps);
  return {
    ...table,
    rows: [...table.rows, { header: l10n.t('Whole subsequence'), cells: figureCells(figures, rates, format) }],
  };
}

/** What leads a lead into it, whether it runs, and how many it has. */
export function subsequenceFacts(
  { trigger, enabled, archived, added, enrolled }: SubsequenceReport,
  format: Format,
): string[] {
  return [
    ...(trigger === null ? [] : [l10n.t('enters on the tag “{0}”', trigger)]),
    ...(archived === true ? [l10n.t('archived')] : []),
    ...(archived === true || enabled === null ? [] : [enabled ? l10n.t('enabled') : l10n.t('switched off')]),
    ...(added === null ? [] : [leadsEntered(added, format)]),
    ...(enrolled === null ? [] : [l10n.t('{0} in it now', format.count(enrolled))]),
  ];
}
