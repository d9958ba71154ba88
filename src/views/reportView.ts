import * as l10n from '@vscode/l10n';
import type { Format } from '../analytics/format';
import { ALL_TIME } from '../analytics/period';
import { periodName } from '../analytics/words';
import type { Problem } from '../campaigns/problem';
import { SAMPLE_ID } from '../campaigns/sample';
import type { CampaignState } from '../campaigns/store';
import type { ReportView } from '../report/protocol';

type Language = Pick<ReportView, 'locale' | 'strings'>;

/** What stands on the report's tab: `Q1 Outreach Campaign · Last 30 days`; of all time nothing is said. */
export function reportTitle(
  { name, sample, period }: Pick<CampaignState, 'name' | 'sample' | 'period'>,
  format: Format,
): string {
  const title = sample ? l10n.t('{0} (sample)', name) : name;
  return period.kind === 'all' ? title : `${title} · ${periodName(period, format)}`;
}

/** What a report says of the past. */
export type Memories = Pick<ReportView, 'moments' | 'moment' | 'changed'>;

const NO_MEMORIES: Memories = { moments: [], moment: null, changed: null };

/** What the page shows for a campaign. */
export function reportView(state: CampaignState, language: Language, memories = NO_MEMORIES): ReportView {
  const { id, name, sample, workspace, period, loading, report, fetchedAt, problem } = state;
  return {
    ...language,
    id,
    name,
    sample,
    workspace,
    period,
    loading,
    report,
    fetchedAt,
    problem: problem && { message: problem.message, remedy: problem.remedy },
    ...memories,
  };
}

/** What the page shows for a campaign that is not, or no longer, in the list: why, and what helps. */
export function absentReportView(id: string, problem: Problem | null, language: Language): ReportView {
  const { message, remedy } = problem ?? {
    message: l10n.t('This campaign is not in the list of loaded campaigns.'),
    remedy: 'refresh' as const,
  };
  return {
    ...language,
    id,
    name: id,
    sample: id === SAMPLE_ID,
    workspace: null,
    period: ALL_TIME,
    loading: false,
    report: null,
    fetchedAt: null,
    problem: { message, remedy },
    ...NO_MEMORIES,
  };
}
