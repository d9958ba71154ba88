import pRetry from 'p-retry';
import { SendKitError } from './errors';
import type { Limits } from './limits';
import type { Timing } from './timing';

const RETRIED_STATUSES: readonly unknown[] = [429, 502, 503, 504];

/**
 * Tries again after network faults and the statuses that say "later", with full jitter, never before `Retry-After`,
 * and only if the pause and a whole attempt fit the operation's time. A timeout is not retried: it has cost the user
 * a whole attempt's time already, and a server that is slow under load is not helped by being asked again.
 */
export function withRetries<T>(
  attempt: (number: number) => Promise<T>,
  { attempts, attemptMs, operationMs, firstPauseMs }: Limits,
  { elapsed, now, random, wait }: Timing,
  signal: AbortSignal | undefined,
): Promise<T> {
  const deadline = elapsed() + operationMs;
  return pRetry(attempt, {
    retries: attempts - 1,
    minTimeout: 0,
    // Asked only while attempts are left, so the pause can be here; p-retry's own knows no `Retry-After`.
    shouldRetry: async ({ error, retriesConsumed }) => {
      if (!SendKitError.is(error) || !isPassing(error)) return false;
      const jitter = random() * firstPauseMs * 2 ** retriesConsumed;
      const pause = Math.max(jitter, (error.problem.retryAt ?? 0) - now());
      if (elapsed() + pause + attemptMs > deadline) return false;
      await wait(pause, signal);
      return true;
    },
  });
}

function isPassing({ problem }: SendKitError): boolean {
  return problem.kind === 'offline' || RETRIED_STATUSES.includes(problem.status);
}
