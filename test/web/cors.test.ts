import assert from 'node:assert/strict';
import type { CorsMode } from '../sandbox/cors';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, type Graph } from '../vscode/graph';

describe('SendKit, asked from a browser', () => {
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

  const load = () => graph.store.load(sandbox.campaigns.seed);
  const kindOfProblem = async (): Promise<string | undefined> => (await load()).problem?.kind;
  const withKey = () => sandbox.requests.filter(({ headers }) => JSON.stringify(headers).includes(sandbox.key));

  it('is understood where it allows that', async () => {
    const { problem, report } = await load();
    assert.equal(problem, null);
    assert.equal(report?.figures.replied.count, 12);
    assert.equal(withKey().length, sandbox.requests.length);
  });

  for (const mode of ['off', 'withoutPreflight'] satisfies CorsMode[]) {
    it(`is not given the key where it forbids that (${mode}), and the browser is said to be the cause`, async () => {
      sandbox.cors(mode);
      const { problem } = await load();
      assert.equal(problem?.kind, 'cors');
      assert.equal(problem.title, 'Blocked by the browser');
      assert.equal(
        problem.message,
        'SendKit can be reached, but lets no browser read its answers (CORS). Use VS Code on the desktop, or in a remote window such as a codespace.',
      );
      assert.deepEqual(withKey(), []);
      assert.deepEqual(
        [...new Set(sandbox.requests.map(({ method }) => method))].sort(),
        ['GET', 'OPTIONS'],
        'the browser asked for leave, and the extension whether anybody is there',
      );
      sandbox.cors('on');
      assert.equal(await kindOfProblem(), undefined);
    });
  }

  it('is not asked again at once where it forbids that', async () => {
    sandbox.cors('off');
    await load();
    const { length } = sandbox.requests.filter(({ method }) => method === 'OPTIONS');
    assert.ok(length <= 2, `${length} requests for the two parts of a campaign`);
  });

  it('cannot be reached where nobody listens', async () => {
    await sandbox.close();
    assert.equal(await kindOfProblem(), 'offline');
  });

  it('cannot be reached where the connection breaks, whatever it allows', async () => {
    for (const mode of ['on', 'off'] satisfies CorsMode[]) {
      sandbox.cors(mode);
      sandbox.fail('reset-before-headers');
      assert.equal(await kindOfProblem(), 'offline', mode);
    }
  });

  it('does not answer in time where it hangs while it is asked whether it is there', async () => {
    sandbox.cors('off');
    sandbox.fail('hang-before-headers', { path: `/v1/campaigns/${sandbox.campaigns.seed}*` });
    assert.equal(await kindOfProblem(), 'timeout');
  });

  it('is taken for out of reach, and asked again, where an answer cannot be read that could be before', async () => {
    await load();
    sandbox.cors('off');
    sandbox.forgetRequests();
    assert.equal(await kindOfProblem(), 'offline');
    assert.ok(sandbox.requests.length >= 3, `${sandbox.requests.length} requests`);
    assert.ok(sandbox.requests.every(({ method }) => method === 'OPTIONS'));
  });
});
