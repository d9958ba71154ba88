import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { FAULTS } from '../../sandbox/faults';
import { startSandbox } from '../../sandbox/server';
import { useSandbox } from './setUp';

const SEED_PATH = '/v1/campaigns/665a1b2c3d4e5f6a7b8c9d0e/analytics';

describe('the sandbox', () => {
  const given = useSandbox();

  const get = (path: string, headers: Record<string, string> = bothHeaders(given.sandbox.key)): Promise<Response> =>
    fetch(given.sandbox.url + path, { headers });
  const steer = async (method: string, path: string, body?: string): Promise<unknown> => {
    const answer = await fetch(`${given.sandbox.url}/sandbox${path}`, { method, ...(body !== undefined && { body }) });
    assert.equal(answer.status, 200);
    return answer.json();
  };

  it('gives the documented example byte for byte', async () => {
    const answer = await get(SEED_PATH);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('Content-Type') ?? '', /^application\/json/);
    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.ok(bytes.equals(readFileSync('src/campaigns/sampleAnswer.json')));
  });

  it('gives every one of its campaigns', async () => {
    const { foreign, ...own } = given.sandbox.campaigns;
    for (const id of Object.values(own)) {
      const answer = (await (await get(`/v1/campaigns/${id}/analytics`)).json()) as { success: unknown; data: object };
      assert.equal(answer.success, true);
      assert.ok('stats' in answer.data);
    }
    assert.equal((await get(`/v1/campaigns/${foreign}/analytics`)).status, 403);
  });

  it('wants the same key in both headers', async () => {
    const { key } = given.sandbox;
    const refused: Record<string, string>[] = [
      {},
      { 'X-Api-Key': key },
      { Authorization: `Bearer ${key}` },
      { 'X-Api-Key': key, Authorization: `Bearer ${key}x` },
      { 'X-Api-Key': key, Authorization: key },
      bothHeaders('sk_unknown'),
    ];
    for (const headers of refused) {
      const answer = await get(SEED_PATH, headers);
      assert.equal(answer.status, 401);
      assert.deepEqual(Object.keys((await answer.json()) as object), ['error', 'message', 'code']);
    }
  });

  it('opens what a key opens', async () => {
    const { key, platformKey, campaigns } = given.sandbox;
    const namesFor = async (aKey: string): Promise<string[]> => {
      const { data } = (await (await get('/v1/workspaces', bothHeaders(aKey))).json()) as { data: { name: string }[] };
      return data.map(({ name }) => name);
    };
    assert.deepEqual(await namesFor(key), ['Outbound Team']);
    assert.deepEqual(await namesFor(platformKey), ['Outbound Team', 'Agency Client', 'Side Project']);

    const foreign = `/v1/campaigns/${campaigns.foreign}/analytics`;
    const statusWith = async (headers: Record<string, string>): Promise<number> => (await get(foreign, headers)).status;
    assert.equal(await statusWith(bothHeaders(platformKey)), 403);
    assert.equal(await statusWith({ ...bothHeaders(platformKey), 'X-Workspace-Id': '665a1b2c3d4e5f6a7b8c9b02' }), 200);
    assert.equal(await statusWith({ ...bothHeaders(platformKey), 'X-Workspace-Id': 'unknown' }), 403);
    assert.equal(await statusWith({ ...bothHeaders(key), 'X-Workspace-Id': '665a1b2c3d4e5f6a7b8c9b02' }), 403);
    const own = await get(SEED_PATH, { ...bothHeaders(key), 'X-Workspace-Id': '665a1b2c3d4e5f6a7b8c9b02' });
    assert.equal(own.status, 200);
    const listWith = async (headers: Record<string, string>): Promise<number> =>
      (await get('/v1/campaigns', headers)).status;
    assert.equal(await listWith(bothHeaders(platformKey)), 403);
    assert.equal(await listWith({ ...bothHeaders(platformKey), 'X-Workspace-Id': 'unknown' }), 403);
    assert.equal(await listWith({ ...bothHeaders(platformKey), 'X-Workspace-Id': '665a1b2c3d4e5f6a7b8c9b03' }), 200);
  });

  it('answers what it does not know as the API does', async () => {
    for (const path of ['/', '/v1', '/v1/campaigns/unknown/analytics', '/v1/campaigns//analytics', '/v2/workspaces']) {
      const answer = await get(path);
      assert.equal(answer.status, 404, path);
      const { error, code } = (await answer.json()) as Record<string, unknown>;
      assert.deepEqual([error, code], ['Not Found', 404]);
    }
    const posted = await fetch(given.sandbox.url + SEED_PATH, {
      method: 'POST',
      headers: bothHeaders(given.sandbox.key),
    });
    assert.equal(posted.status, 404);
  });

  it('answers a path that is not well encoded', async () => {
    assert.equal((await get('/v1/campaigns/%E0%A4%A/analytics')).status, 404);
  });

  it('fails as often, and where, it is told', async () => {
    const { sandbox } = given;
    sandbox.fail('http-500', { times: 2 });
    sandbox.fail('http-503', { path: SEED_PATH });
    sandbox.fail('http-403', { path: '/v1/work*' });
    const statuses: number[] = [];
    for (const path of [
      '/v1/workspaces',
      SEED_PATH,
      SEED_PATH,
      SEED_PATH,
      '/v1/workspaces',
      '/v1/campaigns/x/analytics',
    ]) {
      statuses.push((await get(path)).status);
    }
    assert.deepEqual(statuses, [500, 500, 503, 503, 403, 404]);
    sandbox.heal();
    assert.equal((await get(SEED_PATH)).status, 200);
  });

  it('records what came, in order', async () => {
    await get(`${SEED_PATH}?from=2025-01-01`);
    await get('/v1/workspaces');
    assert.deepEqual(
      given.sandbox.requests.map(({ method, path, headers }) => [method, path, headers['x-api-key']]),
      [
        ['GET', `${SEED_PATH}?from=2025-01-01`, given.sandbox.key],
        ['GET', '/v1/workspaces', given.sandbox.key],
      ],
    );
  });

  it('is steered by another process', async () => {
    const { sandbox } = given;
    const state = (await steer('GET', '')) as Record<string, unknown>;
    assert.equal(state['key'], sandbox.key);
    assert.deepEqual(state['faults'], FAULTS);

    await steer(
      'POST',
      `/fail?fault=http-429-seconds&times=1&retryAfterSeconds=9&path=${encodeURIComponent(SEED_PATH)}`,
    );
    assert.equal((await get('/v1/workspaces')).status, 200);
    assert.equal((await get(SEED_PATH)).headers.get('Retry-After'), '9');
    assert.equal((await get(SEED_PATH)).status, 200);

    await steer('POST', '/fail?fault=http-500');
    await steer('POST', '/heal');
    assert.equal((await get(SEED_PATH)).status, 200);

    await steer('PUT', '/campaigns/mine', '{"success":true,"data":{"stats":{"sent":5}}}');
    assert.deepEqual(await (await get('/v1/campaigns/mine/analytics')).json(), {
      success: true,
      data: { stats: { sent: 5 } },
    });

    const { here } = (await steer('GET', '/requests')) as { here: unknown[] };
    assert.equal(here.length, 5);
    await steer('DELETE', '/requests');
    assert.equal(sandbox.requests.length, 0);

    const unknown = await fetch(`${sandbox.url}/sandbox/fail?fault=nonsense`, { method: 'POST' });
    assert.equal(unknown.status, 400);
  });

  it('is moved through time, and touched, by another process', async () => {
    const { sandbox } = given;
    const { longRunning } = sandbox.campaigns;
    const sent = async (): Promise<unknown> => {
      const answer = (await (await get(`/v1/analytics/campaigns/${longRunning}`)).json()) as Answer<{
        stats: { sent: number; replied: number };
      }>;
      return answer.data.stats;
    };
    assert.deepEqual(await steer('POST', '/today?date=2025-07-01'), { today: '2025-07-01' });
    const before = await sent();
    assert.deepEqual(await steer('POST', '/advance?days=2'), { today: '2025-07-03' });
    assert.notDeepEqual(await sent(), before);
    assert.deepEqual(await steer('POST', '/advance'), { today: '2025-07-04' });
    await steer('POST', '/today?date=2025-07-01');
    assert.deepEqual(await sent(), before);

    await steer('POST', `/touch/${longRunning}`);
    assert.notDeepEqual(await sent(), before);
    for (const path of ['/touch/unknown', '/today?date=tomorrow', '/today', '/advance?days=0.5', '/advance?days=x']) {
      assert.equal((await fetch(`${sandbox.url}/sandbox${path}`, { method: 'POST' })).status, 400, path);
    }
  });

  it('counts what is under way, and keeps it back when told to', async () => {
    const { sandbox } = given;
    await steer('POST', '/hold');
    const calls = [1, 2, 3, 4].map(async () => (await get('/v1/workspaces')).text());
    while (sandbox.requests.length < 4) await sandbox.nextRequest();
    const state = (await steer('GET', '')) as Record<string, unknown>;
    assert.deepEqual([state['inFlight'], state['mostInFlight']], [4, 4]);
    await steer('POST', '/release');
    await Promise.all(calls);
    assert.deepEqual([sandbox.inFlight, sandbox.mostInFlight], [0, 4]);
    await steer('DELETE', '/requests');
    assert.equal(sandbox.mostInFlight, 0);

    sandbox.hold();
    const held = get('/v1/workspaces');
    await sandbox.nextRequest();
    sandbox.heal();
    assert.equal((await held).status, 200);
  });

  it('tells of a request that comes, or came meanwhile', async () => {
    const { sandbox } = given;
    const { requestCount } = sandbox;
    const next = steer('GET', `/next?after=${requestCount}`);
    await get('/v1/workspaces');
    assert.equal(((await next) as { path: unknown }).path, '/v1/workspaces');
    sandbox.forgetRequests();
    assert.equal(((await steer('GET', `/next?after=${requestCount}`)) as { path: unknown }).path, '/v1/workspaces');
    assert.equal(((await steer('GET', '/requests')) as { count: unknown }).count, requestCount + 1);
  });

  it('tells a browser who may read its answers, and always lets itself be steered', async () => {
    const { url } = given.sandbox;
    const headersOf = async (method: string, path: string): Promise<(string | number | null)[]> => {
      const { status, headers } = await fetch(url + path, { method });
      return [status, headers.get('Access-Control-Allow-Origin')];
    };
    const key = 'X-Api-Key, Authorization, Content-Type, X-Workspace-Id';
    for (const [mode, api, preflight] of [
      ['off', null, [404, null]],
      ['on', '*', [204, '*']],
      ['withoutPreflight', '*', [404, '*']],
    ] as const) {
      await steer('POST', `/cors?mode=${mode}`);
      assert.deepEqual(await headersOf('GET', '/v1/workspaces'), [401, api], mode);
      assert.deepEqual(await headersOf('OPTIONS', '/v1/workspaces'), preflight, mode);
      assert.deepEqual(await headersOf('OPTIONS', '/sandbox'), [204, '*'], mode);
    }
    await steer('POST', '/cors?mode=on');
    given.sandbox.forgetRequests();
    const allowed = await fetch(`${url}/v1/workspaces`, { method: 'OPTIONS' });
    assert.equal(allowed.headers.get('Access-Control-Allow-Headers'), key);
    assert.deepEqual(given.sandbox.requests, []);
    given.sandbox.cors('off');
    assert.equal((await fetch(`${url}/sandbox/cors?mode=nonsense`, { method: 'POST' })).status, 400);
  });

  it('answers slowly when told to', async () => {
    await steer('POST', '/delay?milliseconds=20');
    const startedAt = performance.now();
    await get('/v1/workspaces');
    assert.ok(performance.now() - startedAt >= 19);
  });

  it('does not count what was given up', async () => {
    const { sandbox } = given;
    sandbox.fail('hang-before-headers');
    const controller = new AbortController();
    const call = fetch(`${sandbox.url}/v1/workspaces`, { signal: controller.signal });
    await sandbox.nextRequest();
    assert.equal(sandbox.inFlight, 1);
    controller.abort();
    await assert.rejects(call);
    const isUnderWay = (): boolean => sandbox.inFlight > 0;
    while (isUnderWay()) await setImmediate();
  });

  it('describes every fault and campaign', () => {
    const readme = readFileSync('test/sandbox/README.md', 'utf8');
    for (const name of [
      ...FAULTS,
      ...Object.keys(given.sandbox.campaigns),
      ...Object.values(given.sandbox.campaigns),
    ]) {
      assert.ok(readme.includes(`\`${name}\``), name);
    }
  });

  it('closes while requests hang', async () => {
    const sandbox = await startSandbox();
    sandbox.fail('hang-before-headers');
    const hanging = assert.rejects(fetch(`${sandbox.url}/v1/workspaces`));
    await sandbox.nextRequest();
    await sandbox.close();
    await hanging;
  });

  it('says so when its port is taken', async () => {
    const port = Number(new URL(given.sandbox.url).port);
    await assert.rejects(startSandbox({ port }), { code: 'EADDRINUSE' });
  });
});

interface Answer<Data> {
  readonly data: Data;
}

function bothHeaders(key: string): Record<string, string> {
  return { 'X-Api-Key': key, Authorization: `Bearer ${key}` };
}
