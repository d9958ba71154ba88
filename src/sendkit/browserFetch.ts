import { SendKitError } from './errors';
import { codeOf } from './faults';
import type { Fetch } from './fetch';

/**
 * The platform's own fetch, for a browser. That keeps to itself why a request failed, so that it takes a second look to
 * tell an address that cannot be reached from one that lets no page read its answers (CORS).
 */
export function browserFetch(): Fetch {
  /** Where answers could be read: what fails there later, fails for another reason. */
  const readable = new Set<string>();

  return async (url, request) => {
    const { origin } = new URL(url);
    try {
      const { status, headers, body } = await fetch(url, {
        ...request,
        // Is not followed either, but can be told from no connection: its status is 0.
        redirect: 'manual',
        cache: 'no-store',
        credentials: 'omit',
      });
      if (status > 0) readable.add(origin);
      return { status, headers, body: body && piecesOf(body) };
    } catch (error) {
      const isExplained = readable.has(origin) || codeOf(error) !== undefined;
      if (isExplained || !(await isThere(url, request.signal))) throw error;
      throw new SendKitError({ kind: 'cors' });
    }
  };
}

/** Whether anything answers there. It is asked without the key, and what it answers stays sealed. */
async function isThere(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    await fetch(url, { mode: 'no-cors', cache: 'no-store', credentials: 'omit', signal });
    return true;
  } catch {
    return false;
  }
}

/** Not every browser lets a stream be iterated. Ending early is left to the request's signal. */
async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}
