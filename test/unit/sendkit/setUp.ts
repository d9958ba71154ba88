import { after, afterEach, before, beforeEach } from 'mocha';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { browserFetch } from '../../../src/sendkit/browserFetch';
import { createClient, type Access, type ClientOptions, type SendKitClient } from '../../../src/sendkit/client';
import { SendKitError, type SendKitProblem } from '../../../src/sendkit/errors';
import type { Fetch } from '../../../src/sendkit/fetch';
import { parseBaseUrl, type ApiBaseUrl } from '../../../src/sendkit/origin';
import type * as fetching from '../../../src/sendkit/nodeFetch';
import type { Timing } from '../../../src/sendkit/timing';
import { buildRelease } from '../../harness/build';
import { startSandbox, type Sandbox } from '../../sandbox/server';

/** node-fetch as it ships: the build leaves out what Node has by itself. */
export const nodeFetch = async (): Promise<Fetch> => {
  const bundle = join(await buildRelease(), 'nodeFetch.js');
  return (createRequire(bundle)(bundle) as typeof fetching).fetch;
};
/** What is used in a browser; a real one has it in test:web. */
export const platformFetch = (): Promise<Fetch> => Promise.resolve(fetchOfPlatform);
const fetchOfPlatform = browserFetch();

/**
 * A sandbox for the tests of one suite; faults and recorded requests do not outlive a test. With `anew`, each test has its own:
 * a connection that is left of another test may close in the very moment in which it is used again, and a request that is
 * sent again for it would wait on a clock that stands still.
 */
export function useSandbox({ anew = false } = {}): { readonly sandbox: Sandbox; readonly access: Access } {
  let sandbox: Sandbox | undefined;
  const [begin, end] = anew ? [beforeEach, afterEach] : [before, after];
  begin(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => {
    sandbox?.heal();
    sandbox?.forgetRequests();
  });
  end(() => sandbox?.close());

  const running = (): Sandbox => {
    if (!sandbox) throw new Error('The sandbox is started before the tests, not before the suite');
    return sandbox;
  };
  return {
    get sandbox() {
      return running();
    },
    get access() {
      return accessTo(running());
    },
  };
}

export function accessTo({ url, key }: Sandbox): Access {
  return { baseUrl: baseUrl(url), key };
}

export function baseUrl(text: string): ApiBaseUrl {
  const parsed = parseBaseUrl(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.baseUrl;
}

export interface FastClient extends SendKitClient {
  /** Milliseconds of each pause, none of which took any time. */
  readonly pauses: readonly number[];
  readonly log: readonly string[];
}

/** A client for which pauses pass at once; its chance is always a half. */
export function fastClient(options: Partial<ClientOptions> = {}): FastClient {
  const pauses: number[] = [];
  const log: string[] = [];
  let skipped = 0;
  const timing: Partial<Timing> = {
    now: () => Date.now() + skipped,
    elapsed: () => performance.now() + skipped,
    random: () => 0.5,
    wait: (milliseconds) => {
      pauses.push(milliseconds);
      skipped += milliseconds;
      return Promise.resolve();
    },
    ...options.timing,
  };
  const client = createClient({ fetch: nodeFetch, log: (line) => log.push(line), ...options, timing });
  return { ...client, pauses, log };
}

/** What a call failed with; anything but a `SendKitError` fails the test. */
export async function problemOf(call: Promise<unknown>): Promise<SendKitProblem> {
  const error = await errorOf(call);
  if (!SendKitError.is(error)) throw error;
  return error.problem;
}

export async function errorOf(call: Promise<unknown>): Promise<unknown> {
  const answer = await call.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  if (!answer) throw new Error('The call was expected to fail');
  return answer.error;
}
