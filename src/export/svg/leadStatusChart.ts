import * as l10n from '@vscode/l10n';
import type { Format } from '../../analytics/format';
import type { LeadStatus } from '../../analytics/leadStatus';
import { leadStatus, rateWithFraction } from '../../analytics/words';
import type { BarChart, Tone } from './barChart';

/** More bars than are looked at; the table has more. */
const MOST_ROWS = 20;

/** Where the leads are, largest first. */
export function leadStatusChart({ rows }: LeadStatus, format: Format): BarChart {
  return {
    id: 'lead-status',
    title: l10n.t('Leads by status'),
    tick: null,
    rows: rows.slice(0, MOST_ROWS).map(({ status, count, share }) => {
      const label = leadStatus(status);
      return {
        label,
        value: share.value === null ? format.count(count) : `${format.count(count)} · ${format.percent(share.value)}`,
        length: count,
        interval: null,
        tone: toneOf(status),
        variant: null,
        details: l10n.t('{0}: {1}', label, rateWithFraction(share, format)),
      };
    }),
  };
}

/** The colours that the same events have elsewhere. */
function toneOf(status: string): Tone {
  if (status === 'replied') return 'green';
  return status === 'bounced' ? 'red' : 'neutral';
}
