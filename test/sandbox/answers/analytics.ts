// `GET /v1/campaigns/{id}/analytics` and its sibling `GET /v1/analytics/campaigns/{id}`, as their newest pages have them.
import type { CampaignStory, Subsequence } from '../data/campaign';
import {
  figuresIn,
  NOTHING,
  plus,
  stepFiguresIn,
  type Figures,
  type Sequence,
  type Span,
  type Step,
} from '../data/story';
import { wrapped } from '../exchange';
import { spanOf, statusBreakdownOf, totalIn, type Told } from './told';

/** The whole answer as text, because the bytes of some are fixed. */
export function analyticsText(asked: Told, period: Partial<Span>): string {
  const { fixed } = asked.campaign;
  const allTime = period.from === undefined && period.to === undefined;
  if (fixed && (fixed.always || (allTime && asked.touches === 0))) return fixed.text;
  return wrapped(analytics(asked, spanOf(period, asked)));
}

function analytics(asked: Told, span: Span): object {
  const { campaign, story } = asked;
  const { positiveReplied, ...stats } = totalIn(asked, span);
  return {
    campaign: campaign.fixed?.campaign ?? {
      id: campaign.id,
      name: campaign.name,
      status: campaign.status,
      startedAt: campaign.startedAt,
    },
    stats,
    bySequence: bySequence(asked, span),
    stepAnalytics: rowsByVariant(story, story.main.steps, span),
    subsequences: story.subsequences.map((subsequence) => subsequenceIn(story, subsequence, span)),
    statusBreakdown: statusBreakdownOf(asked),
    totalReplied: stats.replied,
    ...(story.subsequences.length > 0 && { totalPositiveReplied: positiveReplied }),
  };
}

/** The same without variants and the campaign's start, but with positive replies. */
export function totals(asked: Told, period: Partial<Span>): object {
  const { campaign, story } = asked;
  const span = spanOf(period, asked);
  const { positiveReplied, ...stats } = totalIn(asked, span);
  const { id, name, status } = campaign;
  return {
    campaign: { id, name, status },
    stats,
    bySequence: bySequence(asked, span),
    stepStats: rowsByStep(story, story.main.steps, span),
    subsequences: story.subsequences.map((subsequence) =>
      subsequenceIn(story, { ...subsequence, rowsAs: 'stepStats' }, span),
    ),
    statusBreakdown: statusBreakdownOf(asked),
    totalReplied: stats.replied,
    totalPositiveReplied: positiveReplied,
  };
}

function bySequence(asked: Told, span: Span): object {
  const { main, subsequences } = asked.story;
  return {
    main: fourOf(totalIn(asked, span, [main])),
    subsequence: fourOf(totalIn(asked, span, subsequences)),
  };
}

function subsequenceIn(story: CampaignStory, subsequence: Subsequence, span: Span): object {
  const { id, name, trigger, enabled, archived, addedCount, currentlyEnrolled, rowsAs, steps } = subsequence;
  const rows = rowsAs === 'stepStats' ? rowsByStep(story, steps, span) : rowsByVariant(story, steps, span);
  const { sent, opened, clicked, bounced, replied } = figuresIn(story, subsequence, span);
  return {
    id,
    name,
    trigger,
    enabled,
    archived,
    addedCount,
    currentlyEnrolled,
    stats: { sent, opened, clicked, bounced, replied },
    [rowsAs]: rows,
  };
}

function rowsByVariant(story: CampaignStory, steps: Sequence['steps'], span: Span): object[] {
  return steps.map((step) => ({
    _id: { sequenceStep: step.sequenceStep, variant: step.variant },
    ...fourOf(stepFiguresIn(story, step, span)),
  }));
}

function rowsByStep(story: CampaignStory, steps: Sequence['steps'], span: Span): object[] {
  const byStep = new Map<number, Figures>();
  for (const step of steps) {
    byStep.set(step.sequenceStep, plus(byStep.get(step.sequenceStep) ?? NOTHING, stepFiguresIn(story, step, span)));
  }
  return [...byStep].map(([_id, figures]) => ({ _id, ...fourOf(figures) }));
}

function fourOf({ sent, opened, clicked, bounced }: Figures): Pick<Step, 'sent' | 'opened' | 'clicked' | 'bounced'> {
  return { sent, opened, clicked, bounced };
}
