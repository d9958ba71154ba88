import { SendKitError } from './errors';
import type { Limits } from './limits';
import type { Timing } from './timing';

const RETRIED_STATUSES: readonly unknown[] = [429, 502, 503, 504];

export interface Attempts<Result> {
  readonly limits: Limits;
  readonly timing: Timing;
  readonly signal: AbortSignal | undefined;
  /** How long the server wants to be left alone; `Infinity` if it is not worth waiting for. */
  readonly rest: () => number;
  /** Calls `sent` when the request is on its way, which may be some time later: others go first. */
  readonly attempt: (number: number, patienceMs: number, sent: () => void) => Promise<Result>;
}

/**
 * Tries again after network faults and the statuses that say "later", with full jitter, never before the server's rest
 * is over, and only if the pause and a whole attempt fit the operation's time. A timeout is not retried: it has cost the
 * user a whole attempt's time already, and a server that is slow under load is not helped by being asked again.
 */
export async function withRetries<Result>({
  limits,
  timing,
  signal,
  rest,
  attempt,
}: Attempts<Result>): Promise<Result> {
  const { attempts, attemptMs, operationMs, firstPauseMs } = limits;
  const { elapsed, random, wait } = timing;
  let startedAt: number | undefined;
  const sent = (): void => {
    startedAt ??= elapsed();
  };
  /** How long can be waited, and a whole attempt still be made. */
  const patience = (): number => operationMs - attemptMs - (startedAt === undefined ? 0 : elapsed() - startedAt);

  for (let number = 1; ; number += 1) {
    try {
      return await attempt(number, patience(), sent);
    } catch (error) {
      if (number === attempts || !SendKitError.is(error) || !isPassing(error)) throw error;
      const jitter = random() * firstPauseMs * 2 ** (number - 1);
      const pause = Math.max(jitter, rest());
      if (pause > patience()) throw error;
      await wait(pause, signal);
    }
  }
}

function isPassing({ problem }: SendKitError): boolean {
  return problem.kind === 'offline' || RETRIED_STATUSES.includes(problem.status);
}
