import assert from 'node:assert/strict';
import { isOther } from '../../src/campaigns/campaignPages';
import { WorkspaceStore } from '../../src/campaigns/workspaceStore';
import { isWorkspacePart, LISTED_STATUSES } from '../../src/campaigns/workspaceParts';
import { createClient, type SendKitClient } from '../../src/sendkit/client';
import { LIMITS } from '../../src/sendkit/limits';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, type Graph } from './graph';

describe('The Workspace of a key', () => {
  let sandbox: Sandbox;
  let graph: Graph;
  let store: WorkspaceStore;

  const newClient = (): SendKitClient =>
    createClient({
      fetch: async () => (await import('../../src/sendkit/nodeFetch')).fetch,
      log: graph.log.info,
      limits: { ...LIMITS, attemptMs: 2_000 },
      timing: { wait: () => Promise.resolve(), random: () => 0 },
    });

  const build = (key: string | undefined, change: (client: SendKitClient) => Partial<SendKitClient> = () => ({})) => {
    graph = buildGraph({ address: sandbox.url, ...(key === undefined ? {} : { key }) });
    const { credentials, workspaces, settings, log } = graph;
    const client = newClient();
    store = new WorkspaceStore({ ...client, ...change(client) }, credentials, workspaces, settings, log);
  };

  const select = (index: number): Promise<void> => {
    const { id, name } = sandbox.workspaces[index] ?? { id: '', name: '' };
    return graph.workspaces.select(sandbox.url, { id, name });
  };

  /** What was asked for, without the address. */
  const asked = (): string[] => sandbox.requests.map(({ path }) => path);

  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) {
      await new Promise<void>((resolve) => {
        const subscription = store.onDidChange(() => {
          subscription.dispose();
          resolve();
        });
      });
    }
  };

  /** Shows the view, and resolves when the store knows what the key opens. */
  const show = async (): Promise<void> => {
    store.setVisible(true);
    await store.ready();
  };

  beforeEach(async () => {
    sandbox = await startSandbox();
    build(sandbox.key);
  });

  afterEach(async () => {
    store.dispose();
    graph.dispose();
    await sandbox.close();
  });

  it('is asked nothing, and no secret is read, before the view is visible', async () => {
    await Promise.all([store.ask('totals'), store.ask('active'), store.goOn('mailboxes'), store.refresh()]);
    assert.deepEqual(asked(), []);
    assert.equal(graph.secrets.reads, 0);
  });

  it('is asked nothing by showing the view either: each part costs one request, once somebody opens it', async () => {
    await show();
    assert.deepEqual(asked(), []);
    await Promise.all([store.ask('totals'), store.ask('totals')]);
    await store.ask('totals');
    assert.deepEqual(asked(), ['/v1/analytics/overview']);
    await store.ask('mailboxes');
    await store.ask('active');
    assert.deepEqual(asked().slice(1), ['/v1/analytics/mailboxes', '/v1/campaigns?status=active&limit=50']);
  });

  it('is asked for what was opened before, as soon as the view is visible', async () => {
    void store.ask('totals');
    await show();
    await until(() => store.state().totals.value !== null);
    assert.equal(asked().length, 1);
  });

  it('has totals and mailboxes with figures', async () => {
    await show();
    await Promise.all([store.ask('totals'), store.ask('mailboxes')]);
    const { totals, mailboxes, workspace, problem } = store.state();
    assert.equal(totals.value?.campaigns, 1_200);
    const { sent, bounced, replied } = totals.value.figures;
    assert.equal(replied.rate?.denominator, (sent.count ?? 0) - (bounced.count ?? 0));
    assert.equal(mailboxes.value?.mailboxes.length, 6);
    assert.equal(mailboxes.value.mailboxes[0]?.bounced.kind, 'counted');
    assert.deepEqual([workspace, problem], [null, null]);
  });

  it('says that a part is loading', async () => {
    await show();
    const done = store.ask('totals');
    await until(() => store.state().totals.loading);
    await done;
    assert.equal(store.state().totals.loading, false);
  });

  it('changes its rates with the setting, without a request', async () => {
    await show();
    await store.ask('totals');
    graph.settings.setRateBase('sent');
    assert.equal(store.state().totals.value?.figures.replied.rate?.base, 'sent');
    assert.equal(asked().length, 1);
  });

  for (const form of ['cursor', 'pages'] as const) {
    it(`has lists that go on page by page to their end, told by ${form}`, async () => {
      sandbox.page({ form });
      await show();
      await store.ask('paused');
      let pages = 1;
      for (; store.state().lists.paused.value?.more === true; pages += 1) {
        assert.equal(store.state().lists.paused.value?.campaigns.length, pages * 50);
        await store.goOn('paused');
      }
      const { campaigns, total } = store.state().lists.paused.value ?? { campaigns: [], total: null };
      assert.equal(campaigns.length, total);
      assert.ok(pages > 1);
      assert.equal(asked().length, pages);
      assert.ok(campaigns.every(({ status }) => status === 'paused'));
      await store.goOn('paused');
      assert.equal(asked().length, pages);
    });
  }

  it('reads on behind an empty page', async () => {
    sandbox.page({ emptyAfter: 1 });
    await show();
    await store.ask('active');
    await store.goOn('active');
    assert.equal(store.state().lists.active.value?.campaigns.length, 100);
    assert.equal(asked().length, 3);
  });

  it('does not read on for ever where every page is empty', async () => {
    build(sandbox.key, () => ({
      campaigns: (_access, query) => {
        const seen = new Set([...(query?.page?.seen ?? []), 'x']);
        const next = { query: { cursor: String(seen.size) }, seen };
        empty += 1;
        return Promise.resolve({ value: { campaigns: [], next, total: 9 }, oddValues: [] });
      },
    }));
    let empty = 0;
    await show();
    await store.ask('active');
    assert.equal(empty, 5);
    assert.deepEqual(store.state().lists.active.value, { campaigns: [], more: true, total: 9 });
  });

  it('has no campaign twice where a list goes round in a circle', async () => {
    sandbox.page({ stuck: true });
    await show();
    await store.ask('active');
    for (let times = 0; times < 3; times += 1) await store.goOn('active');
    const ids = store.state().lists.active.value?.campaigns.map(({ id }) => id) ?? [];
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(store.state().lists.active.value?.more, false);
  });

  it('notices campaigns of other statuses by what is missing in the lists, and picks them out', async () => {
    await show();
    await store.ask('totals');
    for (const status of LISTED_STATUSES) {
      assert.equal(store.state().hasOthers, false, status);
      await store.ask(status);
    }
    assert.equal(store.state().hasOthers, true);
    const { totals, lists } = store.state();
    const listed = LISTED_STATUSES.reduce((sum, status) => sum + (lists[status].value?.total ?? 0), 0);
    sandbox.forgetRequests();
    do await store.goOn('other');
    while (store.state().lists.other.value?.more === true);
    const others = store.state().lists.other.value?.campaigns ?? [];
    assert.equal(others.length, (totals.value?.campaigns ?? 0) - listed);
    assert.ok(others.every(isOther));
    assert.ok(others.some(({ status }) => status === 'in_review'));
    assert.equal(asked().length, 12);
  });

  it('keeps what was there when a part fails, says why, and goes on from there', async () => {
    await show();
    await store.ask('active');
    sandbox.fail('http-500');
    await store.goOn('active');
    const failed = store.state().lists.active;
    assert.equal(failed.problem?.kind, 'unavailable');
    assert.equal(failed.value?.campaigns.length, 50);
    sandbox.heal();
    await store.goOn('active');
    assert.equal(store.state().lists.active.problem, null);
    assert.equal(store.state().lists.active.value?.campaigns.length, 100);
  });

  it('does not let one part’s failure touch another, nor asks again by itself', async () => {
    sandbox.fail('http-500', { path: '/v1/analytics/overview' });
    await show();
    await Promise.all([store.ask('totals'), store.ask('mailboxes')]);
    assert.equal(store.state().totals.problem?.kind, 'unavailable');
    assert.equal(store.state().mailboxes.problem, null);
    const before = asked().length;
    await store.ask('totals');
    assert.equal(asked().length, before);
    sandbox.heal();
    await store.goOn('totals');
    assert.equal(store.state().totals.value?.campaigns, 1_200);
  });

  for (const [fault, kind] of [
    ['http-401', 'unauthorized'],
    ['http-403', 'forbidden'],
    ['http-404', 'notSendKit'],
    ['http-429', 'rateLimited'],
    ['invalid-json', 'invalidAnswer'],
    ['redirect-302', 'redirected'],
    ['array-instead', 'invalidAnswer'],
  ] as const) {
    it(`says “${kind}” of ${fault}`, async () => {
      sandbox.fail(fault);
      await show();
      await store.ask('totals');
      assert.equal(store.state().totals.problem?.kind, kind);
      assert.ok(!graph.lines.join('\n').includes(sandbox.key));
    });
  }

  it('gives up requests when the view is hidden, and asks again when it is shown', async () => {
    sandbox.fail('hang-before-headers');
    await show();
    const request = sandbox.nextRequest();
    const done = store.ask('totals');
    await request;
    store.setVisible(false);
    await done;
    await sandbox.allDisconnected();
    assert.equal(store.state().totals.loading, false);
    assert.equal(store.state().totals.problem, null);
    sandbox.heal();
    store.setVisible(true);
    await until(() => store.state().totals.value !== null);
    assert.equal(asked().length, 2);
  });

  it('gives up a part that is closed, and keeps what is there of it', async () => {
    await show();
    await store.ask('active');
    sandbox.fail('hang-before-headers');
    const request = sandbox.nextRequest();
    const done = store.goOn('active');
    await request;
    store.leave('active');
    await done;
    await sandbox.allDisconnected();
    assert.equal(store.state().lists.active.value?.campaigns.length, 50);
    assert.equal(store.state().lists.active.problem, null);
  });

  it('is refreshed as far as it is shown, and forgets the rest', async () => {
    await show();
    await store.ask('totals');
    await store.ask('active');
    await store.goOn('active');
    await store.ask('draft');
    store.leave('draft');
    sandbox.forgetRequests();
    await store.refresh();
    assert.deepEqual(
      asked()
        .map((path) => path.split('&cursor')[0])
        .sort(),
      ['/v1/analytics/overview', '/v1/campaigns?status=active&limit=50', '/v1/campaigns?status=active&limit=50'],
    );
    assert.equal(store.state().lists.active.value?.campaigns.length, 100);
    assert.equal(store.state().lists.draft.value, null);
  });

  it('asks for a key where there is none, and begins when there is one', async () => {
    build(undefined);
    void store.ask('totals');
    await show();
    assert.equal(store.state().problem?.kind, 'noKey');
    assert.deepEqual(asked(), []);
    await graph.credentials.store(graph.credentials.requireBaseUrl(), sandbox.key);
    await until(() => store.state().totals.value !== null);
    assert.equal(store.state().problem, null);
  });

  it('asks for a workspace where a key opens several, and shows the one that is chosen, and no other', async () => {
    build(sandbox.platformKey);
    void store.ask('totals');
    void store.ask('active');
    await show();
    assert.equal(store.state().problem?.kind, 'noWorkspace');
    assert.deepEqual(asked(), []);

    await select(1);
    await until(() => store.state().totals.value !== null);
    assert.equal(store.state().workspace?.name, 'Agency Client');
    assert.equal(store.state().totals.value?.campaigns, 40);

    await select(2);
    assert.equal(store.state().totals.value, null);
    assert.equal(store.state().lists.active.value, null);
    await until(() => store.state().totals.value !== null);
    assert.equal(store.state().workspace?.name, 'Side Project');
    assert.equal(store.state().totals.value?.campaigns, 3);
  });

  it('drops an answer of the workspace before, however late it comes', async () => {
    build(sandbox.platformKey);
    await select(0);
    await show();
    sandbox.delay(150);
    const late = store.ask('totals');
    await sandbox.nextRequest();
    await select(2);
    await late;
    await until(() => store.state().totals.value !== null);
    assert.equal(store.state().totals.value?.campaigns, 3);
  });

  it('belongs to its address', async () => {
    await show();
    await store.ask('totals');
    const other = await startSandbox();
    try {
      graph.settings.setAddress(other.url);
      assert.equal(store.state().totals.value, null);
      await until(() => store.state().problem !== null);
      assert.equal(store.state().problem?.kind, 'noKey');
      assert.deepEqual(other.requests, []);
    } finally {
      await other.close();
    }
  });

  it('never rejects: a bug is logged and shown as one line', async () => {
    build(sandbox.key, () => ({ overview: () => Promise.reject(new TypeError('not a SendKitError')) }));
    await show();
    await store.ask('totals');
    assert.equal(store.state().totals.problem?.kind, 'unexpected');
    assert.ok(graph.lines.some((line) => line.includes('not a SendKitError')));
  });

  it('knows its parts by name', () => {
    for (const part of ['totals', 'mailboxes', 'active', 'other']) assert.ok(isWorkspacePart(part));
    for (const part of ['', 'constructor', undefined, null, 5, {}]) assert.ok(!isWorkspacePart(part));
  });
});
