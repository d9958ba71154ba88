import type { Fetch } from '../../../src/sendkit/fetch';
import type { Timing } from '../../../src/sendkit/timing';

/** The rule, in its own words: so many requests at once, so long a rest where none is named, never longer than that. */
const [AT_ONCE, REST, LONGEST_REST] = [3, 30_000, 15 * 60_000];

interface Rest {
  readonly until: number;
  /** How often SendKit had asked for one before, without a good answer since. */
  readonly repeats: number;
}

/** Watches each request as it is sent, and says which of them were sent faster than they may be. */
export class Pace {
  sent = 0;
  most = 0;
  /** Answers that asked for a rest. */
  refused = 0;
  readonly tooFast: string[] = [];
  private underWay = 0;
  private rest: Rest | undefined;

  constructor(private readonly clock: Pick<Timing, 'elapsed'>) {}

  get idle(): boolean {
    return this.underWay === 0;
  }

  watch(fetch: Fetch): Fetch {
    return async (url, request) => {
      const { rest } = this;
      this.begin(url);
      // An attempt's signal is aborted at its end, whatever the end is.
      request.signal.addEventListener('abort', () => (this.underWay -= 1), { once: true });
      const answer = await fetch(url, request);
      this.hear(answer.status, answer.headers.get('Retry-After'), rest);
      return answer;
    };
  }

  private begin(url: string): void {
    this.sent += 1;
    this.underWay += 1;
    this.most = Math.max(this.most, this.underWay);
    if (this.underWay > AT_ONCE) this.tooFast.push(`${this.underWay} at once: ${url}`);
    const left = (this.rest?.until ?? 0) - this.clock.elapsed();
    if (left > 0) this.tooFast.push(`${left} ms too early: ${url}`);
  }

  private hear(status: number, retryAfter: string | null, restBefore: Rest | undefined): void {
    if (status < 300 && this.rest === restBefore) this.rest = undefined;
    if (status !== 429 && (status !== 503 || retryAfter === null)) return;
    this.refused += 1;
    const repeats = this.rest ? this.rest.repeats + (this.rest === restBefore ? 1 : 0) : 0;
    const length = retryAfter === null ? Math.min(REST * 2 ** repeats, LONGEST_REST) : Number(retryAfter) * 1000;
    const until = this.clock.elapsed() + length;
    // Of several that were under way together, the longest counts.
    if (until >= (this.rest?.until ?? 0)) this.rest = { until, repeats };
  }
}
