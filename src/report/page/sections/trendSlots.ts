import { sum } from '../../../analytics/rate';
import type { Trend, TrendDay, TrendWindow } from '../../../analytics/trend';

/** How long a slot of the trend is. */
export const GRAINS = ['day', 'week', 'month'] as const;
export type Grain = (typeof GRAINS)[number];

/** What a chart of the trend counts. */
export type TrendCount = Exclude<keyof TrendDay, 'date'>;

type Counts = Readonly<Record<TrendCount, TrendDay[TrendCount]>>;

/** One or more days that are drawn as one. */
export interface TrendSlot {
  /** First and last day; the same where it is one. */
  readonly from: string;
  readonly to: string;
  readonly counts: Counts;
  /** The rates of the seven days up to its last; none where there are not seven. */
  readonly window: TrendWindow | null;
}

const WEEK = 7;
const COUNTS = ['sent', 'opened', 'clicked', 'replied', 'positiveReplied', 'bounced'] as const satisfies TrendCount[];

/** The trend in slots of days, of seven days counted back from the last one, or of calendar months. */
export function slotsOf({ days, windows }: Trend, grain: Grain): TrendSlot[] {
  const byDate = new Map(windows.map((window) => [window.date, window]));
  return runsOf(days, grain).map((run) => {
    const from = run[0]?.date ?? '';
    const to = run.at(-1)?.date ?? '';
    const counts = Object.fromEntries(COUNTS.map((name) => [name, sum(run.map((day) => day[name]))])) as Counts;
    return { from, to, counts, window: byDate.get(to) ?? null };
  });
}

/** How many slots there would be. */
export function slotCount({ days }: Trend, grain: Grain): number {
  switch (grain) {
    case 'day':
      return days.length;
    case 'week':
      return Math.ceil(days.length / WEEK);
    case 'month':
      return new Set(days.map(({ date }) => monthOf(date))).size;
  }
}

function runsOf(days: readonly TrendDay[], grain: Grain): TrendDay[][] {
  const runs: TrendDay[][] = [];
  days.forEach((day, index) => {
    const before = days[index - 1];
    if (before && isSameSlot(grain, before, day, days.length - index)) runs.at(-1)?.push(day);
    else runs.push([day]);
  });
  return runs;
}

/** `left` is how many days there are from this one to the last, both counted. */
function isSameSlot(grain: Grain, before: TrendDay, day: TrendDay, left: number): boolean {
  switch (grain) {
    case 'day':
      return false;
    case 'week':
      return left % WEEK !== 0;
    case 'month':
      return monthOf(before.date) === monthOf(day.date);
  }
}

function monthOf(date: string): string {
  return date.slice(0, 7);
}
