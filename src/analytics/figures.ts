import type { Count } from '../sendkit/schemas';
import { difference, rate, type Rate } from './rate';

/** The seven figures of a campaign, a step or a variant, in the order in which they are read. */
export const FIGURE_NAMES = ['sent', 'delivered', 'opened', 'clicked', 'replied', 'bounced', 'unsubscribed'] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/** What opens, clicks, replies and unsubscribes are divided by: the setting `sendkit.rateBase`. */
export type EngagementBase = 'delivered' | 'sent';

export interface Figure {
  readonly name: FigureName;
  readonly count: Count;
  /** `null` for `sent`, which is a share of nothing. */
  readonly rate: Rate | null;
  /** The same count over the other engagement base; `null` where only one base makes sense. */
  readonly otherRate: Rate | null;
}

export type Figures = Readonly<Record<FigureName, Figure>>;
export type Counters = Readonly<Record<FigureName, Count>>;

/** Rates of seven counts: delivered and bounced over sent, the others over the chosen base. */
export function figuresOf(counters: Counters, base: EngagementBase): Figures {
  const overSent = (name: FigureName): Figure => ({
    name,
    count: counters[name],
    rate: rate(counters[name], counters.sent, 'sent'),
    otherRate: null,
  });
  const engagement = (name: FigureName): Figure => {
    const other = base === 'delivered' ? 'sent' : 'delivered';
    return {
      name,
      count: counters[name],
      rate: rate(counters[name], counters[base], base),
      otherRate: rate(counters[name], counters[other], other),
    };
  };
  return {
    sent: { name: 'sent', count: counters.sent, rate: null, otherRate: null },
    delivered: overSent('delivered'),
    opened: engagement('opened'),
    clicked: engagement('clicked'),
    replied: engagement('replied'),
    bounced: overSent('bounced'),
    unsubscribed: engagement('unsubscribed'),
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
