import * as vscode from 'vscode';
import { REPORT_PANEL } from '../../src/views/commandIds';

const reportTabs = (): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(REPORT_PANEL));

/** Resolves with the tabs of the open reports as soon as they are so many, and accepted. */
export async function openReportTabs(
  count: number,
  accept: (tab: vscode.Tab) => boolean = () => true,
): Promise<vscode.Tab[]> {
  const areThere = (): boolean => reportTabs().filter(accept).length === count;
  if (!areThere()) {
    await new Promise<void>((resolve) => {
      const subscription = vscode.window.tabGroups.onDidChangeTabs(() => {
        if (!areThere()) return;
        subscription.dispose();
        resolve();
      });
    });
  }
  return reportTabs();
}

export async function closeReports(): Promise<void> {
  await vscode.window.tabGroups.close(reportTabs());
}
