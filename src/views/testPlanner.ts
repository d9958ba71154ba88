import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Format } from '../analytics/format';
import { today } from '../analytics/period';
import { testableDetail, testableTitle } from '../analytics/plannerWords';
import type { CampaignReport } from '../analytics/report';
import { testablesOf, type Testable } from '../analytics/testPlanner';
import type { CampaignStore } from '../campaigns/store';
import { pickLoaded } from './loadedPicker';
import { withoutIcons } from './plainText';
import { plannerGroups, type PlannerLine } from './testPlannerModel';

interface PlannerOptions {
  readonly store: CampaignStore;
  readonly format: Format;
  /** The campaign to plan for; asked for where there is none. */
  readonly id?: string | undefined;
}

/** Plans an A/B test from a loaded campaign's own rates and pace, and copies the plan. */
export async function planTest({ store, format, id }: PlannerOptions): Promise<void> {
  await store.ready();
  const chosen = id ?? (await pickLoaded(store, l10n.t('Plan A/B Test')));
  if (chosen === undefined) return;
  await store.complete(chosen);
  const report = store.get(chosen)?.report;
  const testables = report ? testablesOf(report, today(Date.now())) : [];
  if (!report || testables.length === 0) {
    void vscode.window.showInformationMessage(
      l10n.t('There is nothing to plan with yet: no e-mail of this campaign has opens, clicks or replies.'),
    );
    return;
  }
  const testable = await pickTestable(testables, format);
  const plan = testable && (await pickPlan(report, testable, format));
  if (plan === undefined) return;
  await vscode.env.clipboard.writeText(plan);
  vscode.window.setStatusBarMessage(l10n.t('$(check) The plan was copied'), 4000);
}

async function pickTestable(testables: readonly Testable[], format: Format): Promise<Testable | undefined> {
  const chosen = await vscode.window.showQuickPick(
    testables.map((testable) => ({
      label: withoutIcons(testableTitle(testable, format)),
      description: testableDetail(testable, format),
      testable,
    })),
    {
      title: l10n.t('Plan A/B Test'),
      ignoreFocusOut: true,
      placeHolder: l10n.t('Which e-mail to test, and by what'),
      matchOnDescription: true,
    },
  );
  return chosen?.testable;
}

function pickPlan(report: CampaignReport, testable: Testable, format: Format): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<vscode.QuickPickItem & PlannerLine>();
  picker.title = withoutIcons(testableTitle(testable, format));
  picker.placeholder = l10n.t('The lift to find: choose one to copy its plan, or type your own, such as 1.8 or 80%');
  picker.ignoreFocusOut = true;
  const update = (): void => {
    picker.items = plannerGroups(report, testable, { typed: picker.value, today: today(Date.now()), format }).flatMap(
      ({ title, lines }) => [
        { label: title, kind: vscode.QuickPickItemKind.Separator },
        ...lines.map((line) => ({ ...line, alwaysShow: true })),
      ],
    );
  };
  return new Promise((resolve) => {
    picker.onDidChangeValue(update);
    picker.onDidAccept(() => {
      const plan = picker.activeItems[0]?.plan;
      if (plan === undefined) return;
      resolve(plan);
      picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      resolve(undefined);
    });
    update();
    picker.show();
  });
}
