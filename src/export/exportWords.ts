// What every export says of itself: whose figures, of which days, as of when.
import * as l10n from '@vscode/l10n';
import type { CampaignReport } from '../analytics/report';
import { campaignStatus, daysText, shareOf, type Definition } from '../analytics/words';
import type { ExportOptions } from './exportOptions';
import { utcTime } from './utcTime';

/** The campaign's name; that of the bundled example says that it is one. */
export function campaignTitle({ name }: Pick<CampaignReport['campaign'], 'name'>, { sample }: ExportOptions): string {
  return sample === true ? l10n.t('{0} (SendKit sample data)', name) : name;
}

/** `Q1 Outreach Campaign · Jun 1, 2025 – Jun 30, 2025`. */
export function reportTitle({ campaign, period }: CampaignReport, options: ExportOptions): string {
  return `${campaignTitle(campaign, options)} · ${daysText(period, options.format)}`;
}

/** Facts about the report, each with its name. */
export function reportFacts({ campaign, period, rateBase }: CampaignReport, options: ExportOptions): Definition[] {
  const { format, fetchedAt } = options;
  const started = campaign.startedAt?.slice(0, 10) ?? null;
  return [
    { term: l10n.t('Period'), meaning: daysText(period, format) },
    { term: l10n.t('Status'), meaning: campaignStatus(campaign.status) },
    ...(started === null ? [] : [{ term: l10n.t('Started'), meaning: format.day(started) }]),
    ...(fetchedAt === null ? [] : [{ term: l10n.t('Figures as of'), meaning: utcTime(fetchedAt, format) }]),
    { term: l10n.t('Rates'), meaning: shareOf(rateBase) },
    { term: l10n.t('Campaign id'), meaning: campaign.id },
  ];
}

/** What to know before reading on: that these are no real figures, or not the newest. */
export function reportWarnings({ fetchedAt, problem, sample, format }: ExportOptions): string[] {
  return [
    ...(sample === true
      ? [l10n.t('SendKit sample data: the example of SendKit’s documentation, not a real campaign.')]
      : []),
    ...(typeof problem === 'string' ? [staleSentence(problem, fetchedAt, format)] : []),
  ];
}

function staleSentence(problem: string, fetchedAt: number | null, format: ExportOptions['format']): string {
  return fetchedAt === null
    ? l10n.t('These figures could not be refreshed. {0}', problem)
    : l10n.t('These figures are of {0} and could not be refreshed. {1}', utcTime(fetchedAt, format), problem);
}

/** Who made it, for the foot of a page. */
export function madeWith(): string {
  return l10n.t('Made with Campaign Analytics for SendKit, an unofficial VS Code extension.');
}
