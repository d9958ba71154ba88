// How a person comes to the campaigns that a journey is about.
import type { Frame } from 'playwright-core';
import type { VSCodeWindow } from '../harness/window/vscodeWindow';
import type { Sandbox } from '../sandbox/server';
import { reportText } from './steps';

/** Opens the extension's view and gives it the sandbox's key. */
export async function giveKey(window: VSCodeWindow, sandbox: Sandbox): Promise<void> {
  await window.openViewContainer('SendKit');
  await window.runCommand('SendKit: Set API Key');
  await window.quickInput.waitFor(`SendKit API key for ${sandbox.url}`);
  await window.quickInput.type(sandbox.key);
  await window.quickInput.accept();
  await window.quickInput.waitUntilClosed();
}

/** Loads a campaign by its id, folds it in the tree, and gives its report. */
export async function loadCampaign(window: VSCodeWindow, id: string, name: string): Promise<Frame> {
  await window.runCommand('SendKit: Show Campaign Analytics');
  await window.quickInput.waitFor('Show Campaign Analytics');
  await window.quickInput.type(id);
  await window.quickInput.waitForRow(/./);
  await window.quickInput.accept();
  await window.tree('Campaigns').waitForRow([name, 'Overview']);
  const report = await window.webview(name);
  await reportText(report);
  await window.tree('Campaigns').collapse(name);
  return report;
}

/** Compares campaigns that are loaded, over all time, and gives the page; the names in the order of the picker. */
export async function compareCampaigns(window: VSCodeWindow, ...names: string[]): Promise<Frame> {
  await window.runCommand('SendKit: Compare Campaigns');
  await window.quickInput.waitFor('Compare Campaigns');
  await window.quickInput.waitForLabel('Trials that went quiet'); // the workspace's are there, too
  for (const name of names) await window.quickInput.check(name);
  await window.quickInput.accept();
  await window.quickInput.waitForRow(/All time/);
  await window.quickInput.accept();
  const page = await window.webview('Compare ');
  await reportText(page, /noise/);
  return page;
}
