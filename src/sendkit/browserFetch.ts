import { SendKitError } from './errors';
import { codeOf } from './faults';
import type { Fetch } from './fetch';

/**
 * The platform's own fetch, for a browser. That keeps to itself why a request failed: no connection and an address that lets
 * no page read its answers (CORS) look alike, and to look again without CORS would follow redirects.
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
      throw readable.has(origin) || codeOf(error) !== undefined ? error : new SendKitError({ kind: 'cors' });
    }
  };
}

/** Not every browser lets a stream be iterated. Ending early is left to the request's signal. */
async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}
