import assert from 'node:assert/strict';
import type { Fault } from '../sandbox/faults';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, type Graph } from '../vscode/graph';

/** What comes of a fault where a browser is between, and how often SendKit is asked. */
const OUTCOMES: readonly (readonly [fault: Fault, kind: string | undefined, requests?: number])[] = [
  ['gzip', undefined],
  ['byte-order-mark', undefined],
  ['gzip-bomb', 'tooLarge'],
  ['huge-body', 'tooLarge'],
  ['huge-content-length', 'tooLarge'],
  ['invalid-utf8', 'invalidAnswer'],
  ['truncated-json', 'invalidAnswer'],
  ['html', 'notSendKit'],
  // A browser does not say what was wrong with the bytes.
  ['broken-gzip', 'offline', 3],
  ['reset-in-body', 'offline', 3],
  ['close-in-chunks', 'offline', 3],
  ['content-length-too-long', 'offline', 3],
  ['http-503', 'unavailable', 3],
  ['http-401', 'unauthorized'],
  ['hang-before-headers', 'timeout'],
  ['hang-in-body', 'timeout'],
  ['hang-in-gzip', 'timeout'],
  ['slow-body', 'timeout'],
  ['redirect-301', 'redirected'],
  ['redirect-302', 'redirected'],
  ['redirect-307', 'redirected'],
];

describe('The browser’s own fetch', () => {
  let sandbox: Sandbox;
  let graph: Graph;

  beforeEach(async () => {
    sandbox = await startSandbox();
    graph = buildGraph({ address: sandbox.url, key: sandbox.key, attemptMs: 500 });
  });

  afterEach(async () => {
    graph.dispose();
    await sandbox.close();
  });

  const analyticsRequests = () => sandbox.requests.filter(({ path }) => path.endsWith('/analytics'));

  for (const [fault, kind, requests = 1] of OUTCOMES) {
    it(`${fault}: ${kind ?? 'an answer'}, asked ${requests} ×, and nothing goes on behind it`, async () => {
      sandbox.fail(fault, { path: '/v1/campaigns/*' });
      const { problem } = await graph.store.load(sandbox.campaigns.seed);
      assert.equal(problem?.kind, kind);
      assert.equal(analyticsRequests().length, requests);
      assert.deepEqual(sandbox.elsewhere.requests, []);
      await sandbox.allDisconnected();
    });
  }

  it('takes a redirect to what is no address for no connection, which a browser does not tell from it', async () => {
    await graph.store.load(sandbox.campaigns.seed);
    sandbox.fail('redirect-nowhere');
    assert.equal((await graph.store.load(sandbox.campaigns.seed)).problem?.kind, 'offline');
    assert.deepEqual(sandbox.elsewhere.requests, []);
  });

  it('asks anew each time, whatever the browser could keep', async () => {
    const { seed } = sandbox.campaigns;
    await graph.store.load(seed);
    await graph.store.load(seed);
    assert.equal(analyticsRequests().length, 2);
  });

  it('ends a request that is cancelled', async () => {
    sandbox.fail('hang-in-body');
    const asked = sandbox.nextRequest();
    const loading = graph.store.load(sandbox.campaigns.seed);
    await asked;
    graph.store.cancel(sandbox.campaigns.seed);
    assert.equal((await loading).problem?.kind, 'cancelled');
    await sandbox.allDisconnected();
  });
});
