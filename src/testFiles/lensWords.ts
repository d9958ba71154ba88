// What stands above a test file: the live verdict, in the words of the tree and the report.
import * as l10n from '@vscode/l10n';
import type { ABTest } from '../analytics/abTest';
import type { Format } from '../analytics/format';
import { obstacleSentence, verdictLabel } from '../analytics/testWords';
import { variantLabel, variantName } from '../analytics/words';
import { labelOf, variantNamed, type TestFile } from './testFile';

/** `A 1.5% · B 3.5% · Leaning B · interim · 1,900 to go · stop date reached`. */
export function lensParts(file: TestFile, test: ABTest, today: string, format: Format): string[] {
  const { variants, plan, obstacle } = test;
  return [
    ...variants.map(({ label, rate }) => `${variantLabel(label)} ${format.percent(rate.value)}`),
    obstacle === null ? verdictLabel(test) : obstacleSentence(obstacle),
    ...(plan.missing === null
      ? []
      : [plan.missing === 0 ? l10n.t('planned size reached') : l10n.t('{0} to go', format.count(plan.missing))]),
    ...(isStopped(file, today) ? [l10n.t('stop date reached')] : []),
    ...(file.decision ? [decisionText(file.decision, test)] : []),
  ];
}

function decisionText(decision: NonNullable<TestFile['decision']>, { variants }: ABTest): string {
  const written = labelOf(decision.get('variant')?.value);
  if (written === undefined) return l10n.t('decided: no winner');
  const labels = variants.map(({ label }) => label);
  return l10n.t('decided: {0}', variantName({ label: variantNamed(written, labels) }));
}

function isStopped({ stopDate, decision }: TestFile, today: string): boolean {
  return stopDate !== undefined && !decision && today >= stopDate;
}

/** Whether the time for a decision has come: every variant has its size, or the last day is here. */
export function isDue(file: TestFile, test: ABTest, today: string): boolean {
  return !file.decision && (test.plan.missing === 0 || isStopped(file, today));
}
