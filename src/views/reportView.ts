import * as l10n from '@vscode/l10n';
import { SAMPLE_ID } from '../campaigns/sample';
import type { CampaignState } from '../campaigns/store';
import type { ReportView } from '../report/protocol';

/** What the page shows for a campaign; one that is not (or no longer) loaded offers to load it. */
export function reportView(
  id: string,
  state: CampaignState | undefined,
  locale: string,
  strings: Readonly<Record<string, string>> | undefined,
): ReportView {
  const language = { locale, strings: strings ?? null };
  if (!state) {
    return {
      ...language,
      id,
      name: id,
      sample: id === SAMPLE_ID,
      loading: false,
      report: null,
      fetchedAt: null,
      problem: { message: l10n.t('This campaign is not in the list of loaded campaigns.'), remedy: 'refresh' },
    };
  }
  const { name, sample, loading, report, fetchedAt, problem } = state;
  return {
    ...language,
    id,
    name,
    sample,
    loading,
    report,
    fetchedAt,
    problem: problem && { message: problem.message, remedy: problem.remedy },
  };
}
