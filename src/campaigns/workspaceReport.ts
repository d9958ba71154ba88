// What SendKit says of a workspace, with its meaning: plain data for every surface.
import {
  deliveredOf,
  engagementFigure,
  figuresOf,
  type EngagementBase,
  type Figure,
  type Figures,
} from '../analytics/figures';
import { healthOf, type Health } from '../analytics/health';
import { rate, type Rate } from '../analytics/rate';
import type { HealthRules } from '../analytics/rules';
import type { Mailboxes } from '../sendkit/client';
import type { CampaignSummary, Count, Mailbox, Overview } from '../sendkit/schemas';
import type { CampaignPages } from './campaignPages';

/** All campaigns of the workspace together, of all time. */
export interface WorkspaceTotals {
  readonly figures: Figures;
  /** Its count is `null` where SendKit does not say. */
  readonly positiveReplied: Figure;
  readonly campaigns: Count;
  readonly activeCampaigns: Count;
}

export interface WorkspaceCampaign {
  readonly id: string;
  readonly name: string;
  readonly status: string | null;
  /** ISO 8601. */
  readonly startedAt: string | null;
  readonly figures: Figures;
  readonly positiveReplied: Figure;
}

/** As much of a list as was read. */
export interface WorkspaceCampaigns {
  readonly campaigns: readonly WorkspaceCampaign[];
  readonly more: boolean;
  /** Of the whole list, where SendKit says. */
  readonly total: Count;
}

export interface WorkspaceMailbox {
  readonly id: string | null;
  readonly email: string | null;
  readonly displayName: string | null;
  readonly status: string | null;
  readonly bounced: BounceRate;
  readonly health: Health;
  readonly sentToday: Count;
  readonly dailySendLimit: Count;
  readonly warmup: { readonly enabled: boolean | null; readonly status: string | null };
  readonly figures: Figures;
  readonly positiveReplied: Figure;
}

/** Counted here where SendKit gives the counts; else what it reckoned itself, a fraction without counts and interval. */
export type BounceRate =
  | { readonly kind: 'counted'; readonly rate: Rate }
  | { readonly kind: 'reckoned'; readonly value: number }
  | { readonly kind: 'unknown' };

export interface WorkspaceMailboxes {
  readonly mailboxes: readonly WorkspaceMailbox[];
  /** Whether these are all. */
  readonly complete: boolean;
}

export function totalsOf(overview: Overview, base: EngagementBase): WorkspaceTotals {
  const { totalCampaigns, activeCampaigns } = overview;
  return {
    ...figuresWithPositive({ ...overview, delivered: null, unsubscribed: null }, base),
    campaigns: totalCampaigns,
    activeCampaigns,
  };
}

export function campaignsOf({ campaigns, next, total }: CampaignPages, base: EngagementBase): WorkspaceCampaigns {
  return { campaigns: campaigns.map((campaign) => campaignOf(campaign, base)), more: next !== null, total };
}

function campaignOf({ id, name, status, startedAt, stats }: CampaignSummary, base: EngagementBase): WorkspaceCampaign {
  return { id, name: name ?? id, status, startedAt, ...figuresWithPositive(stats, base) };
}

export function mailboxesOf(
  { mailboxes, complete }: Mailboxes,
  base: EngagementBase,
  rules: HealthRules,
): WorkspaceMailboxes {
  return { mailboxes: mailboxes.map((mailbox) => mailboxOf(mailbox, base, rules)), complete };
}

function mailboxOf(mailbox: Mailbox, base: EngagementBase, rules: HealthRules): WorkspaceMailbox {
  const { id, email, displayName, status, sentToday, dailySendLimit, warmup, performance } = mailbox;
  const counted = figuresWithPositive(performance, base);
  return {
    ...{ id, email, displayName, status, sentToday, dailySendLimit, warmup },
    bounced: bounceRateOf(mailbox),
    health: healthOf(counted.figures, rules),
    ...counted,
  };
}

function bounceRateOf({ performance: { sent, bounced }, bounceRate, rates }: Mailbox): BounceRate {
  if (sent !== null && bounced !== null) return { kind: 'counted', rate: rate(bounced, sent, 'sent') };
  const value = bounceRate ?? rates.bounce;
  return value === null ? { kind: 'unknown' } : { kind: 'reckoned', value };
}

function figuresWithPositive(
  counts: CampaignSummary['stats'] | Mailbox['performance'],
  base: EngagementBase,
): { readonly figures: Figures; readonly positiveReplied: Figure } {
  const delivered = deliveredOf(counts);
  return {
    figures: figuresOf({ ...counts, delivered }, base),
    positiveReplied: engagementFigure(
      'positiveReplied',
      counts.positiveReplied,
      { sent: counts.sent, delivered },
      base,
    ),
  };
}
