import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { formatFor } from '../../src/analytics/format';
import type { TestPlan } from '../../src/analytics/testPlan';
import { TestFiles } from '../../src/campaigns/testFiles';
import { COMMANDS } from '../../src/views/commandIds';
import { recordDecision } from '../../src/views/recordDecision';
import { TestFileViews } from '../../src/views/testFileViews';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, type Graph } from './graph';

const format = formatFor('en');
const fields = {
  hypothesis: 'B has the higher click rate, because it is shorter.',
  ...{ campaign: 'tested', step: 2, variants: ['A', 'B'], metric: 'clicked', plannedSize: 3900 },
  ...{ stopDate: null, decision: null },
};

/** Email 1 is not tested; Email 2 was sent so often in each of two variants. */
function answer(sent: number, a: number, b: number): unknown {
  const row = (sequenceStep: number, variant: string | null, clicked: number) => ({
    ...{ _id: { sequenceStep, variant }, sent, clicked },
    ...{ opened: 500, bounced: 0 },
  });
  const stats = { sent: 3 * sent, delivered: 3 * sent, opened: 1500, clicked: 50 + a + b, replied: 9, bounced: 0 };
  return {
    success: true,
    data: {
      campaign: { id: 'tested', name: 'Founders', status: 'active', startedAt: '2025-03-01T12:00:00.000Z' },
      ...{ stats, statusBreakdown: { active: 30 }, totalReplied: 9 },
      stepAnalytics: [row(0, null, 50), row(2, 'A', a), row(2, 'B', b)],
    },
  };
}

describe('Test files', () => {
  let sandbox: Sandbox;
  let graph: Graph;
  let files: TestFiles;
  let views: TestFileViews;
  let folder: string;
  const outside: string[] = [];

  before(async () => {
    await vscode.extensions.getExtension('outbound-tools.sendkit-analytics')?.activate();
  });

  beforeEach(async () => {
    sandbox = await startSandbox();
    sandbox.setCampaign('tested', answer(2000, 30, 70));
    graph = buildGraph({ address: sandbox.url, key: sandbox.key });
    files = new TestFiles(graph.log);
    graph.settings.followTestFiles(files);
    views = new TestFileViews(graph.store, files, format);
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace, 'the tests run in a folder');
    folder = join(workspace.uri.fsPath, randomUUID());
    await mkdir(folder);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    views.dispose();
    files.dispose();
    graph.dispose();
    for (const place of [folder, ...outside.splice(0)]) await rm(place, { recursive: true });
    await vscode.workspace.fs.delete(graph.folder, { recursive: true }).then(undefined, () => undefined);
    await sandbox.close();
  });

  const write = async (name: string, content: object | string | Uint8Array): Promise<vscode.Uri> => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    const isText = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(path, isText ? content : JSON.stringify(content, null, 2));
    return vscode.Uri.file(path);
  };
  const open = async (uri: vscode.Uri): Promise<vscode.TextDocument> => {
    // As a person does: what an extension opens stays open for minutes.
    await vscode.commands.executeCommand('vscode.open', uri);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), uri.toString());
    return document;
  };
  const openNew = async (content: object | string, name = 'a.sendkit-test.json'): Promise<vscode.TextDocument> =>
    open(await write(name, content));
  const lenses = async (document: vscode.TextDocument): Promise<(vscode.Command | undefined)[]> =>
    (await views.provideCodeLenses(document)).map(({ command }) => command);
  const titles = async (document: vscode.TextDocument): Promise<(string | undefined)[]> =>
    (await lenses(document)).map((command) => command?.title);
  const plan = (): TestPlan | undefined => graph.store.get('tested')?.report?.steps[1]?.test?.plan;

  /** Resolves when the files, as they are read, make a condition true. */
  const untilRead = (condition: () => boolean): Promise<void> => until(files.onDidChange, condition);

  /** What is said of a file, by this graph: the installed extension has no campaign loaded. */
  const flaws = (uri: vscode.Uri): string[] => [
    ...new Set(
      vscode.languages
        .getDiagnostics(uri)
        .filter(({ source, message }) => source === 'SendKit' && !message.startsWith('This campaign is not loaded'))
        .map(({ message }) => message),
    ),
  ];

  const fixes = (document: vscode.TextDocument, text: string): vscode.CodeAction[] => {
    const start = document.getText().indexOf(text);
    assert.ok(start >= 0, text);
    return views.provideCodeActions(document, new vscode.Range(document.positionAt(start), document.positionAt(start)));
  };

  describe('above an open file', () => {
    it('is the verdict, which counts the size that the file plans, and opens the report', async () => {
      await graph.store.load('tested');
      const document = await openNew(fields);
      await untilRead(() => plan()?.file === 'a.sendkit-test.json');
      const [lens, ...more] = await lenses(document);
      assert.equal(lens?.title, 'A 1.5% · B 3.5% · Leaning B · interim · 1,900 to go');
      assert.deepEqual([lens.command, lens.arguments], [COMMANDS.openReport, [{ campaignId: 'tested' }]]);
      assert.match(lens.tooltip ?? '', /B is ahead in click rate/);
      assert.deepEqual(more, []);
    });

    it('is what loads the campaign; to open the file asks for nothing', async () => {
      const document = await openNew(fields);
      const [lens] = await lenses(document);
      assert.deepEqual(
        [lens?.title, lens?.command, lens?.arguments],
        ['Load Campaign', COMMANDS.loadCampaign, [{ campaignId: 'tested' }]],
      );
      assert.deepEqual([sandbox.requests.length, graph.secrets.reads], [0, 0]);
    });

    it('is that it is being loaded, and why it could not be', async () => {
      const document = await openNew({ ...fields, campaign: 'nobody' });
      const loading = graph.store.load('nobody');
      await until(graph.store.onDidChange, () => graph.store.get('nobody')?.loading === true);
      assert.deepEqual(await titles(document), ['loading…']);
      await loading;
      const [lens] = await lenses(document);
      assert.equal(lens?.title, graph.store.get('nobody')?.problem?.message);
      assert.equal(lens?.command, COMMANDS.loadCampaign);
      assert.deepEqual(flaws(document.uri), [lens?.title]);
    });

    it('follows the figures, and asks for a decision when it is time', async () => {
      await graph.store.load('tested');
      const document = await openNew(fields);
      await untilRead(() => plan()?.file !== undefined);
      sandbox.setCampaign('tested', answer(4000, 60, 140));
      const told = once(views.onDidChangeCodeLenses);
      await graph.store.load('tested');
      await told;
      const [verdict, decide] = await lenses(document);
      assert.equal(verdict?.title, 'A 1.5% · B 3.5% · Clear winner: B · planned size reached');
      assert.deepEqual([decide?.title, decide?.command], ['Record Decision', COMMANDS.recordDecision]);
      assert.equal(String(decide?.arguments?.[0]), String(document.uri));
    });

    it('is nothing where there is no campaign, no JSON, or what no person can work on', async () => {
      for (const text of ['', '{', '[]', '{"campaign":5}', '{"campaign":"\\u0000"}', '/* x */{}']) {
        assert.deepEqual(await titles(await openNew(text, `${randomUUID()}.sendkit-test.json`)), [], text);
      }
      const provider = vscode.workspace.registerTextDocumentContentProvider('sendkit-old', {
        provideTextDocumentContent: () => JSON.stringify(fields),
      });
      const old = vscode.Uri.parse('sendkit-old:/w/a.sendkit-test.json');
      assert.deepEqual(await titles(await vscode.workspace.openTextDocument(old)), []);
      provider.dispose();
    });

    it('takes names for text, and draws no icon of theirs', async () => {
      const document = await openNew({ ...fields, campaign: 'Bearer $(x)' });
      for (const title of await titles(document)) assert.doesNotMatch(title ?? '', /\$\(x\)/);
    });

    it('is there through the installed extension, too', async () => {
      const { uri } = await openNew(fields);
      const shown = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
      assert.ok(
        shown.some(({ command }) => command?.command === COMMANDS.loadCampaign),
        JSON.stringify(shown),
      );
    });
  });

  describe('in an open file', () => {
    const wrong: [what: string, given: object, at: string, says: RegExp, right: string, fixed: object][] = [
      ['an e-mail', { step: 9 }, '9', /does not test Email 9/, 'Change to Email 2', { step: 2 }],
      ['a variant', { variants: ['A', 'Z'] }, '"Z"', /no Variant Z/, 'Change to Variant B', { variants: ['A', 'B'] }],
      ['a metric', { metric: 'opened' }, '"opened"', /open rate does not count/, 'Change to Click rate', {}],
    ];
    for (const [what, given, at, says, right, fixed] of wrong) {
      it(`is told of ${what} that is wrong, with a quick fix that makes it right`, async () => {
        await graph.store.load('tested');
        const document = await openNew({ ...fields, ...given });
        const { uri } = document;
        await until(vscode.languages.onDidChangeDiagnostics, () => flaws(uri).length > 0);
        const [message = '', ...more] = flaws(uri);
        assert.match(message, says);
        assert.deepEqual(more, []);
        const said = vscode.languages.getDiagnostics(uri).find((diagnostic) => diagnostic.message === message);
        assert.equal(document.getText(said?.range), at);
        const fix = fixes(document, at).find(({ title }) => title.startsWith(right));
        assert.ok(fix?.edit, right);
        assert.ok(
          fix.diagnostics?.some((diagnostic) => diagnostic.message === message),
          'the fix is for what was said',
        );
        await vscode.workspace.applyEdit(fix.edit);
        assert.deepEqual(JSON.parse(document.getText()), { ...fields, ...given, metric: 'clicked', ...fixed });
        await until(vscode.languages.onDidChangeDiagnostics, () => flaws(uri).length === 0);
      });
    }

    it('is told again with every change', async () => {
      await graph.store.load('tested');
      const document = await openNew(fields);
      const { uri } = document;
      const change = async (from: string, to: string): Promise<void> => {
        const start = document.positionAt(document.getText().indexOf(from));
        const edit = new vscode.WorkspaceEdit();
        edit.replace(uri, new vscode.Range(start, start.translate(0, from.length)), to);
        await vscode.workspace.applyEdit(edit);
      };
      await change('"step": 2', '"step": 1');
      await until(vscode.languages.onDidChangeDiagnostics, () => flaws(uri).length === 1);
      await change('"step": 1', '"step": 2');
      await until(vscode.languages.onDidChangeDiagnostics, () => flaws(uri).length === 0);
    });

    it('leaves wrong types to the schema, and knows what would be right', async () => {
      await graph.store.load('tested');
      const document = await openNew({ ...fields, step: '2', metric: 5, stopDate: true, decision: 'B' });
      const bySchema = (): vscode.Diagnostic[] =>
        vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source !== 'SendKit');
      await until(vscode.languages.onDidChangeDiagnostics, () => bySchema().length === 4);
      assert.deepEqual(flaws(document.uri), []);
      for (const [at, title] of [
        ['"2"', 'Change to Email 2'],
        ['5', 'Change to Click rate'],
        ['"B"\n}', 'Change to null'],
      ] as const) {
        const fix = fixes(document, at).find((action) => action.title.startsWith(title));
        assert.ok(fix?.diagnostics?.length, title);
      }
    });
  });

  describe('plan sizes', () => {
    beforeEach(() => graph.store.load('tested'));

    it('as they are on disk: written, changed, with a byte order mark, and gone again', async () => {
      assert.equal(plan()?.file, undefined);
      const uri = await write('a.sendkit-test.json', fields);
      await untilRead(() => plan()?.perVariant === 3900);
      await write('a.sendkit-test.json', { ...fields, plannedSize: 500 });
      await untilRead(() => plan()?.perVariant === 500);
      assert.equal(plan()?.missing, 0);
      const bytes = Buffer.from(`\ufeff${JSON.stringify({ ...fields, plannedSize: 600 })}`);
      await write('a.sendkit-test.json', bytes);
      await untilRead(() => plan()?.perVariant === 600);
      await vscode.workspace.fs.delete(uri);
      await untilRead(() => plan()?.file === undefined);
    });

    it('and plan no more when their folder is gone, and again when it comes back', async () => {
      await write('deep/er/a.sendkit-test.json', fields);
      await untilRead(() => plan()?.perVariant === 3900);
      await rename(join(folder, 'deep'), join(folder, '..', 'elsewhere'));
      outside.push(join(folder, '..', 'elsewhere'));
      await rm(join(folder, '..', 'elsewhere', 'er'), { recursive: true });
      await untilRead(() => plan()?.file === undefined);
    });

    it('that were typed only when they are saved', async () => {
      const document = await openNew(fields);
      await untilRead(() => plan()?.perVariant === 3900);
      const edit = new vscode.WorkspaceEdit();
      const start = document.positionAt(document.getText().indexOf('3900'));
      edit.replace(document.uri, new vscode.Range(start, start.translate(0, 4)), '4321');
      await vscode.workspace.applyEdit(edit);
      assert.match(document.getText(), /"plannedSize": 4321/);
      assert.equal(plan()?.perVariant, 3900);
      await document.save();
      await untilRead(() => plan()?.perVariant === 4321);
    });

    it('outside of the workspace as long as they are open', async () => {
      const elsewhere = await mkdtemp(join(tmpdir(), 'sendkit-outside-'));
      outside.push(elsewhere);
      const path = join(elsewhere, 'a.sendkit-test.json');
      await writeFile(path, JSON.stringify(fields));
      await open(vscode.Uri.file(path));
      await untilRead(() => plan()?.perVariant === 3900);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await untilRead(() => plan()?.file === undefined);
    });

    it('of which the larger counts, and both files are told, open or not', async () => {
      const a = await write('a.sendkit-test.json', fields);
      const b = await write('b.sendkit-test.json', { ...fields, plannedSize: 5000 });
      await untilRead(() => plan()?.perVariant === 5000);
      assert.equal(plan()?.file, 'b.sendkit-test.json');
      await until(vscode.languages.onDidChangeDiagnostics, () => [a, b].every((uri) => flaws(uri).length > 0));
      assert.deepEqual([a, b].map(flaws), [
        ['b.sendkit-test.json plans 5,000 for the same test. The larger size counts.'],
        ['a.sendkit-test.json plans 3,900 for the same test. The larger size counts.'],
      ]);
      await vscode.workspace.fs.delete(b);
      await until(vscode.languages.onDidChangeDiagnostics, () => [a, b].every((uri) => flaws(uri).length === 0));
      assert.equal(plan()?.perVariant, 3900);
    });
  });

  describe('that are too much', () => {
    it('are left alone: one of 10 MB, open or not', async () => {
      const long = { ...fields, hypothesis: 'x'.repeat(10_000_000) };
      const document = await openNew(long, 'long.sendkit-test.json');
      assert.deepEqual(await titles(document), []);
      await write('a.sendkit-test.json', { ...fields, plannedSize: 700 });
      await untilRead(() => files.list().length > 0);
      assert.deepEqual(
        files.list().map(({ file }) => file.name),
        ['a.sendkit-test.json'],
      );
      assert.deepEqual(flaws(document.uri), []);
    });

    it('are read up to a number: 200 of 10,000', async function () {
      this.timeout(60_000);
      const text = JSON.stringify(fields);
      await mkdir(join(folder, 'many'));
      for (let hundred = 0; hundred < 100; hundred++) {
        const names = Array.from({ length: 100 }, (_, one) => `${hundred}-${one}.sendkit-test.json`);
        await Promise.all(names.map((name) => writeFile(join(folder, 'many', name), text)));
      }
      await untilRead(() => files.list().length === 200);
      const again = new TestFiles(graph.log);
      await again.read;
      assert.equal(again.list().length, 200);
      again.dispose();
    });
  });

  describe('are decided', () => {
    it('by one edit in the open file, unsaved, with its own indentation and line ends', async () => {
      await graph.store.load('tested');
      const text = JSON.stringify(fields, null, '\t').replaceAll('\n', '\r\n');
      const document = await openNew(text);
      const recorded = recordDecision(graph.store, format, document.uri).then(() => true);
      const accept = (): Thenable<unknown> =>
        vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      while (!(await Promise.race([recorded, accept().then(() => false)])));
      assert.equal(document.isDirty, true);
      const now = document.getText();
      const { decision } = JSON.parse(now) as { decision: Readonly<Record<string, unknown>> };
      assert.deepEqual(Object.keys(decision), ['variant', 'date', 'result', 'metric', 'figures']);
      assert.deepEqual(
        [decision['variant'], decision['figures']],
        ['A', { A: '30 of 2000 delivered', B: '70 of 2000 delivered' }],
      );
      assert.equal(JSON.stringify({ ...fields, decision }, null, '\t').replaceAll('\n', '\r\n'), now);
      assert.match((await titles(document))[0] ?? '', / · decided: Variant A$/);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    });

    it('only where there is a test to decide', async () => {
      await openNew(fields);
      await recordDecision(graph.store, format, undefined);
      await recordDecision(graph.store, format, 'no address');
      assert.deepEqual(sandbox.requests, []);
    });
  });
});

/** Resolves when the event has come once. */
function once(event: vscode.Event<unknown>): Promise<void> {
  let left = 1;
  return until(event, () => left-- <= 0);
}

/** Resolves when a condition is true, which an event may have changed. */
function until(event: vscode.Event<unknown>, condition: () => boolean): Promise<void> {
  if (condition()) return Promise.resolve();
  return new Promise((resolve) => {
    const subscription = event(() => {
      if (!condition()) return;
      subscription.dispose();
      resolve();
    });
  });
}
