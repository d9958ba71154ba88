import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compileFunction } from 'node:vm';
import type * as app from '../../../src/app';
import { COMMANDS, KEY_STATE_CONTEXT, REPORT_PANEL, VIEWS } from '../../../src/views/commandIds';
import { TOOLS } from '../../../src/views/toolNames';
import { buildRelease } from '../../harness/build';
import { callsDuring } from './countedCalls';
import { FakeVSCode } from './fakeVSCode';

/** What Node has and a web worker has not. */
const ONLY_IN_NODE = ['process', 'Buffer', 'global', 'setImmediate', 'clearImmediate', '__dirname', '__filename'];

/** The one file of the release that VS Code in a browser reads, evaluated as it does that: it may require `vscode` alone. */
async function evaluateInBrowser({ api }: FakeVSCode): Promise<typeof app> {
  const { browser } = JSON.parse(await readFile('package.json', 'utf8')) as { browser: string };
  const source = await readFile(join(await buildRelease(), basename(browser)), 'utf8');
  const module = { exports: {} };
  const require = (name: string): unknown => {
    if (name === 'vscode') return api;
    throw new Error(`Cannot load module '${name}'`);
  };
  const evaluate = compileFunction(source, ['module', 'exports', 'require', ...ONLY_IN_NODE]) as (
    ...given: unknown[]
  ) => void;
  evaluate(module, module.exports, require);
  return module.exports as typeof app;
}

describe('Starting the extension in a browser', () => {
  let vscode: FakeVSCode;
  let activate: () => void;

  before(async function () {
    this.timeout(60_000); // the release is built
    await buildRelease();
  });

  beforeEach(async () => {
    vscode = new FakeVSCode();
    const { activate: start } = await evaluateInBrowser(vscode);
    activate = () => start(vscode.context as never);
  });

  afterEach(() => {
    for (const subscription of vscode.context.subscriptions) subscription.dispose();
  });

  it('registers the same as on the desktop, and awaits as little: no secret, disk, request or timer', async () => {
    assert.deepEqual(await callsDuring(activate), []);
    assert.deepEqual([...vscode.commands.keys()].sort(), Object.values(COMMANDS).sort());
    assert.deepEqual([...vscode.tools.keys()].sort(), Object.values(TOOLS).sort());
    assert.deepEqual([...vscode.trees.keys()], Object.values(VIEWS));
    assert.deepEqual([...vscode.serializers.keys()], [REPORT_PANEL]);
    assert.equal(vscode.context.secrets.reads, 0);
    assert.deepEqual(vscode.diskCalls, []);
  });

  it('builds the rest when a view or a command needs it, from the same file', async () => {
    activate();
    assert.equal(vscode.contextKeys.get(KEY_STATE_CONTEXT), undefined);
    assert.deepEqual(await vscode.trees.get(VIEWS.campaigns)?.getChildren(), []);
    await vscode.commands.get(COMMANDS.showLog)?.();
    assert.equal(vscode.contextKeys.get(KEY_STATE_CONTEXT), 'missing');
    assert.equal(vscode.logShown, true);
    assert.deepEqual(vscode.shownErrors, []);
  });
});
