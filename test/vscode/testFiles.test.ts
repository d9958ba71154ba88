import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/views/commandIds';
import { recordDecision } from '../../src/views/recordDecision';
import { answer, fields, format, GivenTestFiles, replace, until } from './givenTestFiles';

describe('A test file that is open', () => {
  let given: GivenTestFiles;

  beforeEach(async () => {
    given = await GivenTestFiles.start();
  });

  afterEach(() => given.end());

  describe('has above it', () => {
    it('the verdict, which counts the size that the file plans, and opens the report', async () => {
      await given.graph.store.load('tested');
      const document = await given.open(fields);
      await given.untilPlanned(3900);
      const [lens, ...more] = await given.lenses(document);
      assert.equal(lens?.title, 'A 1.5% · B 3.5% · Leaning B · interim · 1,900 to go');
      assert.deepEqual([lens.command, lens.arguments], [COMMANDS.openReport, [{ campaignId: 'tested' }]]);
      assert.match(lens.tooltip ?? '', /B is ahead in click rate/);
      assert.deepEqual(more, []);
    });

    it('what loads the campaign; to open the file asks for nothing', async () => {
      const document = await given.open(fields);
      const [lens] = await given.lenses(document);
      assert.deepEqual(
        [lens?.title, lens?.command, lens?.arguments],
        ['Load Campaign', COMMANDS.loadCampaign, [{ campaignId: 'tested' }]],
      );
      assert.deepEqual([given.sandbox.requests.length, given.graph.secrets.reads], [0, 0]);
    });

    it('that the campaign is being loaded, and why it could not be', async () => {
      const { store } = given.graph;
      const document = await given.open({ ...fields, campaign: 'nobody' });
      const loading = store.load('nobody');
      await until(store.onDidChange, () => store.get('nobody')?.loading === true);
      assert.deepEqual(await given.titles(document), ['loading…']);
      await loading;
      const problem = store.get('nobody')?.problem?.message;
      const [lens] = await given.lenses(document);
      assert.deepEqual([lens?.title, lens?.command], [problem, COMMANDS.loadCampaign]);
      assert.deepEqual(given.flaws(document.uri), [problem]);
    });

    it('the figures as they change, and a way to decide when it is time', async () => {
      const { store } = given.graph;
      await store.load('tested');
      const document = await given.open(fields);
      await given.untilPlanned(3900);
      given.sandbox.setCampaign('tested', answer(4000, 60, 140));
      let drawnAnew = 0;
      const subscription = given.views.onDidChangeCodeLenses(() => (drawnAnew += 1));
      await store.load('tested');
      subscription.dispose();
      assert.ok(drawnAnew > 0, 'VS Code is told');
      const [verdict, decide] = await given.lenses(document);
      assert.equal(verdict?.title, 'A 1.5% · B 3.5% · Clear winner: B · planned size reached');
      assert.deepEqual([decide?.title, decide?.command], ['Record Decision', COMMANDS.recordDecision]);
      assert.equal(String(decide?.arguments?.[0]), String(document.uri));
    });

    it('the period and the problem that the figures have', async () => {
      const { store } = given.graph;
      await store.load('tested');
      const document = await given.open(fields);
      await store.selectPeriod('tested', { kind: 'last', days: 7 });
      given.sandbox.fail('http-500');
      await store.load('tested');
      assert.match(
        (await given.titles(document))[0] ?? '',
        /^Last 7 days · SendKit unavailable · A 1\.5% · B 3\.5% · /,
      );
    });

    it('the report alone where the campaign does not test that e-mail', async () => {
      await given.graph.store.load('tested');
      const document = await given.open({ ...fields, step: 9 });
      const [lens, ...more] = await given.lenses(document);
      assert.deepEqual([lens?.title, lens?.command, more], ['Open Report', COMMANDS.openReport, []]);
    });

    it('nothing where there is no campaign or no JSON, or what no person can work on', async () => {
      for (const text of ['', '{', '[]', '{"campaign":5}', '{"campaign":"\\u0000"}', '/* x */{}']) {
        assert.deepEqual(
          await given.titles(await given.open(text, `${crypto.randomUUID()}.sendkit-test.json`)),
          [],
          text,
        );
      }
      const provider = vscode.workspace.registerTextDocumentContentProvider('sendkit-old', {
        provideTextDocumentContent: () => JSON.stringify(fields),
      });
      const old = vscode.Uri.parse('sendkit-old:/w/a.sendkit-test.json');
      assert.deepEqual(await given.titles(await vscode.workspace.openTextDocument(old)), []);
      provider.dispose();
    });

    it('the same through the installed extension', async () => {
      const { uri } = await given.open(fields);
      const shown = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
      assert.ok(
        shown.some(({ command }) => command?.command === COMMANDS.loadCampaign),
        JSON.stringify(shown),
      );
    });
  });

  describe('is told', () => {
    beforeEach(() => given.graph.store.load('tested'));

    const wrong: [what: string, given: object, at: string, says: RegExp, right: string, fixed: object][] = [
      ['an e-mail', { step: 9 }, '9', /does not test Email 9/, 'Change to Email 2', { step: 2 }],
      ['a variant', { variants: ['A', 'Z'] }, '"Z"', /no Variant Z/, 'Change to Variant B', { variants: ['A', 'B'] }],
      ['a metric', { metric: 'opened' }, '"opened"', /open rate does not count/, 'Change to Click rate', {}],
    ];
    for (const [what, changes, at, says, right, fixed] of wrong) {
      it(`of ${what} that is wrong, with a quick fix that makes it right`, async () => {
        const document = await given.open({ ...fields, ...changes });
        const { uri } = document;
        await given.untilSaid(uri, (messages) => messages.length > 0);
        const [message = '', ...more] = given.flaws(uri);
        assert.match(message, says);
        assert.deepEqual(more, []);
        const said = vscode.languages.getDiagnostics(uri).find((diagnostic) => diagnostic.message === message);
        assert.equal(document.getText(said?.range), at);
        const fix = given.fixes(document, at).find(({ title }) => title.startsWith(right));
        assert.ok(fix?.edit, right);
        assert.ok(
          fix.diagnostics?.some((diagnostic) => diagnostic.message === message),
          'the fix is for what was said',
        );
        await vscode.workspace.applyEdit(fix.edit);
        assert.deepEqual(JSON.parse(document.getText()), { ...fields, ...changes, metric: 'clicked', ...fixed });
        await given.untilSaid(uri, (messages) => messages.length === 0);
      });
    }

    it('again with every change, and nothing any more when it is closed', async () => {
      const document = await given.open({ ...fields, campaign: 'Bearer sk_live_1234567890' });
      const { uri } = document;
      await given.untilSaid(uri, ([message]) => message?.includes('API key') === true);
      await replace(document, 'Bearer sk_live_1234567890', 'tested');
      await given.untilSaid(uri, (messages) => messages.length === 0);
      await replace(document, '"step": 2', '"step": 1');
      await given.untilSaid(uri, (messages) => messages.length === 1);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await given.untilSaid(uri, (messages) => messages.length === 0);
    });
  });

  describe('plans a size', () => {
    beforeEach(() => given.graph.store.load('tested'));

    it('though it lies in no workspace, as long as it is open', async () => {
      await given.open(fields);
      await given.untilPlanned(3900);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await given.untilNothingIsPlanned();
    });

    it('that is typed only when it is saved', async () => {
      const document = await given.open(fields);
      await given.untilPlanned(3900);
      await replace(document, '3900', '4321');
      assert.match(document.getText(), /"plannedSize": 4321/);
      assert.equal(given.plan()?.perVariant, 3900);
      await document.save();
      await given.untilPlanned(4321);
    });
  });

  describe('is decided', () => {
    it('by one edit, unsaved, with its own indentation and line ends', async () => {
      await given.graph.store.load('tested');
      const text = JSON.stringify(fields, null, '\t').replaceAll('\n', '\r\n');
      const document = await given.open(text);
      const recorded = recordDecision(given.graph.store, format, document.uri).then(() => true);
      const accept = (): Thenable<unknown> =>
        vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      while (!(await Promise.race([recorded, accept().then(() => false)])));
      assert.equal(document.isDirty, true);
      const now = document.getText();
      const { decision } = JSON.parse(now) as { decision: Readonly<Record<string, unknown>> };
      assert.deepEqual(Object.keys(decision), ['variant', 'date', 'result', 'metric', 'figures']);
      assert.deepEqual(
        [decision['variant'], decision['figures']],
        ['B', { A: '30 of 2000 delivered', B: '70 of 2000 delivered' }],
        'Enter decides for the one ahead',
      );
      const selection = vscode.window.activeTextEditor?.selection;
      assert.deepEqual(JSON.parse(document.getText(selection)), decision, 'all that was written is selected');
      assert.equal(JSON.stringify({ ...fields, decision }, null, '\t').replaceAll('\n', '\r\n'), now);
      assert.match((await given.titles(document))[0] ?? '', / · decided: Variant B$/);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    });

    it('only where there is a test to decide', async () => {
      const document = await given.open(fields);
      for (const uri of [undefined, 'no address', document.uri]) {
        await recordDecision(given.graph.store, format, uri);
      }
      assert.deepEqual([document.getText(), given.sandbox.requests], [JSON.stringify(fields, null, 2), []]);
    });
  });
});
