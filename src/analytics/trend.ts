import type { Count, DailyRow } from '../sendkit/schemas';
import { addDays, daysBetween, type Period } from './period';
import { difference, rate, sum, type Rate } from './rate';

/** What happened on a day. Replies are counted on the day they came, mails on the day they went. */
export interface TrendDay {
  readonly date: string;
  readonly sent: Count;
  readonly opened: Count;
  readonly clicked: Count;
  readonly replied: Count;
  readonly positiveReplied: Count;
  readonly bounced: Count;
}

/** Rates over the seven days that end on a day: a single day's replied ÷ sent is no rate, as they belong to different mails. */
export interface TrendWindow {
  /** The last of the seven days. */
  readonly date: string;
  readonly opened: Rate;
  readonly clicked: Rate;
  readonly replied: Rate;
  readonly bounced: Rate;
}

export interface Trend {
  /** Every day from the first to the last, ascending. */
  readonly days: readonly TrendDay[];
  /** Empty with fewer than seven days. */
  readonly windows: readonly TrendWindow[];
}

const WINDOW = 7;
/** Ten years. */
const MAX_DAYS = 3_660;
const NAMES = ['sent', 'opened', 'clicked', 'replied', 'positiveReplied', 'bounced'] as const;

/** A trend of daily rows; days that SendKit leaves out are days without mail. Engagement rates are of delivered (sent − bounced). */
export function trendOf(rows: readonly DailyRow[], { from, to }: Period): Trend {
  const known = rows.filter(({ date }) => (from === undefined || date >= from) && (to === undefined || date <= to));
  const byDate = new Map(known.map((row) => [row.date, row]));
  const dates = [...byDate.keys()].sort();
  const first = from ?? dates[0];
  const last = to ?? dates.at(-1);
  if (first === undefined || last === undefined || first > last) return { days: [], windows: [] };

  const length = Math.min(daysBetween(first, last) + 1, MAX_DAYS);
  const start = addDays(last, 1 - length);
  const days = Array.from({ length }, (_, index) => dayOf(addDays(start, index), byDate));
  return { days, windows: windowsOf(days) };
}

function dayOf(date: string, byDate: ReadonlyMap<string, DailyRow>): TrendDay {
  const row = byDate.get(date);
  const counts = Object.fromEntries(NAMES.map((name) => [name, row ? row[name] : 0])) as Record<
    (typeof NAMES)[number],
    Count
  >;
  return { date, ...counts };
}

function windowsOf(days: readonly TrendDay[]): TrendWindow[] {
  return days.slice(WINDOW - 1).map(({ date }, index) => {
    const week = days.slice(index, index + WINDOW);
    const total = (name: (typeof NAMES)[number]): Count => sum(week.map((day) => day[name]));
    const sent = total('sent');
    const bounced = total('bounced');
    const delivered = difference(sent, bounced);
    return {
      date,
      opened: rate(total('opened'), delivered, 'delivered'),
      clicked: rate(total('clicked'), delivered, 'delivered'),
      replied: rate(total('replied'), delivered, 'delivered'),
      bounced: rate(bounced, sent, 'sent'),
    };
  });
}
