import type { Count } from '../sendkit/schemas';
import type { Rate } from './rate';

/** What stands where a number is unknown or has no denominator. */
export const UNKNOWN = '—';

/** Numbers and dates as a person reads them; every surface writes a figure through this. */
export interface Format {
  /** `1,200`, or `—`. */
  readonly count: (count: Count) => string;
  /** `8.3%`, or `—`; never `0.0%` for "nothing to divide". */
  readonly percent: (fraction: number | null) => string;
  /** `20%`, on a chart's scale. */
  readonly tick: (fraction: number) => string;
  /** `+2.0`: a difference of two rates, in percentage points. */
  readonly points: (difference: number) => string;
  /** `+120%`, or `—`: a relative lift. */
  readonly lift: (lift: number | null) => string;
  /** `1.5×`. */
  readonly factor: (factor: number) => string;
  /** `0.032`, or `< 0.001`. */
  readonly pValue: (p: number) => string;
  /** `97%`, never a certainty: `> 99.9%`, `< 0.1%`. */
  readonly chance: (probability: number | null) => string;
  /** `4.8%–13.9%`: the rate's 95 % Wilson interval, or `—`. */
  readonly interval: (rate: Rate) => string;
  /** `Jun 15, 2025`, or `—`. */
  readonly date: (iso: string | null) => string;
  /** A day `YYYY-MM-DD` as `Jun 15, 2025`, the same in every time zone, or `—`. */
  readonly day: (day: string | null) => string;
  /** The same without its year: `Jun 15`. */
  readonly dayOfYear: (day: string) => string;
  /** `Jun 15, 2025, 9:00 AM`. */
  readonly dateTime: (epochMilliseconds: number) => string;
  /** `2:05 PM`. */
  readonly timeOfDay: (epochMilliseconds: number) => string;
  /** `2 hours ago`. */
  readonly age: (epochMilliseconds: number, now?: number) => string;
}

/** A formatter for a BCP 47 locale; an unknown locale falls back to English. */
export function formatFor(locale: string): Format {
  const [known = 'en'] = supportedLocale(locale);
  const counts = new Intl.NumberFormat(known);
  const percents = new Intl.NumberFormat(known, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const ticks = new Intl.NumberFormat(known, { style: 'percent', maximumFractionDigits: 2 });
  const points = new Intl.NumberFormat(known, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const lifts = new Intl.NumberFormat(known, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const factors = new Intl.NumberFormat(known, { maximumFractionDigits: 2 });
  const pValues = new Intl.NumberFormat(known, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const dates = new Intl.DateTimeFormat(known, { dateStyle: 'medium' });
  const days = new Intl.DateTimeFormat(known, { dateStyle: 'medium', timeZone: 'UTC' });
  const daysOfYear = new Intl.DateTimeFormat(known, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(known, { timeStyle: 'short' });
  const dateTimes = new Intl.DateTimeFormat(known, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(known);
  const [now] = new Intl.RelativeTimeFormat(known, { numeric: 'auto' }).formatToParts(0, 'second');
  const percent = (fraction: number | null): string => (fraction === null ? UNKNOWN : percents.format(fraction));
  return {
    count: (count) => (count === null ? UNKNOWN : counts.format(count)),
    percent,
    tick: (fraction) => ticks.format(fraction),
    points: (difference) => points.format(difference * 100),
    lift: (lift) => (lift === null ? UNKNOWN : lifts.format(lift)),
    factor: (factor) => `${factors.format(factor)}×`,
    pValue: (p) => (p < 0.001 ? `< ${pValues.format(0.001)}` : pValues.format(p)),
    chance: (probability) =>
      probability === null
        ? UNKNOWN
        : probability > 0.999
          ? `> ${percents.format(0.999)}`
          : probability < 0.001
            ? `< ${percents.format(0.001)}`
            : percents.format(probability),
    interval: ({ interval }) => (interval === null ? UNKNOWN : `${percent(interval.low)}–${percent(interval.high)}`),
    date: (iso) => (iso === null || Number.isNaN(Date.parse(iso)) ? UNKNOWN : dates.format(new Date(iso))),
    day: (day) => (day === null || Number.isNaN(Date.parse(day)) ? UNKNOWN : days.format(new Date(`${day}T00:00:00Z`))),
    dayOfYear: (day) => (Number.isNaN(Date.parse(day)) ? UNKNOWN : daysOfYear.format(new Date(`${day}T00:00:00Z`))),
    dateTime: (epochMilliseconds) => dateTimes.format(epochMilliseconds),
    timeOfDay: (epochMilliseconds) => times.format(epochMilliseconds),
    age: (epochMilliseconds, at = Date.now()) => {
      const minutes = Math.min(0, (epochMilliseconds - at) / 60_000);
      if (minutes > -1) return now?.value ?? UNKNOWN;
      if (minutes > -60) return relative.format(Math.ceil(minutes), 'minute');
      if (minutes > -60 * 24) return relative.format(Math.ceil(minutes / 60), 'hour');
      return relative.format(Math.ceil(minutes / (60 * 24)), 'day');
    },
  };
}

function supportedLocale(locale: string): string[] {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale);
  } catch {
    return [];
  }
}
