import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { inspect } from 'node:util';
import type { Decoded } from '../../../src/sendkit/decode';
import { SendKitError, type SendKitErrorKind } from '../../../src/sendkit/errors';
import { LIMITS } from '../../../src/sendkit/limits';
import type { CampaignAnalytics } from '../../../src/sendkit/schemas';
import { FAULTS, NEVER_ENDING, type Fault } from '../../sandbox/faults';
import { baseUrl, fastClient, nodeFetch, platformFetch, problemOf, useSandbox, type FastClient } from './setUp';

/** What comes of a fault: the good answer all the same, or a problem. */
interface Outcome {
  readonly kind: SendKitErrorKind | 'answer';
  readonly status?: number;
  readonly path?: string;
  /** How often SendKit is asked. 1 if not given. */
  readonly requests?: number;
}

const resetOrClosed: Outcome = { kind: 'offline', requests: 3 };
const invalid = (path: string): Outcome => ({ kind: 'invalidAnswer', path });
const notJson: Outcome = { kind: 'notSendKit', path: 'Content-Type' };
const redirected: Outcome = { kind: 'redirected' };

const OUTCOMES: Record<Fault, Outcome> = {
  'http-204': notJson,
  'http-400': { kind: 'refused', status: 400 },
  'http-401': { kind: 'unauthorized', status: 401 },
  'http-402': { kind: 'refused', status: 402 },
  'http-403': { kind: 'forbidden', status: 403 },
  'http-404': { kind: 'notFound', status: 404 },
  'http-405': { kind: 'refused', status: 405 },
  'http-407': { kind: 'notSendKit', status: 407 },
  'http-408': { kind: 'timeout', status: 408 },
  'http-409': { kind: 'refused', status: 409 },
  'http-410': { kind: 'notFound', status: 410 },
  'http-422': { kind: 'refused', status: 422 },
  'http-429': { kind: 'rateLimited', status: 429 },
  'http-429-seconds': { kind: 'rateLimited', status: 429, requests: 3 },
  'http-429-date': { kind: 'rateLimited', status: 429, requests: 3 },
  'http-429-nonsense': { kind: 'rateLimited', status: 429 },
  'http-500': { kind: 'unavailable', status: 500 },
  'http-502': { kind: 'unavailable', status: 502, requests: 3 },
  'http-503': { kind: 'unavailable', status: 503, requests: 3 },
  'http-503-seconds': { kind: 'unavailable', status: 503, requests: 3 },
  'http-503-date': { kind: 'unavailable', status: 503, requests: 3 },
  'http-504': { kind: 'unavailable', status: 504, requests: 3 },
  'http-511': { kind: 'notSendKit', status: 511 },
  'html-503': { kind: 'unavailable', status: 503, requests: 3 },
  html: notJson,
  'html-as-json': invalid('JSON'),
  'wrong-content-type': notJson,
  'no-content-type': notJson,
  'vendor-json-type': { kind: 'answer' },
  'hang-before-headers': { kind: 'timeout' },
  'slow-headers': { kind: 'timeout' },
  'endless-headers': resetOrClosed,
  'hang-in-body': { kind: 'timeout' },
  'hang-in-gzip': { kind: 'timeout' },
  'slow-body': { kind: 'timeout' },
  'reset-before-headers': resetOrClosed,
  'reset-in-headers': resetOrClosed,
  'reset-before-body': resetOrClosed,
  'reset-in-body': resetOrClosed,
  'close-before-headers': resetOrClosed,
  'close-in-chunks': resetOrClosed,
  'not-http': resetOrClosed,
  'content-length-too-long': resetOrClosed,
  'content-length-too-short': invalid('JSON'),
  'truncated-json': invalid('JSON'),
  'invalid-json': invalid('JSON'),
  'invalid-utf8': invalid('UTF-8'),
  'latin-1': invalid('UTF-8'),
  'utf-16': invalid('JSON'),
  'byte-order-mark': { kind: 'answer' },
  'empty-body': invalid('JSON'),
  'deep-nesting': invalid('answer'),
  gzip: { kind: 'answer' },
  'broken-gzip': invalid('Content-Encoding'),
  'unknown-encoding': { kind: 'answer' },
  'gzip-bomb': { kind: 'tooLarge' },
  'huge-body': { kind: 'tooLarge' },
  'huge-content-length': { kind: 'tooLarge' },
  'redirect-301': redirected,
  'redirect-302': redirected,
  'redirect-303': redirected,
  'redirect-307': redirected,
  'redirect-308': redirected,
  'redirect-nowhere': redirected,
  'http-300': { kind: 'redirected', status: 300 },
  'quotes-the-key-401': { kind: 'unauthorized', status: 401 },
  'quotes-the-key-500': { kind: 'unavailable', status: 500 },
  'quotes-the-key-302': redirected,
  'quotes-the-key-as-type': notJson,
  'success-false': invalid('success'),
  'no-data': invalid('data'),
  'no-stats': invalid('data.stats'),
  'null-data': invalid('data'),
  'array-instead': invalid('answer'),
  'text-instead': invalid('answer'),
  'wrong-types': { kind: 'answer' },
};

/** The platform’s fetch gives the redirect itself, and does not say that a proxy wants a password. */
const PLATFORM_OUTCOMES: Partial<Record<Fault, Outcome>> = {
  'http-407': resetOrClosed,
  'redirect-301': { kind: 'redirected', status: 301 },
  'redirect-302': { kind: 'redirected', status: 302 },
  'redirect-303': { kind: 'redirected', status: 303 },
  'redirect-307': { kind: 'redirected', status: 307 },
  'redirect-308': { kind: 'redirected', status: 308 },
  'redirect-nowhere': { kind: 'redirected', status: 302 },
  'quotes-the-key-302': { kind: 'redirected', status: 302 },
};

/** Pieces of what the sandbox writes in its bodies, and no message or log line may hold. */
const WRITTEN_BY_THE_SERVER = /sandbox|hotel|permission|<\w+>|Outreach/i;

describe('faults', () => {
  const given = useSandbox();

  const clientFor = (fault: Fault, fetch = nodeFetch): FastClient =>
    fastClient({ fetch, limits: NEVER_ENDING.includes(fault) ? { attemptMs: 50 } : {} });
  const load = (client: FastClient): Promise<Decoded<CampaignAnalytics>> =>
    client.campaignAnalytics(given.access, given.sandbox.campaigns.seed);

  const fetches = {
    'node-fetch': { fetch: nodeFetch, outcomes: OUTCOMES },
    'the platform’s fetch': { fetch: platformFetch, outcomes: { ...OUTCOMES, ...PLATFORM_OUTCOMES } },
  };
  for (const [name, { fetch, outcomes }] of Object.entries(fetches)) {
    describe(`with ${name}`, () => {
      for (const fault of FAULTS) {
        const { kind, status, path, requests = 1 } = outcomes[fault];
        it(`${fault}: ${kind}${path === undefined ? '' : ` at ${path}`}, asked ${requests} ×`, async () => {
          given.sandbox.fail(fault);
          const call = load(clientFor(fault, fetch));
          if (kind === 'answer') {
            await call;
          } else {
            const problem = await problemOf(call);
            assert.equal(problem.kind, kind);
            assert.equal(problem.status, status);
            assert.equal(problem.path, path);
            if (problem.code !== undefined) assert.match(problem.code, /^[A-Z][A-Z0-9_]+$/);
          }
          assert.equal(given.sandbox.requests.length, requests);
          assert.deepEqual(given.sandbox.elsewhere.requests, []);
        });
      }
    });
  }

  it('leave no trace of key, address or body in errors and log', async () => {
    const { sandbox, access } = given;
    for (const fault of FAULTS) {
      sandbox.heal();
      sandbox.fail(fault);
      const client = clientFor(fault);
      const problem = await load(client).catch((error: unknown) => error);
      const seen = [...client.log];
      if (problem instanceof Error) {
        assert.ok(SendKitError.is(problem), fault);
        assert.equal(problem.cause, undefined);
        seen.push(problem.message, JSON.stringify(problem), inspect(problem.problem));
        assert.ok(!inspect(problem, { depth: null, showHidden: true }).includes(access.key), fault);
      }
      for (const text of seen) {
        assert.ok(!text.includes(access.key), `${fault}: ${text}`);
        assert.ok(!text.includes(sandbox.url), `${fault}: ${text}`);
        assert.doesNotMatch(text, WRITTEN_BY_THE_SERVER, fault);
      }
    }
  });

  it('name the system’s code, where there is one', async () => {
    given.sandbox.fail('reset-before-headers');
    assert.deepEqual(await problemOf(load(fastClient())), { kind: 'offline', code: 'ECONNRESET' });
  });

  it('say that nobody listens', async () => {
    // Port 1 is reserved, and free on every machine that does not run TCPMUX.
    for (const host of ['127.0.0.1', 'localhost']) {
      const client = fastClient();
      const nobody = { ...given.access, baseUrl: baseUrl(`http://${host}:1`) };
      assert.deepEqual(await problemOf(client.workspaces(nobody)), { kind: 'offline', code: 'ECONNREFUSED' });
      assert.equal(client.log.length, 3);
    }
  });

  it('show a moment to try again, where SendKit names one', async () => {
    const before = Date.now();
    given.sandbox.fail('http-429-seconds', { retryAfterSeconds: 300 });
    const { kind, retryAt = 0 } = await problemOf(load(fastClient()));
    assert.equal(kind, 'rateLimited');
    assert.ok(retryAt >= before + 300_000 && retryAt <= Date.now() + 300_000);
  });

  it('leave what could be read of an answer with wrong types', async () => {
    given.sandbox.fail('wrong-types');
    const { value, oddValues } = await load(fastClient());
    assert.deepEqual([value.stats.sent, value.stats.delivered, value.stats.opened], [150, 145, null]);
    assert.deepEqual(
      [...value.statusBreakdown],
      [
        ['active', 350],
        ['completed', null],
        ['bounced', null],
        ['replied', 12],
      ],
    );
    assert.equal(oddValues.length, 18);
  });
});

const SEED_BYTES = statSync('src/campaigns/sampleAnswer.json').size;

const MEBIBYTE = 1024 * 1024;

/** The most bytes that were held at once. */
async function memoryTakenBy(task: () => Promise<void>): Promise<number> {
  const held = (): number => process.memoryUsage().heapUsed + process.memoryUsage().external;
  const before = held();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, held())), 1);
  await task();
  clearInterval(timer);
  return most - before;
}

describe('an answer’s size', () => {
  const given = useSandbox();
  const load = (answerBytes: number, fetch = nodeFetch): Promise<Decoded<CampaignAnalytics>> =>
    fastClient({ fetch, limits: { answerBytes } }).campaignAnalytics(given.access, given.sandbox.campaigns.seed);

  for (const [name, fetch] of Object.entries({ 'node-fetch': nodeFetch, 'the platform’s fetch': platformFetch })) {
    it(`is counted after decompression, with ${name}`, async () => {
      given.sandbox.fail('gzip');
      await load(SEED_BYTES, fetch);
      assert.equal((await problemOf(load(SEED_BYTES - 1, fetch))).kind, 'tooLarge');
    });

    it(`is not found out by taking all of it into memory, with ${name}`, async () => {
      given.sandbox.fail('gzip-bomb');
      await problemOf(load(SEED_BYTES, fetch)); // the sandbox has made it by then
      const grown = await memoryTakenBy(async () => {
        assert.equal((await problemOf(load(LIMITS.answerBytes, fetch))).kind, 'tooLarge');
      });
      assert.ok(grown < 128 * MEBIBYTE, `${Math.round(grown / MEBIBYTE)} MiB of a body of 1,024`);
    });

    it(`may be the limit, and no more, with ${name}`, async () => {
      await load(SEED_BYTES, fetch);
      assert.equal((await problemOf(load(SEED_BYTES - 1, fetch))).kind, 'tooLarge');
    });

    it(`is not waited for when its length says enough, with ${name}`, async () => {
      given.sandbox.fail('hang-in-body');
      assert.equal((await problemOf(load(SEED_BYTES - 1, fetch))).kind, 'tooLarge');
    });
  }
});
