const MILLISECONDS = 24 * 60 * 60 * 1000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01, UTC. */
export type Day = number;

/** The day that `YYYY-MM-DD` names; `undefined` if it names none. */
export function dayOf(date: string): Day | undefined {
  const time = DATE.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) || dateOf(time / MILLISECONDS) !== date ? undefined : time / MILLISECONDS;
}

export function dateOf(day: Day): string {
  return timeOf(day, 0).slice(0, 10);
}

/** A moment of the day as the API writes it. */
export function timeOf(day: Day, hour: number): string {
  return new Date(day * MILLISECONDS + hour * 3_600_000).toISOString();
}

/** The day of a moment. */
export function dayOfTime(time: string): Day {
  return Math.floor(Date.parse(time) / MILLISECONDS);
}
