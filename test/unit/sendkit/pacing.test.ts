import assert from 'node:assert/strict';
import { createClient, type SendKitClient } from '../../../src/sendkit/client';
import { FakeClock } from './fakeClock';
import { accessTo, fastClient, nodeFetch, platformFetch, problemOf, useSandbox } from './setUp';

const SECOND = 1_000;

describe('the requests of a client', () => {
  const given = useSandbox({ anew: true });

  for (const [name, fetch] of Object.entries({ 'node-fetch': nodeFetch, 'the platform’s fetch': platformFetch })) {
    it(`are never more than three at once, whatever is asked, with ${name}`, async () => {
      const { sandbox, access } = given;
      sandbox.hold();
      const client = fastClient({ fetch });
      const id = sandbox.campaigns.seed;
      const calls = Array.from({ length: 5 }, () => [
        client.campaigns(access),
        client.campaignAnalytics(access, id),
        client.dailyCampaign(access, id),
        client.workspaces(access),
      ]);
      await until(() => sandbox.inFlight === 3);
      sandbox.release();
      await Promise.all(calls.flat());
      assert.equal(sandbox.requests.length, 20);
      assert.equal(sandbox.mostInFlight, 3);
      assert.equal(sandbox.inFlight, 0);
    });
  }

  it('are sent in the order in which they were asked for', async () => {
    const client = fastClient({ limits: { inFlight: 1 } });
    const ids = Array.from({ length: 12 }, (_, index) => `campaign-${index}`);
    await Promise.allSettled(ids.map((id) => client.campaign(given.access, id)));
    assert.deepEqual(
      given.sandbox.requests.map(({ path }) => path),
      ids.map((id) => `/v1/campaigns/${id}`),
    );
  });

  it('let others go first while they wait for another attempt', async () => {
    const { sandbox, access } = given;
    sandbox.fail('http-503', { path: '/v1/workspaces' });
    const clock = new FakeClock();
    const client = fastClient({ timing: clock });
    const failing = [1, 2, 3].map(() => client.workspaces(access));
    for (const call of failing) call.catch(() => undefined);
    await untilWaiting(clock, 3);
    await client.campaign(access, sandbox.campaigns.seed);
    sandbox.heal();
    clock.advance(SECOND);
    await Promise.all(failing);
  });

  it('do not lose time of their own while they wait for others', async () => {
    const { sandbox, access } = given;
    sandbox.fail('hang-before-headers', { path: '/v1/workspaces' });
    sandbox.fail('http-503-seconds', { path: '/v1/analytics/overview', retryAfterSeconds: 40, times: 1 });
    const clock = new FakeClock();
    const client = fastClient({ timing: clock });
    const controller = new AbortController();
    const hanging = [1, 2, 3].map(() => problemOf(client.workspaces(access, controller.signal)));
    const last = client.overview(access);
    await until(() => sandbox.inFlight === 3);
    clock.advance(50 * SECOND);
    controller.abort();
    await Promise.all(hanging);
    // It has waited for 50 of its 60 seconds, but only now it was sent.
    await untilWaiting(clock, 1);
    clock.advance(40 * SECOND);
    await last;
    assert.equal(sandbox.requests.filter(({ path }) => path === '/v1/analytics/overview').length, 2);
  });

  it('are not sent while SendKit wants to be left alone, and it is said until when', async () => {
    const { sandbox, access } = given;
    const clock = new FakeClock();
    const lines: string[] = [];
    const client = fastClient({ timing: clock, log: (line) => lines.push(line) });
    sandbox.fail('http-429', { times: 1 });
    const retryAt = clock.now() + 30 * SECOND;
    assert.deepEqual(await problemOf(client.overview(access)), { kind: 'rateLimited', status: 429, retryAt });

    for (const call of [client.campaigns(access), client.workspaces(access)]) {
      assert.deepEqual(await problemOf(call), { kind: 'rateLimited', status: 429, retryAt });
    }
    assert.equal(sandbox.requests.length, 1);
    assert.deepEqual(lines.slice(1), [
      'GET /v1/campaigns: not sent, 429 rateLimited',
      'GET /v1/workspaces: not sent, 429 rateLimited',
    ]);

    clock.advance(30 * SECOND);
    await client.campaigns(access);
    assert.equal(sandbox.requests.length, 2);
  });

  it('wait for a moment that SendKit named, if they can still be answered in time', async () => {
    const { sandbox, access } = given;
    for (const [seconds, waits] of [
      [45, true],
      [46, false],
    ] as const) {
      sandbox.forgetRequests();
      sandbox.fail('http-429-seconds', { retryAfterSeconds: seconds, times: 1 });
      const clock = new FakeClock();
      const client = fastClient({ timing: clock });
      const first = client.workspaces(access);
      first.catch(() => undefined);
      await sandbox.nextRequest();
      await until(() => client.log.some((line) => line.includes('429 rateLimited')));
      const second = client.overview(access);
      second.catch(() => undefined);
      if (waits) {
        await untilWaiting(clock, 2);
        clock.advance(seconds * SECOND);
        await Promise.all([first, second]);
        assert.equal(sandbox.requests.length, 3);
      } else {
        assert.equal((await problemOf(first)).kind, 'rateLimited');
        assert.equal((await problemOf(second)).kind, 'rateLimited');
        assert.equal(sandbox.requests.length, 1);
      }
    }
  });

  it('leave the line when they are cancelled, unsent', async () => {
    const { sandbox, access } = given;
    sandbox.fail('hang-before-headers', { times: 3 });
    const client = fastClient();
    const others = new AbortController();
    const hanging = [1, 2, 3].map(() => problemOf(client.workspaces(access, others.signal)));
    while (sandbox.requests.length < 3) await sandbox.nextRequest();
    const controller = new AbortController();
    const call = problemOf(client.overview(access, controller.signal));
    controller.abort();
    assert.deepEqual(await call, { kind: 'cancelled' });
    others.abort();
    await Promise.all(hanging);
    assert.equal(sandbox.requests.length, 3);
  });

  it('of another client do not count', async () => {
    const { sandbox } = given;
    sandbox.fail('http-429', { times: 1 });
    const [one, other]: SendKitClient[] = [createClient({ fetch: nodeFetch }), createClient({ fetch: nodeFetch })];
    await problemOf(one?.workspaces(accessTo(sandbox)) ?? Promise.resolve());
    await other?.workspaces(accessTo(sandbox));
  });
});

function untilWaiting(clock: FakeClock, sleepers: number): Promise<void> {
  return until(() => clock.waiting === sleepers);
}

/** Resolves when what a request brings about has come about. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
