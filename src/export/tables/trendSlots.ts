import { sum } from '../../analytics/rate';
import type { Trend, TrendDay, TrendWindow } from '../../analytics/trend';

export type TrendCount = Exclude<keyof TrendDay, 'date'>;

/** Days that are drawn as one: first and last, their counts added up, and the rates of the last one's seven days. */
export interface TrendSlot {
  readonly from: string;
  readonly to: string;
  readonly counts: Readonly<Record<TrendCount, TrendDay[TrendCount]>>;
  readonly window: TrendWindow | null;
}

export const TREND_COUNTS = [
  'sent',
  'opened',
  'clicked',
  'replied',
  'positiveReplied',
  'bounced',
] as const satisfies readonly TrendCount[];

/** As many as a narrow chart has room for. */
const MOST_SLOTS = 100;
/** Days in a slot: a week's days differ from each other, weeks do not. */
const LENGTHS = [1, 7, 28];

/** How many days a slot of this trend has. */
export function slotLength({ days }: Pick<Trend, 'days'>): number {
  return LENGTHS.find((length) => days.length / length <= MOST_SLOTS) ?? 28;
}

/** The trend in slots of that many days, counted back from the last day; the first may be shorter. */
export function slotsOf({ days, windows }: Trend, length: number): TrendSlot[] {
  const byDate = new Map(windows.map((window) => [window.date, window]));
  const first = days.length % length;
  const runs = first === 0 ? [] : [days.slice(0, first)];
  for (let start = first; start < days.length; start += length) runs.push(days.slice(start, start + length));
  return runs.map((run) => {
    const to = run.at(-1)?.date ?? '';
    const counts = Object.fromEntries(
      TREND_COUNTS.map((name) => [name, sum(run.map((day) => day[name]))]),
    ) as unknown as TrendSlot['counts'];
    return { from: run[0]?.date ?? '', to, counts, window: byDate.get(to) ?? null };
  });
}
