import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Decoded } from '../../../src/sendkit/decode';
import type { CampaignAnalytics } from '../../../src/sendkit/schemas';
import { fastClient, problemOf, useSandbox, type FastClient } from './setUp';

describe('retries', () => {
  const given = useSandbox();
  const load = (client: FastClient): Promise<Decoded<CampaignAnalytics>> =>
    client.campaignAnalytics(given.access, given.sandbox.campaigns.seed);

  it('bring the answer when a fault passes', async () => {
    for (const fault of [
      'http-429-seconds',
      'http-502',
      'http-503',
      'http-504',
      'reset-before-headers',
      'reset-in-headers',
      'reset-before-body',
      'reset-in-body',
    ] as const) {
      given.sandbox.heal();
      given.sandbox.requests.length = 0;
      given.sandbox.fail(fault, { times: 2 });
      const { value } = await load(fastClient());
      assert.equal(value.stats.sent, 150);
      assert.equal(given.sandbox.requests.length, 3, fault);
    }
  });

  it('are two, with pauses of chance that may double', async () => {
    given.sandbox.fail('http-503');
    const client = fastClient();
    await problemOf(load(client));
    assert.deepEqual(client.pauses, [500, 1_000]);
    assert.equal(given.sandbox.requests.length, 3);
  });

  it('spread over the whole pause', async () => {
    given.sandbox.fail('http-503');
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (chance) => {
        const client = fastClient({ timing: { random: () => chance } });
        await problemOf(load(client));
        assert.deepEqual(client.pauses, [chance * 1_000, chance * 2_000]);
      }),
      { numRuns: 10 },
    );
  });

  it('wait as long as Retry-After says, in seconds', async () => {
    given.sandbox.fail('http-429-seconds', { retryAfterSeconds: 7, times: 1 });
    const client = fastClient();
    await load(client);
    assert.equal(client.pauses.length, 1);
    assertAbout(client.pauses[0], 7_000);
  });

  it('wait as long as Retry-After says, as a date, whatever the clock here says', async () => {
    const anHourLate = { now: () => Date.now() - 3_600_000 };
    given.sandbox.fail('http-503-date', { retryAfterSeconds: 7, times: 1 });
    const client = fastClient({ timing: anHourLate });
    await load(client);
    // A date has no fractions of a second.
    assertAbout(client.pauses[0], 7_000, 1_000);
  });

  it('wait at least as long as without Retry-After', async () => {
    given.sandbox.fail('http-429-seconds', { retryAfterSeconds: 0, times: 1 });
    const client = fastClient();
    await load(client);
    assert.deepEqual(client.pauses, [500]);
  });

  it('are not made when Retry-After leaves no time for another attempt', async () => {
    given.sandbox.fail('http-429-seconds', { retryAfterSeconds: 46 });
    const client = fastClient();
    const { kind, retryAt } = await problemOf(load(client));
    assert.equal(kind, 'rateLimited');
    assertAbout(retryAt, Date.now() + 46_000);
    assert.deepEqual(client.pauses, []);
    assert.equal(given.sandbox.requests.length, 1);
  });

  it('stay within the time of the whole operation', async () => {
    given.sandbox.fail('http-429-seconds', { retryAfterSeconds: 25 });
    const client = fastClient();
    await problemOf(load(client));
    assert.equal(client.pauses.length, 1);
    assert.equal(given.sandbox.requests.length, 2);
  });

  it('are not made when SendKit asks for a rest without saying how long', async () => {
    for (const fault of ['http-429', 'http-429-nonsense'] as const) {
      given.sandbox.heal();
      given.sandbox.fail(fault);
      given.sandbox.requests.length = 0;
      const client = fastClient();
      const { kind, retryAt } = await problemOf(load(client));
      assert.equal(kind, 'rateLimited');
      assertAbout(retryAt, Date.now() + 30_000);
      assert.deepEqual(client.pauses, []);
      assert.equal(given.sandbox.requests.length, 1);
    }
  });

  it('are not made after a timeout', async () => {
    given.sandbox.fail('hang-before-headers');
    const client = fastClient({ limits: { attemptMs: 30 } });
    assert.equal((await problemOf(load(client))).kind, 'timeout');
    assert.deepEqual(client.pauses, []);
  });
});

describe('the log', () => {
  const given = useSandbox();

  it('has a line for each attempt', async () => {
    given.sandbox.fail('http-503', { times: 1 });
    given.sandbox.fail('reset-before-headers', { times: 1 });
    const client = fastClient();
    await client.campaignAnalytics(given.access, given.sandbox.campaigns.seed);
    const path = `/v1/campaigns/${given.sandbox.campaigns.seed}/analytics`;
    assert.deepEqual(
      client.log.map((line) => line.replace(/\d+ ms/, 'N ms')),
      [
        `GET ${path}: 503 unavailable in N ms (attempt 1)`,
        `GET ${path}: offline ECONNRESET in N ms (attempt 2)`,
        `GET ${path}: 200 in N ms (attempt 3)`,
      ],
    );
  });

  it('does not say what was searched for', async () => {
    const client = fastClient();
    await client.campaigns(given.access, { search: 'Acme', status: 'active' });
    assert.match(client.log[0] ?? '', /^GET \/v1\/campaigns: 200 in \d+ ms \(attempt 1\)$/);
  });

  it('says at which path an answer could not be understood', async () => {
    given.sandbox.fail('no-stats');
    const client = fastClient();
    await problemOf(client.campaignAnalytics(given.access, 'x'));
    assert.match(client.log[0] ?? '', /: invalidAnswer data\.stats in/);
  });
});

function assertAbout(actual: number | undefined, expected: number, tolerance = 200): void {
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) <= tolerance,
    `${String(actual)} is not about ${expected}`,
  );
}
