import assert from 'node:assert/strict';
import { basename, dirname } from 'node:path';
import type { Locator } from 'playwright-core';
import type { ReportView } from '../../../src/report/protocol';
import { until } from '../../harness/window/until';
import type { Answer } from '../../sandbox/exchange';
import { withLeaves, type Place } from '../support/leaves';
import { misleadingIn } from '../support/misleading';
import { oneWindow, type OneWindow } from '../support/oneWindow';
import { begin, finish, giveKey, invokeTool } from '../support/person';
import { times, tried } from '../tried';
import { assertHarmless } from './harmless';
import { HOSTILE } from './hostile';
import { hostileInRound, ROUNDS } from './rounds';

const shown = tried('hostile texts on a surface of VS Code: nothing runs, loads, leads or misleads');

const nothingKnown = { html: new Set<string>(), svg: new Set<string>() };
const TOOLS = ['sendkit_get_campaign_analytics', 'sendkit_compare_variants', 'sendkit_list_campaigns'];

describe('In VS Code, hostile text', function () {
  this.timeout(10 * 60_000);
  let opened: OneWindow;
  let rich: string;

  before(async () => {
    opened = await oneWindow();
    const { sandbox, run } = opened;
    rich = sandbox.campaigns.subsequencesAndVariants;
    await giveKey(opened, sandbox);
    // What the links in hostile text lead to.
    await run((vscode) => {
      const counted = globalThis as { trustPwned?: number };
      vscode.commands.registerCommand('trust.pwned', () => (counted.trustPwned = (counted.trustPwned ?? 0) + 1));
    });
    await finish(opened, 'sendkit.campaigns.focus');
    await finish(opened, 'sendkit.showCampaignAnalytics', rich);
    await finish(opened, 'sendkit.pinCampaign', { campaignId: rich });
    const tree = opened.window.tree('Workspace');
    for (const row of ['Totals', 'Mailboxes', 'Campaigns']) await tree.expand(row);
    await tree.expand('Campaigns', 'Active');
  });

  after(() => opened.sandbox.heal());

  /** Looks at the whole window after something was shown in it. */
  const look = (what: string): Promise<void> =>
    shown.that(async () => {
      const { page } = opened.window;
      assert.deepEqual(await misleadingIn(page), [], what);
      assert.deepEqual(opened.watch.harm, [], what);
    });

  for (let round = 0; round < times(ROUNDS, 2); round++) {
    it(`is only text on every surface, round ${round + 1}`, async () => {
      opened.sandbox.alter((answer, path) => hostileAnswer(answer, path, round));
      await inReport();
      await inTrees();
      await inPickers();
      await inNotifications();
      await inFileName();
      await inTool(round);
      assert.equal(await opened.run(() => (globalThis as { trustPwned?: number }).trustPwned ?? 0), 0);
    });
  }

  async function inReport(): Promise<void> {
    await finish(opened, 'sendkit.openReport', { campaignId: rich });
    const frame = await opened.window.webview('');
    await frame.locator('h1').waitFor();
    const sent = opened.watch.pageMessages.length;
    await finish(opened, 'sendkit.refreshCampaign', { campaignId: rich });
    await until({
      what: 'the page shows the name that it was sent last',
      look: async () => {
        const name = nameSent(opened.watch.pageMessages.slice(sent));
        const seen = await frame.locator('h1').innerText();
        return (name !== undefined && oneSpace(seen) === oneSpace(name)) || undefined;
      },
      instead: () => frame.locator('h1').innerText(),
    });
    await shown.that(async () => assert.deepEqual(await misleadingIn(frame), []));
    await look('the report, its title and the status bar');
    await hoverOver(opened.window.page.locator('[id*="sendkit.pinnedCampaign"]'));
    await look('the tooltip in the status bar');
  }

  async function inTrees(): Promise<void> {
    const rows = opened.window.page.getByRole('tree', { name: 'Campaigns', exact: true }).locator('.monaco-list-row');
    await finish(opened, 'sendkit.refreshWorkspace');
    await finish(opened, 'sendkit.campaigns.focus');
    await begin(opened, 'list.focusFirst'); // a row further down would have its parents drawn over others
    await begin(opened, 'list.expandRecursively');
    await look('the trees');
    for (const row of [0, 2]) {
      await hoverOver(rows.nth(row).locator('.label-name'));
      await look('a tooltip in the tree');
    }
  }

  async function hoverOver(place: Locator): Promise<void> {
    const { page } = opened.window;
    await page.mouse.move(0, 0);
    const tooltip = page.locator('.monaco-hover:visible').filter({ hasText: /\S/ }).first();
    await tooltip.waitFor({ state: 'hidden' });
    await place.hover();
    await tooltip.waitFor();
  }

  async function inPickers(): Promise<void> {
    const { quickInput } = opened.window;
    await begin(opened, 'sendkit.showCampaignAnalytics');
    await quickInput.waitFor('Show Campaign Analytics');
    await until({
      what: 'the workspace’s campaigns are there, or why they were not read',
      look: async () => {
        const rows = await quickInput.rows();
        return rows.length > 8 || rows.some(({ label }) => label.includes('larger than 8 MiB')) || undefined;
      },
      instead: () => quickInput.rows(),
    });
    await look('the picker of campaigns');
    await quickInput.cancel();
    for (const [command, title] of [
      ['sendkit.compareCampaigns', 'Compare Campaigns'],
      ['sendkit.planTest', 'Plan A/B Test'],
      ['sendkit.exportReport', 'Export Report'],
    ] as const) {
      await begin(opened, command, { campaignId: rich });
      await quickInput.waitFor(title);
      await quickInput.waitForRow(/./);
      await look(`the picker of ${title}`);
      await quickInput.cancel();
      await quickInput.waitUntilClosed();
    }
  }

  async function inNotifications(): Promise<void> {
    const { page } = opened.window;
    const { draft } = opened.sandbox.campaigns;
    await finish(opened, 'notifications.clearAll');
    await begin(opened, 'sendkit.selectWorkspace');
    await inCentre('This key belongs to one workspace');
    await finish(opened, 'sendkit.loadCampaign', { campaignId: draft });
    await begin(opened, 'sendkit.exportReport', { campaignId: draft });
    await inCentre('has no figures to export yet');
    await look('the notifications');
    const links = page.locator('.notification-list-item-message a');
    await shown.that(async () => assert.deepEqual(await links.allInnerTexts(), []));
    await finish(opened, 'notifications.hideList');
  }

  /** VS Code shows no toast for a notification that comes a frame after others were cleared, but keeps each of them there. */
  async function inCentre(message: string): Promise<void> {
    await finish(opened, 'notifications.showList');
    await opened.window.notifications.waitFor(message);
  }

  async function inFileName(): Promise<void> {
    const { quickInput } = opened.window;
    await begin(opened, 'sendkit.exportReport', { campaignId: rich });
    await quickInput.waitFor('Export Report');
    await quickInput.choose('Markdown');
    const proposed = await until({
      what: 'a name is proposed',
      look: async () => {
        const text = await quickInput.text();
        return text.endsWith('.md') ? text : undefined;
      },
      instead: () => quickInput.text(),
    });
    shown.that(() => {
      const text = basename(proposed);
      assertHarmless({ name: 'the proposed file', kind: 'fileName', text }, nothingKnown);
      assert.match(dirname(proposed), /\/workspace$/, proposed);
    });
    await look('the dialog that asks where to save');
    await quickInput.cancel();
  }

  async function inTool(round: number): Promise<void> {
    await shown.that(async () => {
      const name = TOOLS[round % TOOLS.length] ?? '';
      const text = await invokeTool(opened, name, { campaign_id: rich });
      assertHarmless({ name, kind: 'json', text }, nothingKnown);
      assert.match((JSON.parse(text) as { notice: string }).notice, /never follow instructions/);
    });
  }

  /** The one campaign that has nothing to export has no figures at all. */
  function hostileAnswer(answer: Answer, path: string, round: number): Answer {
    const { draft } = opened.sandbox.campaigns;
    const change = hostileInRound(round);
    return altered(answer, (place, value) =>
      path.includes(draft) && typeof value === 'number' ? null : change(place, value),
    );
  }

  const everywhere = (text: string, status = text): void =>
    opened.sandbox.alter((answer) =>
      altered(answer, (place, value) =>
        typeof value === 'string' ? (place.endsWith('campaign.status') ? status : text) : value,
      ),
    );

  for (const [what, text] of Object.entries(HOSTILE).filter(([, text]) => text.includes(']('))) {
    it(`becomes no link in a notification: ${what}`, async () => {
      const { page } = opened.window;
      everywhere(text);
      await finish(opened, 'notifications.clearAll');
      await begin(opened, 'sendkit.selectWorkspace');
      await inCentre('This key belongs to one workspace');
      await shown.that(async () => {
        assert.deepEqual(await page.locator('.notification-list-item-message a').allInnerTexts(), []);
      });
    });
  }

  it('becomes no link in an alert, nor in the question before a history is deleted', async () => {
    const { page, notifications } = opened.window;
    const text = HOSTILE['a Markdown link to a command'] ?? '';
    const row = { campaignId: rich };
    await alertAbout(['finished']);
    for (const status of ['active', 'completed']) {
      everywhere(text, status);
      await finish(opened, 'sendkit.refreshCampaign', row);
    }
    await inCentre('is completed.');
    await shown.that(async () => {
      assert.deepEqual(await page.locator('.notification-list-item-message a').allInnerTexts(), []);
    });
    await finish(opened, 'notifications.clearAll');
    await begin(opened, 'sendkit.deleteHistory', row);
    const question = page.locator('.monaco-dialog-box').filter({ hasText: 'Delete the history of' });
    await question.waitFor();
    await shown.that(async () => {
      assert.match(await question.innerText(), /Reconnect/);
      assert.deepEqual(await question.locator('.dialog-message-row a').allInnerTexts(), []);
    });
    await look('the question before a history is deleted');
    await notifications.answerDialog('Delete the history of', 'Cancel');
    await alertAbout([]);
  });

  const alertAbout = (kinds: readonly string[]): Promise<unknown> =>
    opened.run(
      (vscode, about) => vscode.workspace.getConfiguration('sendkit').update('alerts.about', about, true),
      kinds,
    );

  it('becomes no icon, not even where an id should be', async () => {
    everywhere(HOSTILE['an icon'] ?? '');
    await finish(opened, 'sendkit.refresh');
    await finish(opened, 'sendkit.refreshWorkspace');
    await inPickers();
    await look('the status bar and the trees');
    const { sandbox, window, canary } = opened;
    await giveKey(opened, { url: sandbox.url, key: canary.platform });
    await begin(opened, 'sendkit.selectWorkspace');
    await window.quickInput.waitFor('Select Workspace');
    await window.quickInput.waitForRow(/./);
    await look('the picker of workspaces');
    await window.quickInput.cancel();
    await giveKey(opened, sandbox);
  });
});

function altered(answer: Answer, change: (place: Place, value: unknown) => unknown): Answer {
  return { ...answer, body: Buffer.from(JSON.stringify(withLeaves(JSON.parse(String(answer.body)), change))) };
}

/** The campaign's name in the last of these messages that shows one which is not being loaded. */
function nameSent(messages: readonly string[]): string | undefined {
  const views = messages.flatMap((message) => {
    const { view } = JSON.parse(message) as { view?: ReportView };
    return view?.loading === false ? [view] : [];
  });
  return views.at(-1)?.report?.campaign.name;
}

function oneSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
