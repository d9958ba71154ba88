import type { Campaign, CampaignStory } from '../data/campaign';
import { timeOf, type Day } from '../data/days';
import { figuresIn, NOTHING, plus, type Figures, type Sequence, type Span } from '../data/story';
import type { World } from '../world';

/** A campaign at the moment at which somebody asks. */
export interface Told {
  readonly campaign: Campaign;
  /** With what happened to it by `touch`. */
  readonly story: CampaignStory;
  readonly touches: number;
  readonly today: Day;
}

export function told(campaign: Campaign, world: World): Told {
  const touches = world.touchesOf(campaign.id);
  const { story } = campaign;
  const main = { ...story.main, replied: story.main.replied + touches };
  return { campaign, story: touches === 0 ? story : { ...story, main }, touches, today: world.today };
}

/** Of a question without a period, or with half of one: nothing is known of days to come. */
export function spanOf({ from, to }: Partial<Span>, { story, today }: Told): Span {
  return { from: from ?? story.firstDay, to: Math.min(to ?? today, today) };
}

export function totalIn({ story }: Told, span: Span, sequences: readonly Sequence[] = allOf(story)): Figures {
  return sequences.map((sequence) => figuresIn(story, sequence, span)).reduce(plus, NOTHING);
}

export function allOf({ main, subsequences }: CampaignStory): readonly Sequence[] {
  return [main, ...subsequences];
}

/** When anything last happened. */
export function updatedAt({ story: { firstDay, progress }, touches, today }: Told): string {
  if (touches > 0) return new Date(Date.parse(timeOf(today, 12)) + touches * 1000).toISOString();
  return timeOf(Math.min(today, firstDay + progress.length - 2), 18);
}

/** All leads by status, which know no period. */
export function statusBreakdownOf(asked: Told): unknown {
  const { campaign, story, touches } = asked;
  if (campaign.fixed) return withReplies(campaign.fixed.statusBreakdown, touches);
  const { leads, status } = campaign;
  const { replied, bounced, unsubscribed } = totalIn(asked, spanOf({}, asked));
  const contacted = contactedBy(asked);
  const rest = Math.max(contacted - replied - bounced - unsubscribed, 0);
  const restIs =
    story.main.steps.length === 0 || status === 'active' ? 'active' : status === 'paused' ? 'paused' : 'completed';
  return Object.fromEntries(
    Object.entries({ pending: leads - contacted, [restIs]: rest, replied, bounced, unsubscribed }).filter(
      ([, count]) => count > 0,
    ),
  );
}

/** Leads that got the first e-mail. */
export function contactedBy(asked: Told): number {
  const { story, campaign } = asked;
  const opening = { ...story.main, steps: story.main.steps.filter(({ sequenceStep }) => sequenceStep === 0) };
  return Math.min(figuresIn(story, opening, spanOf({}, asked)).sent, campaign.leads);
}

function withReplies(breakdown: unknown, more: number): unknown {
  if (more === 0 || typeof breakdown !== 'object' || breakdown === null) return breakdown;
  const { replied } = breakdown as { readonly replied?: unknown };
  return typeof replied === 'number' ? { ...breakdown, replied: replied + more } : breakdown;
}
