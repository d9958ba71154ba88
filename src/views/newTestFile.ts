import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Format } from '../analytics/format';
import { listed } from '../analytics/joinedWords';
import { today } from '../analytics/period';
import type { CampaignReport } from '../analytics/report';
import type { StepReport } from '../analytics/steps';
import { plannedLift, testableOf } from '../analytics/testPlanner';
import { metricRate, verdictLabel } from '../analytics/testWords';
import { stepTitle, subsequenceName, variantLabel } from '../analytics/words';
import type { CampaignStore } from '../campaigns/store';
import { safeName } from '../export/fileName';
import { newTestFile } from '../testFiles/newTestFile';
import { pickLoaded } from './loadedPicker';
import { withoutIcons } from './plainText';

interface StepItem extends vscode.QuickPickItem {
  /** `null` for the main sequence. */
  readonly subsequence: string | null;
  readonly step: StepReport;
}

/** Fills a test file from an e-mail with variants and what the planner proposes, and opens it unsaved. */
export async function createTestFile(store: CampaignStore, format: Format, id?: string): Promise<void> {
  const title = l10n.t('New A/B Test File');
  await store.ready();
  const campaign = id ?? (await pickLoaded(store, title));
  if (campaign === undefined) return;
  await store.complete(campaign);
  const report = store.get(campaign)?.report;
  const items = report ? testedSteps(report) : [];
  if (!report || items.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('No e-mail of this campaign has variants to compare.'));
    return;
  }
  const chosen = await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true });
  if (!chosen) return;
  const day = today(Date.now());
  const name = safeName(report.campaign.name, `email ${chosen.step.rank} ${day}`).toLowerCase().replaceAll(' ', '-');
  await open(`${name}.sendkit-test.json`, textFor(chosen, report, campaign, day));
}

function testedSteps({ steps, subsequences }: CampaignReport): StepItem[] {
  const items = (of: readonly StepReport[], subsequence: string | null, detail: string): StepItem[] =>
    of.flatMap((step) =>
      step.test && step.rank !== null
        ? {
            label: withoutIcons(stepTitle(step)),
            description: withoutIcons(verdictLabel(step.test)),
            detail: withoutIcons(detail),
            ...{ subsequence, step },
          }
        : [],
    );
  return [
    ...items(steps, null, ''),
    ...subsequences.flatMap((subsequence) => items(subsequence.steps, subsequence.id, subsequenceName(subsequence))),
  ];
}

/** With the size for the lift that the settings ask for; where nothing has happened yet, it is left open. */
function textFor({ step, subsequence }: StepItem, report: CampaignReport, campaign: string, day: string): string {
  const metric = step.test?.metric ?? 'clicked';
  const variants = step.variants.map(({ label }) => label);
  const testable = testableOf(step, metric, report, day);
  const planned = testable && plannedLift(testable, step.test?.plan.lift ?? 0, variants.length, day);
  const names = listed(variants.map((label) => variantLabel(label)));
  return newTestFile({
    hypothesis: l10n.t('One of {0} has the higher {1}, because …', names, metricRate(metric)),
    ...{ campaign, subsequence, step: step.rank, variants, metric },
    plannedSize: planned?.perVariant ?? null,
    stopDate: planned?.until ?? null,
  });
}

/** In the folder of the workspace; without one on this computer, VS Code asks where to save. The hypothesis is a person's to write. */
async function open(name: string, text: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.path;
  const path = folder === undefined ? name : `${folder}/${name}`;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'untitled', path }));
  const edit = new vscode.WorkspaceEdit();
  if (document.getText() === '') edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  const { end } = document.lineAt(1).range;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(1, 17, 1, end.character - 2) });
}
