import type { OddValue } from '../sendkit/decode';
import type { CampaignAnalytics, CampaignDetail, Count, DailyRow } from '../sendkit/schemas';
import { mostVariantsIn } from './abTest';
import { dataNotesOf, type DataNote, type MissingPart } from './dataNotes';
import {
  engagementFigure,
  figuresOfStated,
  type EngagementBase,
  type Figure,
  type Figures,
  type Tracking,
} from './figures';
import { healthOf, type Health } from './health';
import { leadStatusOf, type LeadStatus } from './leadStatus';
import type { Period } from './period';
import { rate, type Rate } from './rate';
import { DEFAULT_HEALTH_RULES, type ABTestRules, type HealthRules } from './rules';
import { stepsOf, type StepReport } from './steps';
import { subsequencesOf, type SubsequenceReport } from './subsequences';
import type { PlannedSize } from './testPlan';
import { trendOf, type Trend } from './trend';

/** A campaign's analytics with their meaning, as plain data: what the tree, the page, exports and tools all show. */
export interface CampaignReport {
  readonly campaign: {
    readonly id: string;
    readonly name: string;
    readonly status: string | null;
    /** ISO 8601. */
    readonly startedAt: string | null;
  };
  /** What the figures cover; without bounds, all time. Lead status is always of now. */
  readonly period: Period;
  readonly rateBase: EngagementBase;
  readonly tracking: Tracking;
  /** Over the main sequence and all subsequences. */
  readonly figures: Figures;
  /** Part of the replies; its count is `null` where SendKit does not say. */
  readonly positiveReplied: Figure;
  /** `null` where nobody counts one of its two figures. */
  readonly clickToOpen: Rate | null;
  readonly health: Health;
  /** `null` where the answer does not tell them apart. */
  readonly bySequence: { readonly main: Figures; readonly subsequence: Figures } | null;
  /** Of the main sequence. */
  readonly steps: readonly StepReport[];
  readonly subsequences: readonly SubsequenceReport[];
  /** `null` where no daily figures were asked for or came. */
  readonly trend: Trend | null;
  readonly leadStatus: LeadStatus;
  readonly totalReplied: Count;
  readonly notes: readonly DataNote[];
}

export interface ReportOptions {
  /** The id that was asked for: the campaign's identity, whatever the answer says. */
  readonly id: string;
  readonly rateBase: EngagementBase;
  readonly abTestRules?: ABTestRules;
  readonly healthRules?: HealthRules;
  /** The sizes that somebody wrote down for tests of this campaign; of several for one test, the first counts. */
  readonly planned?: readonly PlannedSize[];
  readonly oddValues?: readonly OddValue[];
  readonly period?: Period;
  /** The campaign's own record: names of steps, and what is tracked. */
  readonly detail?: CampaignDetail | null;
  /** The sibling endpoint's answer, which has positive replies and the steps of subsequences. */
  readonly totals?: CampaignAnalytics | null;
  readonly daily?: readonly DailyRow[] | null;
  readonly missing?: readonly MissingPart[];
}

/** The report of a campaign's answers. Pure: the same answers and options give the same report. */
export function reportOf(
  answer: CampaignAnalytics,
  {
    id,
    rateBase,
    abTestRules,
    healthRules = DEFAULT_HEALTH_RULES,
    planned = [],
    oddValues = [],
    period = {},
    detail = null,
    totals = null,
    daily = null,
    missing = [],
  }: ReportOptions,
): CampaignReport {
  const tracking = { opens: detail?.trackOpens ?? null, clicks: detail?.trackClicks ?? null };
  const followUps = answer.subsequences.length > 0 ? answer.subsequences : (totals?.subsequences ?? []);
  const rows = [answer, ...followUps].reduce((sum, { stepAnalytics }) => sum + stepAnalytics.length, 0);
  const mostVariants = mostVariantsIn(rows);
  const options = { base: rateBase, tracking, planned, mostVariants, ...(abTestRules ? { abTestRules } : {}) };
  const figures = figuresOfStated(answer.stats, rateBase, tracking);
  const steps = stepsOf(answer.stepAnalytics, {
    ...options,
    sequence: detail?.sequence ?? [],
    planned: planned.filter(({ subsequence }) => subsequence === null),
  });
  const subsequences = subsequencesOf(followUps, options);
  return {
    campaign: {
      id,
      name: answer.campaign.name ?? detail?.name ?? id,
      status: answer.campaign.status ?? detail?.status ?? null,
      startedAt: answer.campaign.startedAt ?? detail?.startedAt ?? null,
    },
    period,
    rateBase,
    tracking,
    figures,
    positiveReplied: engagementFigure(
      'positiveReplied',
      answer.totalPositiveReplied ?? totals?.totalPositiveReplied ?? null,
      { sent: figures.sent.count, delivered: figures.delivered.count },
      rateBase,
    ),
    clickToOpen:
      figures.opened.tracked && figures.clicked.tracked
        ? rate(figures.clicked.count, figures.opened.count, 'opened')
        : null,
    health: healthOf(figures, healthRules, steps),
    bySequence: bySequenceOf(answer, rateBase, tracking),
    steps,
    subsequences,
    trend: daily && trendOf(daily, period),
    leadStatus: leadStatusOf(answer.statusBreakdown),
    totalReplied: answer.totalReplied,
    notes: [
      ...missing.map((part): DataNote => ({ kind: 'partMissing', ...part })),
      ...dataNotesOf(answer, figures, steps, subsequences, oddValues),
    ],
  };
}

function bySequenceOf(
  { bySequence: { main, subsequence } }: CampaignAnalytics,
  base: EngagementBase,
  tracking: Tracking,
): CampaignReport['bySequence'] {
  if (main.sent === null || subsequence.sent === null) return null;
  return {
    main: figuresOfStated(main, base, tracking),
    subsequence: figuresOfStated(subsequence, base, tracking),
  };
}
