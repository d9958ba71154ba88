import type { Count } from '../sendkit/schemas';
import { difference, rate, type Rate } from './rate';

/** The seven figures of a campaign, a step or a variant, in the order in which they are read. */
export const FIGURE_NAMES = ['sent', 'delivered', 'opened', 'clicked', 'replied', 'bounced', 'unsubscribed'] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/** Positive replies are part of the replies, and stand beside the seven where SendKit counts them. */
export type CountedName = FigureName | 'positiveReplied';

/** What opens, clicks, replies and unsubscribes are divided by: the setting `sendkit.rateBase`. */
export type EngagementBase = 'delivered' | 'sent';

/** Whether the campaign counts opens and clicks at all; `null` where SendKit does not say. */
export interface Tracking {
  readonly opens: boolean | null;
  readonly clicks: boolean | null;
}

export const TRACKING_UNKNOWN: Tracking = { opens: null, clicks: null };

export interface Figure {
  readonly name: CountedName;
  readonly count: Count;
  /** `false` where a zero means "not tracked", not "none": then count and rates are unknown. */
  readonly tracked: boolean;
  /** `null` for `sent`, which is a share of nothing. */
  readonly rate: Rate | null;
  /** The same count over the other engagement base; `null` where only one base makes sense. */
  readonly otherRate: Rate | null;
}

export type Figures = Readonly<Record<FigureName, Figure>>;
export type Counters = Readonly<Record<FigureName, Count>>;

/** Rates of seven counts: delivered and bounced over sent, the others over the chosen base. */
export function figuresOf(counters: Counters, base: EngagementBase, tracking = TRACKING_UNKNOWN): Figures {
  const overSent = (name: FigureName): Figure => ({
    name,
    count: counters[name],
    tracked: true,
    rate: rate(counters[name], counters.sent, 'sent'),
    otherRate: null,
  });
  const engagement = (name: FigureName, tracked: boolean | null = true): Figure =>
    engagementFigure(name, counters[name], counters, base, tracked);
  return {
    sent: { name: 'sent', count: counters.sent, tracked: true, rate: null, otherRate: null },
    delivered: overSent('delivered'),
    opened: engagement('opened', tracking.opens),
    clicked: engagement('clicked', tracking.clicks),
    replied: engagement('replied'),
    bounced: overSent('bounced'),
    unsubscribed: engagement('unsubscribed'),
  };
}

/** The figures of counts as SendKit states them, with `delivered` put right where it contradicts the rest. */
export function figuresOfStated(stated: Counters, base: EngagementBase, tracking = TRACKING_UNKNOWN): Figures {
  return figuresOf({ ...stated, delivered: deliveredOf(stated) }, base, tracking);
}

/** One count over both engagement bases. A zero of what is not tracked is no zero. */
export function engagementFigure(
  name: CountedName,
  count: Count,
  bases: Readonly<Record<EngagementBase, Count>>,
  base: EngagementBase,
  isTracked: boolean | null = true,
): Figure {
  const tracked = isTracked !== false || (count ?? 0) > 0;
  const other = base === 'delivered' ? 'sent' : 'delivered';
  const counted = tracked ? count : null;
  return {
    name,
    count: counted,
    tracked,
    rate: rate(counted, bases[base], base),
    otherRate: rate(counted, bases[other], other),
  };
}

/**
 * The answer's `delivered` where it agrees with `delivered + bounced <= sent`, else `sent - bounced`.
 * SendKit's documented examples contradict each other here, and step rows have no `delivered` at all.
 */
export function deliveredOf(counts: { delivered: Count; sent: Count; bounced: Count }): Count {
  return contradictsBounced(counts) || counts.delivered === null
    ? difference(counts.sent, counts.bounced)
    : counts.delivered;
}

export function contradictsBounced({
  delivered,
  sent,
  bounced,
}: {
  delivered: Count;
  sent: Count;
  bounced: Count;
}): boolean {
  return delivered !== null && sent !== null && delivered + (bounced ?? 0) > sent;
}
