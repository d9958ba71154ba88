import assert from 'node:assert/strict';
import type { Frame, Locator } from 'playwright-core';
import { themes, type ThemeKind } from '../harness/window/themes';
import type { TreeRow } from '../harness/window/treeView';
import type { VSCodeWindow } from '../harness/window/vscodeWindow';
import type { Sandbox } from '../sandbox/server';
import { leadStatusRows, overviewRows, reportFigures, stepRows } from './figures';
import { placesThatHold } from './placesThatHold';

/** What a person has before them, and where it is written down. */
export interface Journey {
  readonly window: VSCodeWindow;
  readonly sandbox: Sandbox;
  /** Keeps a text that was seen. */
  readonly note: (text: string) => void;
  /** Keeps a picture of the window, or of a part of it. */
  readonly picture: (name: string, part?: Locator) => Promise<void>;
}

export interface Step {
  readonly name: string;
  readonly go: (journey: Journey) => Promise<void>;
}

const campaign = 'Q1 Outreach Campaign';
export const sample = `${campaign} (sample)`;

/** Faults of the sandbox that are not worth a second try, and what is said about them. */
const failures = [
  ['http-500', 'SendKit unavailable', 'SendKit cannot answer right now (HTTP 500). Try again later.'],
  ['http-401', 'Key refused', 'The key was refused. Set a new one.'],
  [
    'invalid-json',
    'Not understood',
    'The answer could not be understood (at “JSON”). Check “sendkit.apiBaseUrl”, or try again.',
  ],
] as const;

/** A person's way through the extension, from the first look to a service that fails. Each step goes on from the last. */
export const steps: readonly Step[] = [
  {
    name: 'An empty view says what to do',
    async go({ window, note, picture }) {
      await window.openViewContainer('SendKit');
      const text = await window.welcomeText('Set API Key');
      note(text);
      assert.match(text, /Open Sample Campaign/);
      await picture('welcome');
    },
  },
  {
    name: 'A wrong key is refused, and stays in its masked field to be corrected',
    async go({ window, sandbox, note, picture }) {
      await window.runCommand('SendKit: Set API Key');
      await window.quickInput.waitFor(`SendKit API key for ${sandbox.url}`);
      assert.equal(await window.quickInput.isMasked(), true);
      note(await window.quickInput.message());
      await window.quickInput.type('sk_wrong');
      await window.quickInput.accept();
      await window.quickInput.waitForMessage('SendKit refused this key');
      note(await window.quickInput.message());
      await picture('wrong-key');
    },
  },
  {
    name: 'The right key is taken',
    async go({ window, sandbox, note }) {
      await window.quickInput.type(sandbox.key);
      await window.quickInput.accept();
      await window.quickInput.waitUntilClosed();
      note(await window.welcomeText('Your key is set'));
    },
  },
  {
    name: 'What cannot be an id is explained, and nothing is sent',
    async go({ window, sandbox, note, picture }) {
      await window.runCommand('SendKit: Show Campaign Analytics');
      await window.quickInput.waitFor('Show Campaign Analytics');
      note((await window.quickInput.waitForRow(/./)).label);
      await picture('picker');
      const sent = sandbox.requests.length;
      for (const [id, flaw] of [
        ['   ', /Enter a campaign id/],
        ['x'.repeat(10_240), /at most 200 characters/],
        [`Bearer ${sandbox.key}`, /looks like an API key/],
      ] as const) {
        await window.quickInput.type(id);
        note((await window.quickInput.waitForRow(flaw)).label);
        await window.quickInput.accept();
      }
      await picture('bad-id');
      assert.equal(sandbox.requests.length, sent);
    },
  },
  {
    name: 'A pasted id loads its campaign into the tree',
    async go({ window, sandbox, note, picture }) {
      await window.quickInput.type(sandbox.campaigns.seed);
      await window.quickInput.waitForRow(/Q1 Outreach|Load this campaign/);
      await window.quickInput.accept();
      const tree = window.tree('Campaigns');
      await tree.waitForRow([campaign, 'Total replied'], ({ description }) => description === '12');
      await tree.expand(campaign, 'Lead status');
      await tree.waitForRow([campaign, 'Lead status', 'Active']);
      const rows = await tree.rows();
      note(rows.map(asLine).join('\n'));
      assert.deepEqual(texts(rows, 1), [`${campaign} active · 8.3% replied`]);
      assert.deepEqual(texts(rows, 2), ['Overview', 'Steps 2', 'Lead status 500 leads', 'Total replied 12']);
      assert.deepEqual(texts(rows, 3), [...overviewRows, ...stepRows, ...leadStatusRows]);
      await picture('tree');
    },
  },
  {
    name: 'A tooltip gives the fraction, its interval and the other base',
    async go({ window, note, picture }) {
      const tooltip = await window.tree('Campaigns').tooltip(campaign, 'Overview', 'Replied');
      note(tooltip);
      assert.match(tooltip, /8\.3% \(12 of 145 delivered\)/);
      assert.match(tooltip, /95% interval 4\.8%–13\.9%/);
      assert.match(tooltip, /8\.0% \(12 of 150 sent\)/);
      await picture('tooltip');
    },
  },
  {
    name: 'The report shows the same figures',
    async go({ window, note }) {
      const text = await reportText(await window.webview(campaign));
      note(text);
      assertReport(text);
    },
  },
  ...(Object.keys(themes) as ThemeKind[]).map((theme): Step => ({
    name: `The report follows the colour theme ${themes[theme].name}`,
    async go({ window, picture }) {
      await window.setTheme(theme);
      assertReport(await reportText(await window.webview(campaign)));
      await picture(`report-${theme}`);
    },
  })),
  {
    name: 'The sample opens beside it, marked as one, without a request',
    async go({ window, sandbox, note, picture }) {
      await window.setTheme('light');
      const sent = sandbox.requests.length;
      await window.runCommand('SendKit: Open Sample Campaign');
      await window.waitForTabs([campaign, sample]);
      const text = await reportText(await window.webview(sample), /Sample data/);
      note(text.slice(0, text.indexOf('Sent')));
      assertReport(text);
      assert.equal(sandbox.requests.length, sent);
      await picture('sample');
    },
  },
  {
    name: 'A reload brings the reports back without a request',
    async go({ window, sandbox, note, picture }) {
      const sent = sandbox.requests.length;
      await window.reload();
      await window.waitForTabs([campaign, sample]);
      await window.selectTab(campaign, 0);
      const text = await reportText(await window.webview(campaign), /Fetched/);
      note(text.slice(0, text.indexOf('Sent')));
      assertReport(text);
      assert.equal(sandbox.requests.length, sent);
      await picture('after-reload');
    },
  },
  {
    name: 'When SendKit fails, the last good figures stay and the view says why',
    async go({ window, sandbox, note, picture }) {
      const tree = window.tree('Campaigns');
      await tree.expand(campaign);
      for (const [fault, title, problem] of failures) {
        sandbox.fail(fault);
        await tree.clickAction('Refresh Campaign', campaign);
        await tree.waitForRow([campaign, title], ({ description }) => description === problem);
        note(problem);
        const rows = await tree.rows();
        assert.deepEqual(texts(rows, 3).slice(0, overviewRows.length), overviewRows);
        const text = await reportText(await window.webview(campaign), new RegExp(problem.replaceAll(/[().]/g, '\\$&')));
        assertReport(text);
        await picture(`failed-${fault}`);
        sandbox.heal();
      }
      await tree.clickAction('Refresh Campaign', campaign);
      await tree.waitForRow([campaign], ({ description }) => description === 'active · 8.3% replied');
    },
  },
  {
    name: 'The log tells what happened, and the key is kept nowhere that can be read',
    async go({ window, sandbox, note, picture }) {
      await window.runCommand('SendKit: Show Log');
      const log = await window.waitForOutput(/invalidAnswer JSON/);
      note(log);
      await picture('log');
      assert.deepEqual(await placesThatHold(sandbox.key, window), []);
    },
  },
];

/** "Replied 12 · 8.3%", indented as in the tree. */
function asLine({ label, description, level }: TreeRow): string {
  return `${'  '.repeat(level - 1)}${label} ${description}`.trimEnd();
}

function texts(rows: readonly TreeRow[], level: number): string[] {
  return rows.filter((row) => row.level === level).map((row) => asLine({ ...row, level: 1 }));
}

/** Everything that the page of a report says, once it says this. */
export async function reportText(frame: Frame, expected = /Total replied/): Promise<string> {
  await frame.locator('main[aria-busy=false]').filter({ hasText: expected }).waitFor();
  return frame.locator('body').innerText();
}

export function assertReport(text: string): void {
  const said = text.replaceAll(/\s+/g, ' ');
  for (const figure of reportFigures)
    assert.ok(said.includes(figure.join(' ')), `${figure.join(' ')} is not in: ${said}`);
}
