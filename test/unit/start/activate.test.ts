import assert from 'node:assert/strict';
import { access, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMANDS, KEY_STATE_CONTEXT, REPORT_PANEL, VIEWS } from '../../../src/views/commandIds';
import { TOOLS } from '../../../src/views/toolNames';
import { PINNED_CAMPAIGN } from '../../../src/campaigns/storageKeys';
import { callsDuring } from './countedCalls';
import { fakePanel } from './fakePanel';
import { aDocument } from './fakeVSCode';
import { installExtension, type Installed } from './startExtension';

/** Lets everything happen that waits for nothing outside. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Starting the extension', () => {
  let installed: Installed;

  before(async function () {
    this.timeout(60_000); // the release is built
    await installExtension();
  });

  beforeEach(async () => {
    installed = await installExtension();
  });

  afterEach(() => {
    for (const subscription of installed.vscode.context.subscriptions) subscription.dispose();
  });

  it('registers all that VS Code may ask for', () => {
    const { vscode, activate } = installed;
    activate();
    assert.deepEqual([...vscode.commands.keys()].sort(), Object.values(COMMANDS).sort());
    assert.deepEqual([...vscode.tools.keys()].sort(), Object.values(TOOLS).sort());
    assert.deepEqual([...vscode.trees.keys()], Object.values(VIEWS));
    assert.deepEqual([...vscode.serializers.keys()], [REPORT_PANEL]);
    assert.equal(vscode.uriHandlers.length, 1);
  });

  it('awaits nothing: no secret, disk, request, timer or other bundle', async () => {
    const { vscode, activate, evaluated } = installed;
    const calls = await callsDuring(async () => {
      assert.equal(activate(), undefined);
      await Promise.resolve();
    });
    await settled();
    assert.deepEqual(calls, []);
    assert.deepEqual(evaluated(), ['extension.js']);
    assert.equal(vscode.context.secrets.reads, 0);
    assert.deepEqual(vscode.diskCalls, []);
  });

  it('takes the API of VS Code as it is: a copy of it in each file would be most of what is evaluated', async () => {
    for (const bundle of ['extension.js', 'app.js']) {
      const code = await readFile(join(installed.folder, bundle), 'utf8');
      assert.match(code, /[=,]\s*require\("vscode"\)/);
      assert.doesNotMatch(code, /\(\s*require\("vscode"\)/);
    }
  });

  it('loads the rest for a view: what is on disk, without a secret, request or timer while nothing is in sight', async () => {
    const { vscode, activate, evaluated } = installed;
    activate();
    const calls = await callsDuring(async () => {
      assert.deepEqual(await vscode.trees.get(VIEWS.campaigns)?.getChildren(), []);
    });
    assert.deepEqual(calls, []);
    assert.deepEqual(evaluated(), ['extension.js', 'app.js']);
    assert.equal(vscode.contextKeys.get(KEY_STATE_CONTEXT), 'missing');
    assert.equal(vscode.context.secrets.reads, 0);
    assert.deepEqual([...new Set(vscode.diskCalls)], ['readDirectory']);
  });

  it('loads the rest for a command, before any view was shown', async () => {
    const { vscode, activate } = installed;
    activate();
    await vscode.commands.get(COMMANDS.showLog)?.();
    assert.equal(vscode.logShown, true);
  });

  it('loads the rest for a report to restore, which may load the built page and nothing else', async () => {
    const { vscode, folder, activate } = installed;
    activate();
    const panel = fakePanel();
    await vscode.serializers.get(REPORT_PANEL)?.deserializeWebviewPanel(panel as never, { campaign: 'some-id' });
    assert.deepEqual(panel.webview.options, {
      enableScripts: true,
      localResourceRoots: [{ path: '/extension/dist/report' }],
    });
    const files = [...panel.webview.html.matchAll(/(?:src|href)="\/extension\/dist\/(report\/[^"]*)"/g)];
    assert.equal(files.length, 2);
    for (const [, file = ''] of files) await access(join(folder, file));
  });

  it('loads the rest for a pinned campaign, and is over before that', async () => {
    const { vscode, activate, evaluated } = installed;
    vscode.context.globalState.set(PINNED_CAMPAIGN, 'some-id');
    activate();
    assert.deepEqual(evaluated(), ['extension.js']);
    await settled();
    assert.deepEqual(evaluated(), ['extension.js', 'app.js']);
  });

  it('loads the rest for a test file that is open, and is over before that', async () => {
    const { vscode, activate, evaluated } = installed;
    vscode.documents.push(aDocument('/w/package.json'), aDocument('/w/opening.sendkit-test.json'));
    activate();
    assert.deepEqual(evaluated(), ['extension.js']);
    await settled();
    assert.deepEqual(evaluated(), ['extension.js', 'app.js']);
    assert.equal(vscode.context.secrets.reads, 0);
  });

  it('loads the rest for a test file that is opened, and for no other file', async () => {
    const { vscode, activate, evaluated } = installed;
    vscode.documents.push(aDocument('/w/package.json'));
    activate();
    for (const path of ['/w/settings.json', '/w/report.sendkit.json', '/w/sendkit-test.json.bak']) {
      vscode.documentOpened.fire(aDocument(path));
    }
    await settled();
    assert.deepEqual(evaluated(), ['extension.js']);
    vscode.documentOpened.fire(aDocument('/w/opening.sendkit-test.json'));
    await settled();
    assert.deepEqual(evaluated(), ['extension.js', 'app.js']);
  });

  describe('where the rest cannot be loaded', () => {
    const takeAway = (): Promise<void> => rename(join(installed.folder, 'app.js'), join(installed.folder, 'app.gone'));
    const bringBack = (): Promise<void> => rename(join(installed.folder, 'app.gone'), join(installed.folder, 'app.js'));

    it('says so in one line, however much needs it, and logs why', async () => {
      const { vscode, activate } = installed;
      await takeAway();
      activate();
      vscode.answer = 'Show Log';
      const rows = await Promise.all([
        ...Object.values(VIEWS).map((view) => vscode.trees.get(view)?.getChildren()),
        vscode.commands.get(COMMANDS.refresh)?.(),
      ]);
      assert.deepEqual(rows, [[], [], undefined]);
      assert.equal(vscode.shownErrors.length, 1);
      assert.match(vscode.loggedErrors.join('\n'), /^Error: Cannot find module '.\/app.js'/);
      assert.equal(vscode.logShown, true);
    });

    it('leaves a report to VS Code, which says so in its place', async () => {
      const { vscode, activate } = installed;
      await takeAway();
      activate();
      await assert.rejects(
        async () => vscode.serializers.get(REPORT_PANEL)?.deserializeWebviewPanel({} as never, {}),
        /Cannot find module/,
      );
    });

    it('tries again when it is needed again, and fills the views that had asked', async () => {
      const { vscode, activate } = installed;
      await takeAway();
      activate();
      const tree = vscode.trees.get(VIEWS.campaigns);
      await tree?.getChildren();
      let drawnAgain = 0;
      tree?.onDidChangeTreeData?.(() => (drawnAgain += 1));

      await bringBack();
      await vscode.commands.get(COMMANDS.showLog)?.();
      assert.equal(vscode.logShown, true);
      assert.equal(drawnAgain, 1);
      assert.deepEqual(await tree?.getChildren(), []);
      assert.equal(vscode.contextKeys.get(KEY_STATE_CONTEXT), 'missing');
      assert.equal(vscode.shownErrors.length, 1);
    });
  });

  it('ends nothing and says nothing where it is stopped while the rest is loaded', async () => {
    const { vscode, activate } = installed;
    activate();
    const asked = vscode.commands.get(COMMANDS.showLog)?.();
    for (const subscription of vscode.context.subscriptions) subscription.dispose();
    await asked;
    assert.equal(vscode.logShown, false);
    assert.deepEqual(vscode.shownErrors, []);
    assert.deepEqual([...vscode.commands, ...vscode.trees, ...vscode.serializers, ...vscode.tools], []);
  });
});
