import * as l10n from '@vscode/l10n';
import type { Format } from '../../analytics/format';
import type { LeadStatus } from '../../analytics/leadStatus';
import { leadStatus } from '../../analytics/words';
import type { Table } from './table';

/** Every status, largest first, and the sum. */
export function leadStatusTable({ rows, total }: LeadStatus, format: Format): Table {
  return {
    caption: l10n.t('Lead status'),
    columns: [l10n.t('Status'), l10n.t('Leads'), l10n.t('Share')],
    rows: [
      ...rows.map(({ status, count, share }) => ({
        header: leadStatus(status),
        cells: [{ main: format.count(count) }, { main: format.percent(share.value) }],
      })),
      { header: l10n.t('Total'), cells: [{ main: format.count(total) }, { main: '' }] },
    ],
  };
}
