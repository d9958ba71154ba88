// What the status bar says of the pinned campaign: a pure function of its state.
import * as l10n from '@vscode/l10n';
import type { Format } from '../analytics/format';
import { periodName } from '../analytics/words';
import type { CampaignState } from '../campaigns/store';
import { campaignRow } from './campaignsTreeModel';

export interface StatusBarLook {
  /** With codicons; nothing in it was written by the API. */
  readonly text: string;
  /** Plain text; the first line is the heading. */
  readonly tooltip: readonly string[];
  /** What a screen reader says. */
  readonly spoken: string;
}

interface Wording {
  readonly format: Format;
  /** Epoch milliseconds. */
  readonly now: number;
}

const DAY = 24 * 60 * 60 * 1000;

export function statusBarLook(state: CampaignState, { format, now }: Wording): StatusBarLook {
  const syncedAt = (epochMilliseconds: number): string =>
    now - epochMilliseconds < DAY ? format.timeOfDay(epochMilliseconds) : format.dateTime(epochMilliseconds);
  const parts = partsOf(state, format, syncedAt);
  return {
    text: `$(${iconOf(state)}) ${parts.join(' · ')}`,
    tooltip: [...campaignRow(state, format).tooltip, l10n.t('Click to open the report')],
    spoken: [l10n.t('SendKit: {0}', state.name), ...parts].join(', '),
  };
}

/** `8.3% replied` and `2:05 PM`; in other words where the figures are old, or there are none. */
function partsOf(
  { report, period, fetchedAt, loading, problem }: CampaignState,
  format: Format,
  syncedAt: (epochMilliseconds: number) => string,
): string[] {
  if (!report) return [problem && !loading ? problem.title : l10n.t('loading…')];
  return [
    l10n.t('{0} replied', format.percent(report.figures.replied.rate?.value ?? null)),
    ...(period.kind === 'all' ? [] : [periodName(period, format)]),
    ...(problem ? [problem.title] : []),
    ...(fetchedAt === null ? [] : [problem ? l10n.t('as of {0}', syncedAt(fetchedAt)) : syncedAt(fetchedAt)]),
  ];
}

function iconOf({ loading, problem }: CampaignState): string {
  if (loading) return 'sync~spin';
  return problem ? 'warning' : 'mail';
}
