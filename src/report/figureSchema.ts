// Figures as they arrive at the page, where all that arrives is `unknown`.
import * as v from 'valibot';
import { day } from '../analytics/periodSchema';

export const number = v.nullable(v.pipe(v.number(), v.finite()));
export const interval = v.nullable(v.object({ low: v.number(), high: v.number() }));
export const rate = v.object({
  numerator: number,
  denominator: number,
  base: v.picklist(['sent', 'delivered', 'opened', 'leads']),
  value: number,
  interval,
});
export const figure = <const Name extends string>(name: Name) =>
  v.object({
    name: v.literal(name),
    count: number,
    tracked: v.boolean(),
    rate: v.nullable(rate),
    otherRate: v.nullable(rate),
  });
export const figures = v.object({
  sent: figure('sent'),
  delivered: figure('delivered'),
  opened: figure('opened'),
  clicked: figure('clicked'),
  replied: figure('replied'),
  bounced: figure('bounced'),
  unsubscribed: figure('unsubscribed'),
});
export const count = v.pipe(v.number(), v.finite());
/** What every pair of rates has, whatever its two sides are. */
export const difference = {
  difference: count,
  interval,
  lift: number,
  method: v.picklist(['z', 'fisher']),
  p: count,
  adjustedP: count,
};
export const text = v.nullable(v.string());
export const period = v.object({ from: v.exactOptional(day), to: v.exactOptional(day) });

export const campaign = v.object({ id: v.string(), name: v.string(), status: text, startedAt: text });
