/** First and last day, both included, as `YYYY-MM-DD`; a bound that is missing is open. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

export type PeriodChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'last'; readonly days: number }
  | { readonly kind: 'thisMonth' }
  | { readonly kind: 'custom'; readonly from: string; readonly to: string };

export const ALL_TIME: PeriodChoice = { kind: 'all' };

/** What is offered, besides a custom period. */
export const PERIOD_CHOICES: readonly PeriodChoice[] = [
  ALL_TIME,
  { kind: 'last', days: 7 },
  { kind: 'last', days: 30 },
  { kind: 'last', days: 90 },
  { kind: 'thisMonth' },
];

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS = 24 * 60 * 60 * 1000;

/** The days that a choice stands for when it is `today`. */
export function periodOf(choice: PeriodChoice, today: string): Period {
  switch (choice.kind) {
    case 'all':
      return {};
    case 'last':
      return { from: addDays(today, 1 - choice.days), to: today };
    case 'thisMonth':
      return { from: `${today.slice(0, 8)}01`, to: today };
    case 'custom':
      return { from: choice.from, to: choice.to };
  }
}

/** Whether a text is a day of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return DAY.test(text) && dayOf(new Date(timeOf(text))) === text;
}

/** The day that many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return dayOf(new Date(timeOf(day) + days * MILLISECONDS));
}

/** How many days from one day to another, 0 for the same. */
export function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / MILLISECONDS);
}

/** The reader's own today, for epoch milliseconds. */
export function today(now: number): string {
  const date = new Date(now);
  return dayOf(new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())));
}

/** Noon in UTC would do as well: days are only counted, never shown with a time. */
function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
