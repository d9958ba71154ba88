import { reportOf, type CampaignReport } from '../analytics/report';
import { describeProblem } from '../sendkit/errors';
import type { Answer } from './answer';
import type { Settings } from './settings';

export type MeaningSettings = Pick<Settings, 'rateBase' | 'abTestRules' | 'healthRules' | 'plannedSizes'>;

/** The report of an answer under the present settings. */
export function reportOfAnswer(id: string, answer: Answer, settings: MeaningSettings): CampaignReport {
  return reportOf(answer.analytics, {
    ...answer,
    id,
    rateBase: settings.rateBase(),
    abTestRules: settings.abTestRules(),
    healthRules: settings.healthRules(),
    planned: settings.plannedSizes(id),
    missing: answer.missing.map(({ part, ...problem }) => ({ part, reason: describeProblem(problem) })),
  });
}
