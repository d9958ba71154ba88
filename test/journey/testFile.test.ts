import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openVSCode, type OpenVSCode } from '../harness/window/openVSCode';
import type { VSCodeWindow } from '../harness/window/vscodeWindow';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { anAnswer } from '../unit/builders';
import { giveKey, loadCampaign } from './loading';
import { reportText } from './steps';

const DAY = 24 * 60 * 60 * 1000;
/** From the plan to the decision. */
const DAYS = 30;

const ID = '665a1b2c3d4e5f6a7b8c9dac';
const campaign = 'Founders, two follow-ups';

/** Email 1 is not tested; Email 2 was sent so often in each of two variants. */
const answer = (sent: number, a: number, b: number): string =>
  JSON.stringify(
    anAnswer()
      .campaign({ id: ID, name: campaign, status: 'active' })
      .stats({ sent: 3 * sent, delivered: 3 * sent, opened: sent, clicked: a + b, replied: 9, bounced: 0 })
      .step(0, null, { sent, opened: 500, clicked: 0, bounced: 0 })
      .step(2, 'A', { sent, opened: 500, clicked: a, bounced: 0 })
      .step(2, 'B', { sent, opened: 500, clicked: b, bounced: 0 })
      .body(),
  );

describe('A person who writes a test down', function () {
  this.bail(true); // each step goes on from the last

  let sandbox: Sandbox;
  let vscode: OpenVSCode;
  let window: VSCodeWindow;
  let name: string;

  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
      cwd: window.folder,
      encoding: 'utf8',
    });
  const commit = (): void => {
    git('add', '.');
    git('commit', '-q', '-m', 'The test');
  };
  const written = async (): Promise<Record<string, unknown>> =>
    JSON.parse(await readFile(join(window.folder, name), 'utf8')) as Record<string, unknown>;

  before(async () => {
    sandbox = await startSandbox();
    sandbox.setCampaign(ID, answer(2000, 30, 70));
    // VS Code in a browser would save by itself what a person is to look at first.
    const userSettings = { 'sendkit.apiBaseUrl': sandbox.url, 'files.autoSave': 'off' };
    vscode = await openVSCode({ userSettings });
    ({ window } = vscode);
    git('init', '-q');
  });

  after(async () => {
    await vscode.close();
    await sandbox.close();
  });

  it('is given a file with the e-mail’s own figures, before which stands what is known', async () => {
    await giveKey(window, sandbox);
    await loadCampaign(window, ID, campaign);
    await window.runCommand('SendKit: New A/B Test File');
    await window.quickInput.waitFor('New A/B Test File');
    await window.quickInput.choose(campaign);
    await window.quickInput.waitForRow(/^Email 2/);
    await window.quickInput.accept();
    await window.waitForTab('.sendkit-test.json');
    await window.editor.waitForText('"hypothesis": "One of A, B has the higher click rate, because …"');
    await window.editor.insert('B has the higher click rate, because it asks one question.');
    await window.editor.waitForLens('A 1.5% · B 3.5% · Leaning B · interim');
    await window.editor.save();
    [name = ''] = (await readdir(window.folder)).filter((file) => file.endsWith('.sendkit-test.json'));
    const { plannedSize, stopDate, ...rest } = await written();
    assert.deepEqual(rest, {
      hypothesis: 'B has the higher click rate, because it asks one question.',
      ...{ campaign: ID, step: 2, variants: ['A', 'B'], metric: 'clicked', decision: null },
    });
    assert.equal(plannedSize, 3041); // for 2.5 % and half as much again
    assert.match(String(stopDate), /^\d{4}-\d{2}-\d{2}$/);
    await window.editor.waitForNoProblem();
  });

  it('is told by VS Code what may stand in a field', async () => {
    await window.editor.select('"clicked"');
    const offered = await window.editor.askForCompletion();
    for (const metric of ['replied', 'clicked', 'opened']) {
      assert.ok(
        offered.some((label) => label.includes(metric)),
        String(offered),
      );
    }
    await window.editor.complete('clicked');
    await window.editor.waitForText('"metric": "clicked"');
    await window.editor.waitForNoProblem();
  });

  it('is told by VS Code what may not, and what would be right', async () => {
    await window.editor.select('"clicked",');
    await window.editor.insert('7,');
    await window.editor.waitForProblem('Valid values: "replied", "clicked", "opened".');
    assert.deepEqual(await window.editor.askForQuickFixes(), ['Change to Click rate']);
    await window.editor.fix('Change to Click rate');
    await window.editor.waitForText('"metric": "clicked"');
    await window.editor.waitForNoProblem();
  });

  it('is told of an e-mail that there is not, and what there is instead', async () => {
    await window.editor.select(': 2,');
    await window.editor.insert(': 9,');
    await window.editor.waitForProblem('This campaign does not test Email 9.');
    assert.deepEqual(await window.editor.askForQuickFixes(), ['Change to Email 2 · Follow-up 1']);
    await window.editor.fix('Change to Email 2');
    await window.editor.waitForText('"step": 2');
    await window.editor.waitForNoProblem();
  });

  it('plans a larger size, which the verdict counts on every surface', async () => {
    await window.editor.select('3041');
    await window.editor.insert('3900');
    await window.editor.save();
    commit();
    await window.editor.waitForLens('A 1.5% · B 3.5% · Leaning B · interim · 1,900 to go');
    const tree = window.tree('Campaigns');
    await tree.expand(campaign);
    await tree.waitForRow([campaign, 'Steps', 'Email 2'], ({ description }) =>
      description.startsWith('Leaning B · interim'),
    );
    const planned = `About 1,900 more delivered per variant to the planned 3,900 (planned in ${name}).`;
    assert.ok((await tree.tooltip(campaign, 'Steps', 'Email 2')).includes(planned), planned);
    await window.editor.clickLens('1,900 to go');
    const text = await reportText(await window.webview(campaign), /planned in/);
    assert.ok(text.includes(planned), text);
    await window.selectTab(name);
  });

  it('sees the winner when days have passed and the size is reached', async () => {
    sandbox.advance(DAYS);
    sandbox.setCampaign(ID, answer(4000, 60, 140));
    await window.server.moveClock(DAYS * DAY);
    await window.reload();
    await window.editor.waitForLens('A 1.5% · B 3.5% · Leaning B · interim · 1,900 to go');
    await window.tree('Campaigns').clickAction('Refresh Campaign', campaign);
    await window.editor.waitForLens('A 1.5% · B 3.5% · Clear winner: B · planned size reached');
    await window.editor.waitForNoProblem();
  });

  it('records the decision by an edit that is looked at, and of which git shows one small hunk', async () => {
    await window.editor.clickLens('Record Decision');
    await window.quickInput.waitFor('Record Decision');
    await window.quickInput.accept(); // the one ahead stands first
    await window.editor.waitForText('"variant": "B"');
    await window.editor.waitForLens('Clear winner: B · planned size reached · decided: Variant B');
    assert.equal(git('diff'), '', 'nothing is saved that was not looked at');
    await window.editor.save();
    await window.editor.waitForNoProblem();

    const diff = git('diff', '--unified=0').split('\n');
    assert.equal(diff.filter((line) => line.startsWith('@@')).length, 1, diff.join('\n'));
    const changed = diff.filter((line) => /^[-+](?![-+])/.test(line));
    const today = new Date(Date.now() + DAYS * DAY).toISOString().slice(0, 10);
    assert.deepEqual(changed, [
      '-  "decision": null',
      '+  "decision": {',
      '+    "variant": "B",',
      `+    "date": "${today}",`,
      '+    "result": "Variant B has the higher click rate (A 1.5%, B 3.5%), more than chance explains.",',
      '+    "metric": "clicked",',
      '+    "figures": {',
      '+      "A": "60 of 4000 delivered",',
      '+      "B": "140 of 4000 delivered"',
      '+    }',
      '+  }',
    ]);
  });
});
