import assert from 'node:assert/strict';
import fc from 'fast-check';
import { campaignIdFlaw } from '../../../src/sendkit/campaignId';
import { baseUrl, errorOf, fastClient, nodeFetch, platformFetch, problemOf, useSandbox } from './setUp';

describe('a request', () => {
  const given = useSandbox();

  for (const [name, fetch] of Object.entries({ 'node-fetch': nodeFetch, 'the platform’s fetch': platformFetch })) {
    it(`is what the API’s page asks for, with ${name}`, async () => {
      const { sandbox, access } = given;
      const { value } = await fastClient({ fetch }).campaignAnalytics(access, sandbox.campaigns.seed);
      assert.equal(value.campaign.name, 'Q1 Outreach Campaign');

      const [request, ...more] = sandbox.requests;
      assert.ok(request);
      assert.equal(more.length, 0);
      assert.equal(request.method, 'GET');
      assert.equal(request.path, '/v1/campaigns/665a1b2c3d4e5f6a7b8c9d0e/analytics');
      assert.equal(request.headers['x-api-key'], sandbox.key);
      assert.equal(request.headers.authorization, `Bearer ${sandbox.key}`);
      assert.equal(request.headers['content-type'], 'application/json');
      assert.equal(request.headers.accept, 'application/json');
      assert.equal(request.headers['x-workspace-id'], undefined);
    });
  }

  it('carries the workspace of a platform key, where there is one to carry', async () => {
    const { sandbox, access } = given;
    const platform = { ...access, key: sandbox.platformKey };
    const client = fastClient();
    const { value: workspaces } = await client.workspaces({ ...platform, workspaceId: 'not-needed-here' });
    assert.deepEqual(
      workspaces.map(({ name }) => name),
      ['Outbound Team', 'Agency Client', 'Side Project'],
    );
    const workspaceId = workspaces[1]?.id ?? '';
    const { value } = await client.campaignAnalytics({ ...platform, workspaceId }, sandbox.campaigns.foreign);
    assert.equal(value.campaign.name, 'Client launch');
    assert.deepEqual(
      sandbox.requests.map(({ headers }) => headers['x-workspace-id']),
      [undefined, workspaceId],
    );
  });

  it('says of a refusal whether a workspace was named, which may be the wrong one', async () => {
    const { sandbox, access } = given;
    const client = fastClient();
    const named = { ...access, key: sandbox.platformKey, workspaceId: sandbox.workspaces[0]?.id ?? '' };
    const { foreign } = sandbox.campaigns;
    const refusal = { kind: 'forbidden', status: 403 };
    assert.deepEqual(await problemOf(client.campaignAnalytics(named, foreign)), { ...refusal, inWorkspace: true });
    assert.deepEqual(await problemOf(client.overview({ ...named, workspaceId: 'unknown' })), {
      ...refusal,
      inWorkspace: true,
    });
    assert.deepEqual(await problemOf(client.campaignAnalytics(access, foreign)), refusal);
    sandbox.fail('http-403');
    assert.deepEqual(await problemOf(client.workspaces(named)), refusal);
  });

  it('keeps the base URL’s path', async () => {
    const { sandbox, access } = given;
    const behindProxy = { ...access, baseUrl: baseUrl(`${sandbox.url}/proxy/sendkit/`) };
    assert.equal((await problemOf(fastClient().campaignAnalytics(behindProxy, 'x'))).kind, 'notFound');
    assert.equal(sandbox.requests[0]?.path, '/proxy/sendkit/v1/campaigns/x/analytics');
  });

  it('carries any id as one segment of its path', async () => {
    const { sandbox, access } = given;
    const client = fastClient();
    const idsThatWereSent = async (id: string): Promise<string | undefined> => {
      sandbox.requests.length = 0;
      await errorOf(client.campaignAnalytics(access, id));
      return sandbox.requests[0]?.path;
    };
    assert.equal(await idsThatWereSent('../account'), '/v1/campaigns/..%2Faccount/analytics');
    assert.equal(await idsThatWereSent('a b?c#d%2F&é'), '/v1/campaigns/a%20b%3Fc%23d%252F%26%C3%A9/analytics');

    const id = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => campaignIdFlaw(text) === undefined);
    await fc.assert(
      fc.asyncProperty(id, async (text) => {
        const path = await idsThatWereSent(text);
        assert.deepEqual(path?.split('/').map(decodeURIComponent), ['', 'v1', 'campaigns', text, 'analytics']);
      }),
      { numRuns: 50 },
    );
  });

  it('is not sent for an id that the path would not carry', async () => {
    const { sandbox, access } = given;
    for (const id of ['', '.', '..', 'a\nb', '\ud800', 'x'.repeat(201), access.key]) {
      assert.equal((await problemOf(fastClient().campaignAnalytics(access, id))).kind, 'notFound');
    }
    assert.equal(sandbox.requests.length, 0);
  });

  it('is not sent with a key or workspace that no header can carry', async () => {
    const { sandbox, access } = given;
    for (const key of [
      '',
      ' ',
      'sk_a b',
      'sk_\n',
      'sk_\r\nX-Evil: 1',
      'sk_é',
      'sk_\u0000',
      'sk_日本',
      `${access.key}\n`,
    ]) {
      assert.equal(
        (await problemOf(fastClient().workspaces({ ...access, key }))).kind,
        'unauthorized',
        JSON.stringify(key),
      );
    }
    const call = fastClient().campaignAnalytics({ ...access, workspaceId: 'a\r\nb' }, 'x');
    assert.deepEqual(await problemOf(call), { kind: 'forbidden', inWorkspace: true });
    assert.equal(sandbox.requests.length, 0);
  });

  it('does not load fetch before it is needed', async () => {
    let loaded = 0;
    const client = fastClient({
      fetch: () => {
        loaded += 1;
        return nodeFetch();
      },
    });
    await errorOf(client.campaignAnalytics(given.access, '..'));
    assert.equal(loaded, 0);
    await client.workspaces(given.access);
    assert.equal(loaded, 1);
  });
});

describe('workspaces', () => {
  const given = useSandbox();

  it('takes an address without the list for one that is not SendKit’s', async () => {
    const { sandbox, access } = given;
    const elsewhere = { ...access, baseUrl: baseUrl(`${sandbox.url}/not-the-api`) };
    assert.deepEqual(await problemOf(fastClient().workspaces(elsewhere)), {
      kind: 'notSendKit',
      status: 404,
      path: '/v1/workspaces',
    });
  });

  it('tells a wrong key', async () => {
    const problem = await problemOf(fastClient().workspaces({ ...given.access, key: 'sk_wrong' }));
    assert.deepEqual(problem, { kind: 'unauthorized', status: 401 });
  });
});
