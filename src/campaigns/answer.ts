import type { Period, PeriodChoice } from '../analytics/period';
import type { OddValue } from '../sendkit/decode';
import type { SendKitProblem } from '../sendkit/errors';
import type { CampaignAnalytics, CampaignDetail, DailyRow } from '../sendkit/schemas';

/** What is asked for beside the analytics themselves. One that cannot be had does not spoil the rest. */
export type AnswerPart = 'detail' | 'totals' | 'daily';

/** Why a part could not be had. */
export interface MissingAnswer extends SendKitProblem {
  readonly part: AnswerPart;
}

/** Everything SendKit said about a campaign at one time. */
export interface Answer {
  /** Epoch milliseconds; also when an unchanged campaign was last confirmed. */
  readonly fetchedAt: number;
  readonly choice: PeriodChoice;
  /** The days that the choice stood for when it was asked. */
  readonly period: Period;
  readonly analytics: CampaignAnalytics;
  readonly oddValues: readonly OddValue[];
  readonly detail: CampaignDetail | null;
  readonly totals: CampaignAnalytics | null;
  readonly daily: readonly DailyRow[] | null;
  /** Whether totals and daily rows were asked for: the report shows them, the tree does not. */
  readonly whole: boolean;
  readonly missing: readonly MissingAnswer[];
  /** Of the campaign in the list, when the two were last seen to agree. */
  readonly fingerprint: string | null;
}

/** The workspace that a campaign belongs to; only a key that opens several has to name it. */
export interface WorkspaceRef {
  readonly id: string;
  readonly name: string | null;
}
