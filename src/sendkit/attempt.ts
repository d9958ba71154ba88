import { readJson } from './body';
import { SendKitError } from './errors';
import { problemOfFault, problemOfStatus } from './faults';
import type { Fetch } from './fetch';
import { retryAfter } from './retryAfter';

export interface Attempt {
  readonly fetch: Fetch;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal | undefined;
}

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** One GET and the reading of its answer as JSON. Whatever it throws is a `SendKitError`, and nothing is left running. */
export async function attemptJson({
  fetch,
  url,
  headers,
  timeoutMs,
  maxBytes,
  now,
  signal,
}: Attempt): Promise<JsonAnswer> {
  if (signal?.aborted) throw new SendKitError({ kind: 'cancelled' });
  const controller = new AbortController();
  let stoppedBy: 'cancelled' | 'timeout' | undefined;
  const stop = (reason: 'cancelled' | 'timeout'): void => {
    stoppedBy ??= reason;
    controller.abort();
  };
  const cancel = (): void => stop('cancelled');
  signal?.addEventListener('abort', cancel);
  const timer = setTimeout(stop, timeoutMs, 'timeout');
  try {
    const answer = await fetch(url, { method: 'GET', headers, redirect: 'error', signal: controller.signal });
    if (answer.status < 200 || answer.status > 299) {
      throw new SendKitError(problemOfStatus(answer.status, retryAfter(answer.headers, now())));
    }
    return { status: answer.status, body: await readJson(answer, maxBytes) };
  } catch (error) {
    // The inputs of a fetch are checked beforehand, so what it throws is the network's doing.
    throw stoppedBy
      ? new SendKitError({ kind: stoppedBy })
      : SendKitError.is(error)
        ? error
        : new SendKitError(problemOfFault(error));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    // Closes the connection of a body that was not read to its end.
    controller.abort();
  }
}
