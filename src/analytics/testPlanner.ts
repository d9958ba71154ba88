// What a test would take: how many mails, how long, and what the list is too short to show.
import type { CampaignReport } from './report';
import { addDays, daysBetween } from './period';
import { proportionOf, shareOf } from './rateDifference';
import { detectableLift } from './statistics/sampleSize';
import type { StepReport } from './steps';
import { TEST_METRICS, type TestMetric } from './testMetric';
import { alphaOfPair, sizePerVariant } from './testPlan';

/** Something that can be tested: one e-mail by one rate. */
export interface Testable {
  readonly step: StepReport;
  readonly metric: TestMetric;
  /** A fraction above 0. */
  readonly baseRate: number;
  /** Of that e-mail on an average day; `null` where the report does not tell. */
  readonly sentPerDay: number | null;
}

export interface PlannedLift {
  /** As a factor. */
  readonly lift: number;
  readonly variants: number;
  /** Mails of the rate's base; `null` where no size would do. */
  readonly perVariant: number | null;
  readonly total: number | null;
  /** The day `YYYY-MM-DD` on which all have been sent; `null` where nobody knows how fast. */
  readonly until: string | null;
}

/** The smallest lift that a list can show. */
export interface ListLimit {
  readonly leads: number;
  readonly variants: number;
  /** As a factor; `null` where the list can show no lift at all. */
  readonly lift: number | null;
}

/** Longer is no plan. */
const MAX_DAYS = 3_650;
const RECENT_DAYS = 14;

/** The e-mails of the main sequence by every rate that they have, the weightiest rate first. */
export function testablesOf(report: CampaignReport, today: string): Testable[] {
  return report.steps.flatMap((step) =>
    TEST_METRICS.flatMap((metric) => testableOf(step, metric, report, today) ?? []),
  );
}

/** An e-mail by one rate; `undefined` where that is unknown or 0. */
export function testableOf(
  step: StepReport,
  metric: TestMetric,
  report: CampaignReport,
  today: string,
): Testable | undefined {
  const arm = proportionOf(step.figures[metric].rate);
  const baseRate = arm ? shareOf(arm) : 0;
  return baseRate > 0 ? { step, metric, baseRate, sentPerDay: sentPerDayOf(step, report, today) } : undefined;
}

export function plannedLift(
  { baseRate, sentPerDay }: Testable,
  lift: number,
  variants: number,
  today: string,
): PlannedLift {
  const perVariant = sizePerVariant({ base: baseRate, lift, variants });
  const total = perVariant === null ? null : perVariant * variants;
  const days = total === null || !sentPerDay ? null : Math.ceil(total / sentPerDay);
  return {
    lift,
    variants,
    perVariant,
    total,
    until: days === null || days > MAX_DAYS ? null : addDays(today, days),
  };
}

/** What the leads that have not been written to yet can show; all leads where their status is not told. `null` without leads. */
export function listLimitOf(
  { baseRate }: Testable,
  { leadStatus }: CampaignReport,
  variants: number,
): ListLimit | null {
  const waiting = leadStatus.rows.find(({ status }) => status === 'pending')?.count;
  const leads = waiting ?? leadStatus.total;
  if (!leads) return null;
  const trialsPerArm = Math.floor(leads / variants);
  const lift = detectableLift({ base: baseRate, trialsPerArm, alpha: alphaOfPair(variants) });
  return { leads, variants, lift };
}

/** The step's share of what the campaign sent on the last days, or since it started. */
function sentPerDayOf(step: StepReport, { figures, trend, campaign }: CampaignReport, today: string): number | null {
  const ofStep = step.figures.sent.count;
  const ofAll = figures.sent.count;
  if (!ofStep || !ofAll) return null;
  const recent = trend?.days.slice(-RECENT_DAYS) ?? [];
  const recentlySent = recent.reduce((total, { sent }) => total + (sent ?? 0), 0);
  if (recentlySent > 0) return (recentlySent / recent.length) * Math.min(1, ofStep / ofAll);
  if (campaign.startedAt === null) return null;
  const days = daysBetween(campaign.startedAt.slice(0, 10), today);
  return days > 0 ? ofStep / days : null;
}
