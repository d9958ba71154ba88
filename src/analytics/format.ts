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
  const numbers = (options?: Intl.NumberFormatOptions): ((value: number) => string) => {
    const formatter = onceNeeded(() => new Intl.NumberFormat(known, options));
    return (value) => formatter().format(value);
  };
  const moments = (options: Intl.DateTimeFormatOptions): ((value: Date | number) => string) => {
    const formatter = onceNeeded(() => new Intl.DateTimeFormat(known, options));
    return (value) => formatter().format(value);
  };
  const counts = numbers();
  const percents = numbers({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const ticks = numbers({ style: 'percent', maximumFractionDigits: 2 });
  const points = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const lifts = numbers({ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const factors = numbers({ maximumFractionDigits: 2 });
  const pValues = numbers({ minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const dates = moments({ dateStyle: 'medium' });
  const days = moments({ dateStyle: 'medium', timeZone: 'UTC' });
  const daysOfYear = moments({ month: 'short', day: 'numeric', timeZone: 'UTC' });
  const times = moments({ timeStyle: 'short' });
  const dateTimes = moments({ dateStyle: 'medium', timeStyle: 'short' });
  const relative = onceNeeded(() => new Intl.RelativeTimeFormat(known));
  const rightNow = onceNeeded(() => new Intl.RelativeTimeFormat(known, { numeric: 'auto' }).formatToParts(0, 'second'));
  const percent = (fraction: number | null): string => (fraction === null ? UNKNOWN : percents(fraction));
  return {
    count: (count) => (count === null ? UNKNOWN : counts(count)),
    percent,
    tick: ticks,
    points: (difference) => points(difference * 100),
    lift: (lift) => (lift === null ? UNKNOWN : lifts(lift)),
    factor: (factor) => `${factors(factor)}×`,
    pValue: (p) => (p < 0.001 ? `< ${pValues(0.001)}` : pValues(p)),
    chance: (probability) =>
      probability === null
        ? UNKNOWN
        : probability > 0.999
          ? `> ${percents(0.999)}`
          : probability < 0.001
            ? `< ${percents(0.001)}`
            : percents(probability),
    interval: ({ interval }) => (interval === null ? UNKNOWN : `${percent(interval.low)}–${percent(interval.high)}`),
    date: (iso) => (iso === null || Number.isNaN(Date.parse(iso)) ? UNKNOWN : dates(new Date(iso))),
    day: (day) => (day === null || Number.isNaN(Date.parse(day)) ? UNKNOWN : days(new Date(`${day}T00:00:00Z`))),
    dayOfYear: (day) => (Number.isNaN(Date.parse(day)) ? UNKNOWN : daysOfYear(new Date(`${day}T00:00:00Z`))),
    dateTime: dateTimes,
    timeOfDay: times,
    age: (epochMilliseconds, at = Date.now()) => {
      const minutes = Math.min(0, (epochMilliseconds - at) / 60_000);
      if (minutes > -1) return rightNow()[0]?.value ?? UNKNOWN;
      if (minutes > -60) return relative().format(Math.ceil(minutes), 'minute');
      if (minutes > -60 * 24) return relative().format(Math.ceil(minutes / 60), 'hour');
      return relative().format(Math.ceil(minutes / (60 * 24)), 'day');
    },
  };
}

/** Intl takes a millisecond or more for each of its formatters. */
function onceNeeded<Thing>(make: () => Thing): () => Thing {
  let made: Thing | undefined;
  return () => (made ??= make());
}

function supportedLocale(locale: string): string[] {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale);
  } catch {
    return [];
  }
}
