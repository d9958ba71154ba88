const DAY = 24 * 60 * 60 * 1000;

/** `YYYY-MM-DD`, so many days after another day. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
