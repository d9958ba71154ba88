import assert from 'node:assert/strict';
import { CORS_MODES, type CorsMode } from '../sandbox/cors';
import type { Fault } from '../sandbox/faults';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, type Graph } from '../vscode/graph';

const REDIRECTS: readonly Fault[] = ['redirect-301', 'redirect-302', 'redirect-303', 'redirect-307', 'redirect-308'];

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
    it(`is not given the key where it forbids that (${mode}), and both that it can be are said`, async () => {
      sandbox.cors(mode);
      const { problem } = await load();
      assert.equal(problem?.kind, 'cors');
      assert.equal(problem.title, 'No connection');
      assert.equal(
        problem.message,
        'SendKit lets no browser read its answers (CORS), or cannot be reached. Use VS Code on the desktop, or in a remote window such as a codespace; or check the connection and “sendkit.apiBaseUrl”.',
      );
      assert.deepEqual(withKey(), []);
      assert.deepEqual([...new Set(sandbox.requests.map(({ method }) => method))], ['OPTIONS'], 'asked for leave');
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

  for (const mode of CORS_MODES) {
    it(`leads to no other server by a redirect, whatever it allows (${mode})`, async () => {
      sandbox.cors(mode);
      for (const fault of REDIRECTS) {
        sandbox.fail(fault);
        assert.equal(await kindOfProblem(), mode === 'on' ? 'redirected' : 'cors', fault);
        sandbox.heal();
      }
      assert.deepEqual(sandbox.elsewhere.requests, []);
    });
  }

  it('cannot be told from one that forbids it where nobody listens', async () => {
    await sandbox.close();
    assert.equal(await kindOfProblem(), 'cors');
  });

  it('cannot be reached where the connection breaks after it could be', async () => {
    await load();
    sandbox.fail('reset-before-headers');
    assert.equal(await kindOfProblem(), 'offline');
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
