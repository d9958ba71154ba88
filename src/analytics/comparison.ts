// Campaigns, or periods of one, side by side: which of their differences are more than noise.
import type { CampaignReport } from './report';
import type { EngagementBase, Figure, Figures } from './figures';
import type { Period } from './period';
import type { Rate } from './rate';
import { proportionOf, rateDifference, shareOf, type RateDifference } from './rateDifference';
import { SIGNIFICANT } from './significance';
import { holmAdjusted } from './statistics/holm';
import type { Proportion } from './statistics/proportion';

/** The rates that are tested; delivery is left out, being the other side of bounces. */
export const COMPARED_RATES = ['replied', 'clicked', 'opened', 'bounced', 'unsubscribed'] as const;
export type ComparedRateName = (typeof COMPARED_RATES)[number];

/** A campaign over a period. */
export interface ComparisonSubject {
  readonly campaign: CampaignReport['campaign'];
  readonly period: Period;
  readonly figures: Figures;
  readonly positiveReplied: Figure;
}

/** Two subjects by their places in the list. */
export interface ComparedPair extends RateDifference {
  readonly a: number;
  readonly b: number;
  /** After Holm over all pairs and rates of the comparison. */
  readonly adjustedP: number;
  readonly moreThanNoise: boolean;
}

export interface ComparedRate {
  readonly name: ComparedRateName;
  /** One a subject. */
  readonly rates: readonly (Rate | null)[];
  /** Of subjects that both have the rate. */
  readonly pairs: readonly ComparedPair[];
}

/** A subject's place in the order, and the reply rate that it was sorted by. */
export interface RankedSubject {
  readonly subject: number;
  /** The reply rate drawn towards the prior's, as if the prior's mails had been sent too; `null` where unknown. */
  readonly shrunkRate: number | null;
}

/** What small campaigns are drawn towards. */
export interface ComparisonPrior {
  readonly rate: number;
  /** Mails that it weighs. */
  readonly weight: number;
  readonly from: 'workspace' | 'compared';
}

export interface Comparison {
  readonly rateBase: EngagementBase;
  readonly subjects: readonly ComparisonSubject[];
  readonly rates: readonly ComparedRate[];
  /** By shrunk reply rate, the highest first, the unknown last. */
  readonly ranking: readonly RankedSubject[];
  readonly prior: ComparisonPrior | null;
  /** The same campaign over days that overlap: the same mails are on both sides, so nothing is tested. */
  readonly overlapping: boolean;
}

export const MIN_SUBJECTS = 2;
export const MAX_SUBJECTS = 6;

/** A campaign of 200 mails counts half for itself and half for the workspace. */
const PRIOR_WEIGHT = 200;

/** Compares two to six subjects; `workspaceReplies` is the workspace's reply rate over the same base, where it is known. */
export function comparisonOf(
  subjects: readonly ComparisonSubject[],
  rateBase: EngagementBase,
  workspaceReplies: Rate | null,
): Comparison {
  const overlapping = subjects.some((subject, index) =>
    subjects.slice(index + 1).some((other) => sharesMails(subject, other)),
  );
  const prior = priorOf(subjects, workspaceReplies);
  return {
    rateBase,
    subjects,
    rates: overlapping ? untestedRates(subjects) : testedRates(subjects),
    ranking: rankingOf(subjects, prior),
    prior,
    overlapping,
  };
}

function untestedRates(subjects: readonly ComparisonSubject[]): ComparedRate[] {
  return COMPARED_RATES.map((name) => ({ name, rates: subjects.map(({ figures }) => figures[name].rate), pairs: [] }));
}

/** One family: Holm goes over everything that is shown side by side. */
function testedRates(subjects: readonly ComparisonSubject[]): ComparedRate[] {
  const rates = untestedRates(subjects).map((rate) => ({ ...rate, pairs: pairsOf(rate.rates) }));
  const adjusted = holmAdjusted(rates.flatMap(({ pairs }) => pairs.map(({ p }) => p)));
  let next = 0;
  return rates.map((rate) => ({
    ...rate,
    pairs: rate.pairs.map((pair) => {
      const adjustedP = adjusted[next++] ?? 1;
      return { ...pair, adjustedP, moreThanNoise: adjustedP < SIGNIFICANT };
    }),
  }));
}

function pairsOf(rates: readonly (Rate | null)[]): Omit<ComparedPair, 'adjustedP' | 'moreThanNoise'>[] {
  const arms = rates.map(armOf);
  return arms.flatMap((first, a) =>
    arms.flatMap((second, b) => (b > a && first && second ? [{ a, b, ...rateDifference(first, second) }] : [])),
  );
}

/** A rate that can be compared has something to divide by. */
function armOf(rate: Rate | null): Proportion | null {
  const arm = proportionOf(rate);
  return arm && arm.trials > 0 ? arm : null;
}

function priorOf(subjects: readonly ComparisonSubject[], workspaceReplies: Rate | null): ComparisonPrior | null {
  const workspace = armOf(workspaceReplies);
  if (workspace) return { rate: shareOf(workspace), weight: PRIOR_WEIGHT, from: 'workspace' };
  const arms = subjects.map(({ figures }) => armOf(figures.replied.rate)).filter((arm) => arm !== null);
  const trials = arms.reduce((total, arm) => total + arm.trials, 0);
  const events = arms.reduce((total, arm) => total + arm.events, 0);
  return trials === 0 ? null : { rate: events / trials, weight: PRIOR_WEIGHT, from: 'compared' };
}

function rankingOf(subjects: readonly ComparisonSubject[], prior: ComparisonPrior | null): RankedSubject[] {
  return subjects
    .map(({ figures }, subject) => {
      const arm = armOf(figures.replied.rate);
      const shrunkRate = arm && prior ? (arm.events + prior.rate * prior.weight) / (arm.trials + prior.weight) : null;
      return { subject, shrunkRate };
    })
    .sort((a, b) => (b.shrunkRate ?? -1) - (a.shrunkRate ?? -1));
}

function sharesMails(one: ComparisonSubject, other: ComparisonSubject): boolean {
  if (one.campaign.id !== other.campaign.id) return false;
  return (
    (one.period.from ?? '') <= (other.period.to ?? '9999') && (other.period.from ?? '') <= (one.period.to ?? '9999')
  );
}
