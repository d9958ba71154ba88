const SECONDS = /^\s*\d+\s*$/;
const HTTP_DATE = /^\s*(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*GMT\s*$/;

/** A server that asks for more is asked again after this. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

/**
 * The moment (epoch milliseconds) named by `Retry-After`, in seconds or as an HTTP date; `undefined` when it names none.
 * A date is read by the server's own clock (`Date`), where it tells it, because the one here may be wrong.
 */
export function retryAfter(headers: { get(name: string): string | null }, now: number): number | undefined {
  const text = headers.get('Retry-After');
  if (text === null) return undefined;
  const milliseconds = SECONDS.test(text)
    ? Number(text) * 1000
    : httpDate(text) - (orUndefined(httpDate(headers.get('Date'))) ?? now);
  return Number.isNaN(milliseconds) ? undefined : now + Math.min(Math.max(milliseconds, 0), LONGEST_MS);
}

function httpDate(text: string | null): number {
  return text !== null && HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
}

function orUndefined(number: number): number | undefined {
  return Number.isNaN(number) ? undefined : number;
}
