// A way through the extension that runs every command which the manifest names, each with what it asks answered.
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chartRef } from '../../../src/analytics/chartRef';
import { until } from '../../harness/window/until';
import { reportText } from '../../journey/steps';
import type { OneWindow } from '../support/oneWindow';
import { begin, finish, giveKey } from '../support/person';

export interface Way extends OneWindow {
  /** Where files are saved. */
  readonly folder: string;
}

/** In this order: each goes on from those before. */
export const EVERY_COMMAND: Readonly<Record<string, (way: Way) => Promise<void>>> = {
  'sendkit.setApiKey': async (way) => {
    const { quickInput, notifications } = way.window;
    await begin(way, 'sendkit.setApiKey');
    await quickInput.waitFor('SendKit API key for');
    await quickInput.type(way.canary.refused);
    await quickInput.accept();
    await quickInput.waitForMessage('SendKit refused this key');
    way.sandbox.fail('quotes-the-key-500');
    await quickInput.accept();
    await notifications.answerDialog('The key could not be checked.', 'Cancel');
    way.sandbox.heal();
    await quickInput.cancel();
    await giveKey(way, way.sandbox);
  },
  'sendkit.showLog': async (way) => {
    await finish(way, 'sendkit.showLog');
    await way.window.waitForOutput(/GET \/v1\/workspaces: 200/);
    await finish(way, 'workbench.action.closePanel');
  },
  'sendkit.openBaseUrlSetting': (way) => done(way, 'sendkit.openBaseUrlSetting'),
  'sendkit.openSampleCampaign': async (way) => {
    await finish(way, 'sendkit.openSampleCampaign');
    await begin(way, 'workbench.action.closeAllEditors'); // its name begins like that of the next
    await way.window.waitForTabs([]);
  },
  'sendkit.showCampaignAnalytics': async (way) => {
    const { quickInput } = way.window;
    await begin(way, 'sendkit.showCampaignAnalytics');
    await quickInput.waitFor('Show Campaign Analytics');
    await quickInput.waitForRow(/./);
    await quickInput.type('Q1 Outreach');
    await quickInput.waitForRow(/^Q1 Outreach Campaign/);
    await quickInput.type(way.sandbox.campaigns.seed);
    await quickInput.waitForRow(/Q1 Outreach|Load this campaign/);
    await quickInput.accept();
    await reportText(await way.window.webview('Q1 Outreach Campaign'));
  },
  'sendkit.loadCampaign': (way) => done(way, 'sendkit.loadCampaign', { campaignId: way.sandbox.campaigns.variants }),
  'sendkit.openReport': async (way) => {
    await finish(way, 'sendkit.openReport', { campaignId: way.sandbox.campaigns.longRunning });
    await reportText(await way.window.webview('Always on: new sign-ups'));
  },
  'sendkit.refreshCampaign': (way) => done(way, 'sendkit.refreshCampaign', { campaignId: way.sandbox.campaigns.seed }),
  'sendkit.cancelLoading': async (way) => {
    const row = { campaignId: way.sandbox.campaigns.seed };
    way.sandbox.hold();
    const asked = way.sandbox.nextRequest();
    const refreshed = finish(way, 'sendkit.refreshCampaign', row);
    await asked;
    await finish(way, 'sendkit.cancelLoading', row);
    await refreshed;
    way.sandbox.release();
  },
  'sendkit.refresh': (way) => done(way, 'sendkit.refresh'),
  'sendkit.pinCampaign': async (way) => {
    await finish(way, 'sendkit.pinCampaign', { campaignId: way.sandbox.campaigns.seed });
    await way.window.waitForStatus('8.3% replied');
  },
  'sendkit.unpinCampaign': (way) => done(way, 'sendkit.unpinCampaign'),
  'sendkit.copyCampaignId': (way) => done(way, 'sendkit.copyCampaignId', { campaignId: way.sandbox.campaigns.seed }),
  'sendkit.exportReport': async (way) => {
    for (const format of await exportFormats(way)) await exportAs(way, format);
  },
  'sendkit.copyReport': async (way) => {
    await finish(way, 'sendkit.copyReport', { campaignId: way.sandbox.campaigns.longRunning });
    await way.window.waitForStatus('The report was copied');
  },
  'sendkit.copyReportLink': (way) =>
    done(way, 'sendkit.copyReportLink', { campaignId: way.sandbox.campaigns.longRunning }),
  'sendkit.openReportAsText': async (way) => {
    await finish(way, 'sendkit.openReportAsText', { campaignId: way.sandbox.campaigns.longRunning });
    await way.window.waitForTab('SendKit.md');
    await finish(way, 'sendkit.openReport', { campaignId: way.sandbox.campaigns.longRunning });
  },
  'sendkit.exportHistory': async (way) => {
    for (const format of ['CSV', 'JSON Lines']) await exportHistoryAs(way, format);
  },
  'sendkit.saveChartSvg': async (way) => {
    await begin(way, 'sendkit.saveChartSvg', chartRef('funnel'));
    await saveAs(way, 'Funnel.svg');
  },
  'sendkit.saveChartPng': async (way) => {
    await begin(way, 'sendkit.saveChartPng', chartRef('funnel'));
    await saveAs(way, 'Funnel.png');
  },
  'sendkit.copyChart': async (way) => {
    await finish(way, 'sendkit.copyChart', chartRef('funnel'));
    await way.window.waitForStatus('The chart was copied');
  },
  'sendkit.newTestFile': async (way) => {
    await begin(way, 'sendkit.newTestFile', { campaignId: way.sandbox.campaigns.variants });
    await way.window.quickInput.waitForRow(/Email 1/);
    await way.window.quickInput.accept();
    await way.window.waitForTab('.sendkit-test.json');
  },
  'sendkit.recordDecision': async (way) => {
    await begin(way, 'sendkit.recordDecision');
    await way.window.quickInput.waitFor('Record Decision');
    await way.window.quickInput.choose('No winner');
    await way.window.quickInput.waitUntilClosed();
  },
  'sendkit.compareCampaigns': async (way) => {
    const { quickInput } = way.window;
    await begin(way, 'sendkit.compareCampaigns', { campaignId: way.sandbox.campaigns.seed });
    await quickInput.waitFor('Compare Campaigns');
    await quickInput.waitForLabel('Trials that went quiet'); // the workspace's are there, too
    await quickInput.check('Founders, two openings');
    await quickInput.accept();
    await quickInput.waitForRow(/All time/);
    await quickInput.accept();
    await way.window.waitForTab('Compare');
  },
  'sendkit.planTest': async (way) => {
    const { quickInput } = way.window;
    await begin(way, 'sendkit.planTest', { campaignId: way.sandbox.campaigns.variants });
    await quickInput.waitForRow(/Email 1/);
    await quickInput.accept();
    await quickInput.waitForRow(/lift/);
    await quickInput.accept();
    await way.window.waitForStatus('The plan was copied');
  },
  'sendkit.refreshWorkspace': async (way) => {
    await finish(way, 'sendkit.workspace.focus');
    await finish(way, 'sendkit.refreshWorkspace');
  },
  'sendkit.loadMore': async (way) => {
    for (const part of ['totals', 'mailboxes', 'active', 'active']) await finish(way, 'sendkit.loadMore', { part });
  },
  'sendkit.deleteHistory': async (way) => {
    await begin(way, 'sendkit.deleteHistory', { campaignId: way.sandbox.campaigns.seed });
    await way.window.notifications.answerDialog('Delete the history of', 'Delete');
    await way.window.waitForStatus('The history was deleted');
  },
  'sendkit.removeCampaign': (way) =>
    done(way, 'sendkit.removeCampaign', { campaignId: way.sandbox.campaigns.variants }),
  'sendkit.removeApiKey': (way) => done(way, 'sendkit.removeApiKey'),
  /** With a key that opens several. */
  'sendkit.selectWorkspace': async (way) => {
    const { sandbox, canary, window } = way;
    await giveKey(way, { url: sandbox.url, key: canary.platform });
    await begin(way, 'sendkit.selectWorkspace');
    await window.quickInput.waitFor('Select Workspace');
    await window.quickInput.choose('Agency Client');
    await window.quickInput.waitUntilClosed();
    await finish(way, 'sendkit.showCampaignAnalytics', sandbox.campaigns.foreign);
    await reportText(await window.webview('Client launch'));
  },
};

async function done(way: Way, command: string, ...args: readonly unknown[]): Promise<void> {
  await finish(way, command, ...args);
}

/** What the picker offers. */
async function exportFormats(way: Way): Promise<string[]> {
  const { quickInput } = way.window;
  await begin(way, 'sendkit.exportReport', { campaignId: way.sandbox.campaigns.longRunning });
  await quickInput.waitFor('Export Report');
  await quickInput.waitForRow(/HTML/);
  const labels = (await quickInput.rows()).map(({ label }) => label);
  await quickInput.cancel();
  await quickInput.waitUntilClosed();
  return labels;
}

async function exportAs(way: Way, format: string): Promise<void> {
  const { quickInput } = way.window;
  await begin(way, 'sendkit.exportReport', { campaignId: way.sandbox.campaigns.longRunning });
  await quickInput.waitFor('Export Report');
  await quickInput.choose(format);
  if (format === 'Copy as Markdown') {
    await way.window.waitForStatus('The report was copied');
    return;
  }
  const ending = await until({
    what: 'a name is proposed',
    look: async () => extname(await quickInput.text()) || undefined,
    instead: () => quickInput.text(),
  });
  await saveAs(way, `${format}${ending}`);
}

async function exportHistoryAs(way: Way, format: string): Promise<void> {
  const { quickInput } = way.window;
  await begin(way, 'sendkit.exportHistory', { campaignId: way.sandbox.campaigns.longRunning });
  await quickInput.waitFor('Export History');
  await quickInput.choose(format);
  await saveAs(way, format === 'CSV' ? 'History.csv' : 'History.jsonl');
}

async function saveAs(way: Way, name: string): Promise<void> {
  await way.window.saveAs(join(way.folder, name));
  await until({
    what: `${name} is saved`,
    look: async () => (await readdir(way.folder)).includes(name) || undefined,
    instead: () => readdir(way.folder),
  });
}
