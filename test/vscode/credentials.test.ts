import assert from 'node:assert/strict';
import type { Credentials } from '../../src/campaigns/credentials';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, type Graph } from './graph';

describe('The API key', () => {
  let sandbox: Sandbox;
  let graph: Graph;

  beforeEach(async () => {
    sandbox = await startSandbox();
    graph = buildGraph({ address: sandbox.url });
  });

  afterEach(async () => {
    graph.dispose();
    await sandbox.close();
  });

  it('is stored for the origin that it was given for, and known without reading the secret', async () => {
    assert.equal(graph.credentials.keyState(), 'missing');
    await graph.credentials.store(graph.credentials.requireBaseUrl(), sandbox.key);
    assert.deepEqual([...graph.secrets.values], [[`apiKey:${sandbox.url}`, sandbox.key]]);
    graph.secrets.reads = 0;
    assert.equal(graph.credentials.keyState(), 'stored');
    assert.equal(graph.secrets.reads, 0);

    graph.settings.setAddress('https://api.sendkit.ai');
    assert.equal(graph.credentials.keyState(), 'missing');
    graph.settings.setAddress('ftp://api.sendkit.ai');
    assert.equal(graph.credentials.keyState(), 'badBaseUrl');
  });

  it('is checked with SendKit before it is stored', async () => {
    const baseUrl = graph.credentials.requireBaseUrl();
    const good = await graph.credentials.check(baseUrl, sandbox.key);
    assert.ok(good.ok && good.workspaces.length === 1);
    const bad = await graph.credentials.check(baseUrl, 'sk_wrong');
    assert.ok(!bad.ok && bad.problem.kind === 'unauthorized');
    assert.deepEqual(graph.secrets.values.size, 0);
    assert.deepEqual(
      sandbox.requests.map(({ path }) => path),
      ['/v1/workspaces', '/v1/workspaces'],
    );
  });

  it('is blotted out of the log by whatever reads it first', async () => {
    const readings: ((credentials: Credentials) => Promise<unknown>)[] = [
      (credentials) => credentials.access(),
      (credentials) => credentials.listWorkspaces(),
      (credentials) => credentials.needsWorkspace(),
      (credentials) => credentials.readKeyState(),
    ];
    for (const read of readings) {
      graph.dispose();
      graph = buildGraph({ address: sandbox.url, key: 'like-no-other' });
      await read(graph.credentials).catch(() => undefined);
      graph.log.info('The key is like-no-other.');
      assert.equal(graph.lines.at(-1), 'The key is •••.');
    }
  });

  it('that was set or removed in another window is noticed', async () => {
    const changed = (): Promise<void> =>
      new Promise((resolve) => {
        const subscription = graph.credentials.onDidChange(() => {
          subscription.dispose();
          resolve();
        });
      });
    const set = changed();
    await graph.secrets.store(`apiKey:${sandbox.url}`, 'sk_from_elsewhere');
    await set;
    assert.equal(graph.credentials.keyState(), 'stored');

    const removed = changed();
    await graph.secrets.delete(`apiKey:${sandbox.url}`);
    await removed;
    assert.equal(graph.credentials.keyState(), 'missing');
  });

  it('is removed for good', async () => {
    const baseUrl = graph.credentials.requireBaseUrl();
    await graph.credentials.store(baseUrl, sandbox.key);
    await graph.credentials.remove(baseUrl);
    assert.equal(graph.secrets.values.size, 0);
    assert.equal(graph.credentials.keyState(), 'missing');
    await assert.rejects(graph.credentials.access(), { name: 'SendKitError' });
  });
});
