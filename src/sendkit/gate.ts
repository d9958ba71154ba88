import { SendKitError, type SendKitProblem } from './errors';
import type { Limits } from './limits';
import { asksForRest, restAfter, type Rest } from './rest';
import type { Timing } from './timing';

interface Waiter {
  readonly origin: string;
  readonly patienceMs: number;
  readonly admit: () => void;
  readonly refuse: (error: SendKitError) => void;
}

export interface Visit {
  readonly origin: string;
  /** How long a rest that the origin named may be for the request to wait for its end. */
  readonly patienceMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * What every request of a client goes through: a few at a time, in the order in which they came, and none to an origin
 * that asked to be left alone until that is over.
 */
export class Gate {
  private waiting: Waiter[] = [];
  private inside = 0;
  private readonly rests = new Map<string, Rest>();
  private alarm: AbortController | undefined;

  constructor(
    private readonly limits: Limits,
    private readonly timing: Timing,
  ) {}

  /**
   * Sends a request when it may be sent. Rejects with the origin's wish for a rest where the request would have to wait
   * longer than it has patience for, and at once when cancelled before it was sent.
   */
  pass<Answer>({ origin, patienceMs, signal }: Visit, send: () => Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.waiting = this.waiting.filter((other) => other !== waiter);
        signal?.removeEventListener('abort', cancel);
      };
      const cancel = (): void => {
        leave();
        reject(new SendKitError({ kind: 'cancelled' }));
        this.setAlarm();
      };
      const waiter: Waiter = {
        origin,
        patienceMs,
        // Sent within the same turn, before another answer can bring a rest.
        admit: () => {
          leave();
          resolve(this.send(origin, send));
        },
        refuse: (error) => {
          leave();
          reject(error);
        },
      };
      if (signal?.aborted) {
        cancel();
        return;
      }
      signal?.addEventListener('abort', cancel);
      this.waiting.push(waiter);
      this.admit();
    });
  }

  /** How long a request to the origin would have to wait for the end of its rest; `Infinity` where waiting is not worth it. */
  wait(origin: string): number {
    const rest = this.rests.get(origin);
    const left = rest?.left() ?? 0;
    return rest?.guessed === true && left > this.limits.firstPauseMs ? Infinity : left;
  }

  /** Epoch milliseconds; `undefined` when the origin has not asked for a rest, or it is over. */
  restsUntil(origin: string): number | undefined {
    const left = this.rests.get(origin)?.left() ?? 0;
    return left > 0 ? this.timing.now() + left : undefined;
  }

  private async send<Answer>(origin: string, send: () => Promise<Answer>): Promise<Answer> {
    const restBefore = this.rests.get(origin);
    this.inside += 1;
    try {
      const answer = await send();
      // An answer to what was sent before the rest began says nothing about it.
      if (this.rests.get(origin) === restBefore) this.rests.delete(origin);
      return answer;
    } catch (error) {
      throw SendKitError.is(error) && asksForRest(error.problem) ? this.rest(origin, error, restBefore) : error;
    } finally {
      this.inside -= 1;
      this.admit();
    }
  }

  private admit(): void {
    while (this.inside < this.limits.inFlight) {
      const next = this.waiting.find(({ origin }) => this.wait(origin) === 0);
      if (!next) break;
      next.admit();
    }
    for (const { origin, patienceMs, refuse } of this.waiting) {
      const rest = this.rests.get(origin);
      if (rest && this.wait(origin) > Math.max(patienceMs, 0)) refuse(this.wishFor(origin, rest.problem));
    }
    this.setAlarm();
  }

  /** Keeps the wish of an answer; the answers to requests that were under way together are one wish, the longest of them. */
  private rest(origin: string, { problem }: SendKitError, restBefore: Rest | undefined): SendKitError {
    const current = this.rests.get(origin);
    const again = current !== undefined && current === restBefore;
    const rest = restAfter(problem, (current?.repeats ?? 0) + (again ? 1 : 0), this.limits, this.timing);
    if (again || rest.left() >= (current?.left() ?? 0)) this.rests.set(origin, rest);
    return this.wishFor(origin, problem);
  }

  private wishFor(origin: string, problem: SendKitProblem): SendKitError {
    const retryAt = this.restsUntil(origin);
    return new SendKitError({ ...problem, ...(retryAt !== undefined && { retryAt }) });
  }

  /** Wakes those who wait for nothing but the end of a rest, when the next one ends. */
  private setAlarm(): void {
    this.alarm?.abort();
    this.alarm = undefined;
    if (this.inside >= this.limits.inFlight) return;
    const [rest] = this.waiting
      .flatMap(({ origin }) => this.rests.get(origin) ?? [])
      .sort((a, b) => a.left() - b.left());
    if (!rest) return;
    const alarm = new AbortController();
    this.alarm = alarm;
    void this.timing.wait(rest.left(), alarm.signal).then(() => {
      if (alarm.signal.aborted) return;
      // A timer may be a moment early.
      rest.end();
      this.admit();
    });
  }
}
