import assert from 'node:assert/strict';
import { until } from '../harness/window/until';
import { openVSCode, type OpenVSCode } from '../harness/window/openVSCode';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { anAnswer } from '../unit/builders';
import { reportText } from './steps';

const DAY = 24 * 60 * 60 * 1000;
const ID = '665a1b2c3d4e5f6a7b8c9dab';
const campaign = 'Autumn Founders';
const dayOne = anAnswer()
  .set('stepAnalytics', [])
  .campaign({ id: ID, name: campaign, status: 'active' })
  .stats({ sent: 1000, delivered: 990, opened: 400, clicked: 60, replied: 0, bounced: 10, unsubscribed: 0 })
  .set('totalReplied', 0);
const dayFour = dayOne.stats({ sent: 1600, delivered: 1580, opened: 640, clicked: 95, replied: 3, bounced: 20 });

describe('A person who looks again after three days', function () {
  this.bail(true); // each step goes on from the last

  let sandbox: Sandbox;
  let vscode: OpenVSCode;

  before(async () => {
    sandbox = await startSandbox();
    sandbox.setCampaign(ID, JSON.stringify(dayOne.body()));
    vscode = await openVSCode({
      userSettings: {
        'sendkit.apiBaseUrl': sandbox.url,
        'sendkit.alerts.about': ['health', 'winner', 'finished', 'firstReply', 'noMail'],
      },
    });
  });

  after(async () => {
    await vscode.close();
    await sandbox.close();
  });

  it('loads a campaign and reads its report on the first day', async () => {
    const { window } = vscode;
    await window.openViewContainer('SendKit');
    await window.runCommand('SendKit: Show Campaign Analytics');
    await window.quickInput.waitFor(`SendKit API key for ${sandbox.url}`);
    await window.quickInput.type(sandbox.key);
    await window.quickInput.accept();
    await window.quickInput.waitFor('Show Campaign Analytics');
    await window.quickInput.type(ID);
    await window.quickInput.waitForRow(/Load this campaign/);
    await window.quickInput.accept();
    await window.tree('Campaigns').waitForRow([campaign, 'Overview', 'Sent']);
    const text = await reportText(await window.webview(campaign), /1,000/);
    assert.doesNotMatch(text, /Since you last looked/);
  });

  it('is told once of the first reply, and by the tree what changed, after a restart three days later', async () => {
    const { window } = vscode;
    sandbox.advance(3);
    sandbox.setCampaign(ID, JSON.stringify(dayFour.body()));
    assert.ok(window.server, 'the window has a server');
    await window.server.moveClock(3 * DAY);
    await window.reload();
    const tree = window.tree('Campaigns');
    await tree.clickAction('Refresh Campaign', campaign);
    await window.notifications.waitFor(`“${campaign}” has its first reply.`);
    await tree.waitForRow([campaign], ({ description }) => description.includes('3 more replies'));
    await tree.expand(campaign);
    await tree.waitForRow([campaign, 'Since you last looked', 'Sent: 600 more, 1,600 now']);
    await tree.waitForRow([campaign, 'Since you last looked', 'Replied: 3 more, 3 now']);
    await tree.clickAction('Refresh Campaign', campaign);
    await tree.waitForRow([campaign, 'Since you last looked', 'Replied: 3 more, 3 now']);
    const told = (await window.notifications.readAll()).filter((message) => message.includes(campaign));
    assert.deepEqual(told, [`“${campaign}” has its first reply.`]);
  });

  it('reads the same in the report, and sets it back to the first day and to now', async () => {
    const { window } = vscode;
    await window.selectTab(campaign);
    const page = await window.webview(campaign);
    const now = await reportText(page, /Since you last looked/);
    assert.match(now, /Replied: 3 more, 3 now/);
    const moments = page.getByRole('combobox', { name: 'Figures of' });
    assert.equal(await moments.locator('option').count(), 3, 'now, and two days');
    await moments.selectOption({ index: 2 });
    const then = await reportText(page, /Figures as they were known on/);
    assert.match(then, /1,000/);
    assert.doesNotMatch(then, /1,600/);
    await page.getByRole('button', { name: 'Back to Now' }).click();
    assert.match(await reportText(page, /1,600/), /Since you last looked/);
  });

  it('opens the report of a link at once where it is loaded, and asks first where it is not', async () => {
    const { window } = vscode;
    await window.runCommand('SendKit: Copy Link to Report');
    await window.waitForStatus('The link was copied');
  });

  it('deletes the history after a question: the past is gone from report and tree, the figures of now are not', async () => {
    const { window } = vscode;
    const question = `Delete the history of “${campaign}”?`;
    const page = await window.webview(campaign);
    const moments = page.getByRole('combobox', { name: 'Figures of' });
    await window.runCommand('SendKit: Delete History');
    await window.notifications.answerDialog(question, 'Cancel');
    await moments.selectOption({ index: 2 });
    await reportText(page, /Figures as they were known on/);
    await window.runCommand('SendKit: Delete History');
    await window.notifications.answerDialog(question, 'Delete');
    await window.waitForStatus('The history was deleted');
    await moments.waitFor({ state: 'hidden' });
    const text = await reportText(page, /1,600/);
    assert.doesNotMatch(text, /Since you last looked/);
    const rows = async () => (await window.tree('Campaigns').rows()).map(({ label }) => label);
    await until({
      what: 'the tree does not say any more what changed',
      look: async () => ((await rows()).includes('Since you last looked') ? undefined : true),
      instead: rows,
    });
    assert.ok((await rows()).includes(campaign), 'the campaign is still in the tree');
  });
});
