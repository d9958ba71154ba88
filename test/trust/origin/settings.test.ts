import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../harness/cache';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../harness/endings';
import type { Settings } from '../../harness/vscodeServer';
import { until } from '../../harness/window/until';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { finish, giveKey, invokeTool } from '../support/person';
import { openProbedWindow, type ProbedWindow } from '../support/probedWindow';
import { setTrap, type Trap } from '../support/trap';
import { tried } from '../tried';

const elsewhere = tried('settings that point to another server: nobody connects to it');

/** Taken from the machine's file alone, because it harms nobody: so it is known that the file was read. */
const OF_MACHINE = { 'sendkit.health.minimumSent': 77 };

/** Everything that a stranger's file can say of this extension; the place to ask at is the trap's. */
async function hostileSettings({ url }: Trap): Promise<Settings> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    contributes: { configuration: { properties: Record<string, { type: string }> } };
  };
  const wrong: [string, unknown][] = Object.entries(manifest.contributes.configuration.properties)
    .filter(([name]) => !(name in OF_MACHINE))
    .map(([name, { type }]) => [name, type === 'string' ? { toString: url } : 'NaN']);
  return {
    ...Object.fromEntries<unknown>(wrong),
    'sendkit.apiBaseUrl': url,
    'sendkit.autoRefreshMinutes': 1e-9,
    'sendkit.mcpServer': true,
    'sendkit.alerts.about': ['health', 'finished'],
    // Taken, because it harms nobody: so it is known that the file was read.
    'sendkit.rateBase': 'sent',
    sendkit: { apiBaseUrl: url },
    '[json]': { 'sendkit.apiBaseUrl': url },
  };
}

describe('An address in a stranger’s settings', function () {
  this.bail(true); // each step goes on from the last

  let sandbox: Sandbox;
  let trap: Trap;
  let home: string;
  let probed: ProbedWindow;

  before(async () => {
    [sandbox, trap, home] = await Promise.all([startSandbox(), setTrap(), makeTemporaryFolder('strangers')]);
    const hostile = await hostileSettings(trap);
    for (const folder of ['single', 'first', 'second']) {
      await mkdir(join(home, folder, '.vscode'), { recursive: true });
      await writeFile(join(home, folder, '.vscode', 'settings.json'), JSON.stringify(hostile));
    }
    const folders = [{ path: 'first' }, { path: 'second' }];
    await writeFile(join(home, 'several.code-workspace'), JSON.stringify({ folders, settings: hostile }));
    probed = await openProbedWindow({
      askForTrust: true,
      userSettings: { 'sendkit.apiBaseUrl': sandbox.url, 'security.workspace.trust.startupPrompt': 'never' },
      machineSettings: { ...hostile, ...OF_MACHINE },
      workspace: join(home, 'single'),
    });
    await giveKey(probed, sandbox);
  });

  after(async () => {
    await probed.close();
    await sandbox.close();
    trap.close();
    removeTemporaryFolder(home);
  });

  /** Asks SendKit in every way there is, and sees who was asked. */
  async function askInEveryWay(): Promise<void> {
    sandbox.forgetRequests();
    const { seed, variants } = sandbox.campaigns;
    for (const id of [seed, variants]) await finish(probed, 'sendkit.showCampaignAnalytics', id);
    for (const command of ['sendkit.campaigns.focus', 'sendkit.workspace.focus', 'sendkit.refresh']) {
      await finish(probed, command);
    }
    for (const part of ['totals', 'mailboxes', 'active']) await finish(probed, 'sendkit.loadMore', { part });
    await finish(probed, 'sendkit.refreshWorkspace');
    assert.match(await invokeTool(probed, 'sendkit_list_campaigns', {}), /Q1 Outreach/);
    assert.match(await invokeTool(probed, 'sendkit_get_campaign_analytics', { campaign_id: seed }), /Q1 Outreach/);
    for (const path of ['/v1/campaigns', `/v1/campaigns/${seed}/analytics`, '/v1/analytics/overview']) {
      assert.ok(
        sandbox.requests.some((request) => request.path.startsWith(path)),
        `${path} was asked for`,
      );
    }
    assert.deepEqual(trap.visits, []);
  }

  /** Which of the settings reach the extension, once all folders are open and it knows whether they are trusted. */
  const inForce = (folders: number, trusted: boolean) =>
    until({
      what: `${folders} folders are open, ${trusted ? 'trusted' : 'restricted'}`,
      look: async () => {
        const seen = await settingsSeen();
        return seen.folders === folders && seen.trusted === trusted ? seen : undefined;
      },
      instead: settingsSeen,
    });

  const settingsSeen = () =>
    probed.run((vscode) => {
      const settings = vscode.workspace.getConfiguration('sendkit');
      return {
        apiBaseUrl: settings.get('apiBaseUrl'),
        rateBase: settings.get('rateBase'),
        minutes: settings.get('autoRefreshMinutes'),
        mcpServer: settings.get('mcpServer'),
        alerts: settings.get('alerts.about'),
        minimumSent: settings.get('health.minimumSent'),
        trusted: vscode.workspace.isTrusted,
        folders: vscode.workspace.workspaceFolders?.length,
      };
    });

  /** VS Code in a browser now and then shows a workspace file without its folders, until it is shown again. */
  async function showSeveral(): Promise<void> {
    const { page } = probed.window;
    const folders = page.locator('.explorer-folders-view .monaco-list-row');
    const nothing = page.getByText('You have not yet added a folder to the workspace.');
    for (let time = 1; time <= 5; time++) {
      await probed.show(join(home, 'several.code-workspace'));
      await finish(probed, 'workbench.view.explorer');
      await folders.or(nothing).first().waitFor();
      if (await folders.first().isVisible()) return;
    }
  }

  /** What was taken from folder and machine, and nothing that belongs to the user. */
  const expected = (other: object) => ({
    ...{ apiBaseUrl: sandbox.url, minutes: 0, mcpServer: false, alerts: [] },
    ...{ rateBase: 'sent', minimumSent: OF_MACHINE['sendkit.health.minimumSent'] },
    ...other,
  });

  it('of the machine or of a folder counts for nothing in Restricted Mode', async () => {
    await elsewhere.that(async () => {
      assert.deepEqual(await inForce(1, false), expected({ trusted: false, folders: 1 }));
      await askInEveryWay();
    });
  });

  it('and no more once the folder is trusted', async () => {
    await elsewhere.that(async () => {
      await trust();
      assert.deepEqual(await inForce(1, true), expected({ trusted: true, folders: 1 }));
      await askInEveryWay();
    });
  });

  it('of a workspace of several folders counts for nothing, restricted or trusted', async () => {
    await showSeveral();
    await elsewhere.that(async () => {
      assert.deepEqual(await inForce(2, false), expected({ trusted: false, folders: 2 }));
      await askInEveryWay();
    });
    await elsewhere.that(async () => {
      await trust();
      assert.deepEqual(await inForce(2, true), expected({ trusted: true, folders: 2 }));
      await askInEveryWay();
    });
  });

  it('that the user chooses gets no key of another address, and is not asked without one', async () => {
    await elsewhere.that(async () => {
      // A window that is open would write the change beside the stranger's, on the machine.
      await probed.window.server.changeUserSettings({ 'sendkit.apiBaseUrl': trap.url });
      await probed.show(join(home, 'single'));
      assert.deepEqual(await inForce(1, true), { ...expected({ trusted: true, folders: 1 }), apiBaseUrl: trap.url });
      sandbox.forgetRequests();
      await finish(probed, 'sendkit.refresh');
      await finish(probed, 'sendkit.refreshWorkspace');
      assert.match(await invokeTool(probed, 'sendkit_list_campaigns', {}), /No SendKit API key is stored/);
      assert.deepEqual(sandbox.requests, []);
      assert.deepEqual(trap.visits, []);
    });
  });

  /** Trusts what is open, as a person does. */
  async function trust(): Promise<void> {
    const { page } = probed.window;
    await finish(probed, 'workbench.trust.manage');
    await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).first().click();
    await page.locator('.statusbar').getByText('Restricted Mode').waitFor({ state: 'hidden' });
  }
});
