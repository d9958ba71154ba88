import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { formatFor } from '../../src/analytics/format';
import { TestFiles } from '../../src/campaigns/testFiles';
import { COMMANDS } from '../../src/views/commandIds';
import { TestFileViews } from '../../src/views/testFileViews';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { filesIn } from '../vscode/filesIn';
import { buildGraph, type Graph } from '../vscode/graph';
import { temporaryFolder } from '../vscode/temporaryFolder';

const NAME = 'opening.sendkit-test.json';

describe('A test file that is open in a browser, in no folder', () => {
  const folder = temporaryFolder();
  let sandbox: Sandbox;
  let graph: Graph;
  let files: TestFiles;
  let views: TestFileViews;
  let document: vscode.TextDocument;

  before(async () => {
    sandbox = await startSandbox();
    graph = buildGraph({ address: sandbox.url, key: sandbox.key });
    files = new TestFiles(graph.log);
    graph.settings.followTestFiles(files);
    views = new TestFileViews(graph.store, files, formatFor('en'));
    const campaign = sandbox.campaigns.variants;
    const plan = { campaign, step: 1, variants: ['Main', 'B'], metric: 'clicked', plannedSize: 123_456 };
    const text = { hypothesis: 'B is clicked more.', ...plan, stopDate: null, decision: null };
    await filesIn(folder).write(NAME, JSON.stringify(text, null, 2));
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.joinPath(folder, NAME));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor, 'It is open.');
    document = editor.document;
    if (files.list().length === 0) await new Promise((resolve) => void files.onDidChange(resolve));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    views.dispose();
    files.dispose();
    graph.dispose();
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await sandbox.close();
  });

  it('offers its campaign, and asks for nothing by itself', async () => {
    const lenses = await views.provideCodeLenses(document);
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      [COMMANDS.loadCampaign],
    );
    assert.deepEqual(sandbox.requests, []);
  });

  it('shows the verdict, which counts the size that it plans', async () => {
    const { variants } = sandbox.campaigns;
    await graph.store.load(variants);
    const [lens] = await views.provideCodeLenses(document);
    assert.match(lens?.command?.title ?? '', /interim · 12\d,\d+ to go/);
    assert.equal(graph.store.get(variants)?.report?.steps[0]?.test?.plan.file, NAME);
  });

  it('is read by the installed extension, too', async () => {
    const shown = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    assert.ok(
      shown.some(({ command }) => command?.command === COMMANDS.loadCampaign),
      JSON.stringify(shown),
    );
  });
});
