import { ALL_TIME } from '../../../src/analytics/period';
import { aFewAtOnce } from '../../../src/campaigns/aFewAtOnce';
import { fetchAnswer } from '../../../src/campaigns/fetchAnswer';
import { encodeSnapshot, snapshotFileName } from '../../../src/campaigns/snapshot';
import type { Answer } from '../../../src/campaigns/answer';
import { createClient, type Access } from '../../../src/sendkit/client';
import { parseBaseUrl } from '../../../src/sendkit/origin';
import type { Sandbox } from '../../sandbox/server';

/** What is on disk once these campaigns have been loaded, by the name of the file. */
export async function keptAnswers(
  sandbox: Pick<Sandbox, 'url' | 'key'>,
  ids: readonly string[],
  { whole }: { readonly whole: boolean },
): Promise<Map<string, Uint8Array>> {
  const client = createClient({ fetch: () => Promise.resolve(fetch), log: () => undefined });
  const access = accessTo(sandbox);
  const asked = { choice: ALL_TIME, period: {}, whole, previous: undefined, now: Date.now };
  const read = async ([index, id]: readonly [number, string]): Promise<[string, Uint8Array]> => {
    const answer = await fetchAnswer(client, access, { ...asked, id, signal: AbortSignal.timeout(60_000) });
    return keptAnswer(access.baseUrl.origin, id, answer, index);
  };
  return new Map(await aFewAtOnce([...ids.entries()], read));
}

/** A file's name and bytes. */
export async function keptAnswer(
  origin: string,
  id: string,
  answer: Answer,
  index = 0,
): Promise<[name: string, bytes: Uint8Array]> {
  const loadedAt = Date.now() + index;
  return [await snapshotFileName({ origin, id }), encodeSnapshot({ origin, id, workspace: null, loadedAt, answer })];
}

export function accessTo({ url, key }: Pick<Sandbox, 'url' | 'key'>): Access {
  const address = parseBaseUrl(url);
  if (!address.ok) throw new Error(address.reason);
  return { baseUrl: address.baseUrl, key };
}
