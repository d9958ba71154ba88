import { dayOf } from './data/days';
import type { Span } from './data/story';
import { REFUSALS, type Answer } from './exchange';

/** The days of `from` and `to`, in UTC and both included, which no page says. What is no day is refused. */
export function periodOf(query: URLSearchParams): Partial<Span> | Answer {
  const period: { from?: number; to?: number } = {};
  for (const name of ['from', 'to'] as const) {
    const text = query.get(name);
    if (text === null) continue;
    const day = dayOf(text);
    if (day === undefined) return REFUSALS.badRequest(`${name} is a date such as 2025-07-01`);
    period[name] = day;
  }
  return (period.from ?? -Infinity) > (period.to ?? Infinity) ? REFUSALS.badRequest('from is after to') : period;
}
