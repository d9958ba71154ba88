import * as l10n from '@vscode/l10n';
import type { CampaignReport } from '../analytics/report';
import { stepName, stepTitle, subsequenceName } from '../analytics/words';
import { choiceOf, flawAt, type Flaw } from './flaw';
import type { TestFile } from './testFile';
import { stepFor, stepsFor } from './testedStep';

/** Whether the campaign has the subsequence, and there an e-mail with variants. */
export function checkStep(file: TestFile, report: CampaignReport): Flaw[] {
  const { fields, step, subsequence } = file;
  const steps = stepsFor(file, report);
  if (!steps) {
    const message = subsequence === undefined ? undefined : l10n.t('This campaign has no such subsequence.');
    return flawAt(fields.get('subsequence'), message, [
      choiceOf(l10n.t('Main sequence'), null),
      ...report.subsequences.map((other) => choiceOf(subsequenceName(other), other.id)),
    ]);
  }
  if (stepFor(file, report)?.test) return [];
  const tested = steps.filter(({ rank, test }) => rank !== null && test);
  return flawAt(
    fields.get('step'),
    step === undefined ? undefined : l10n.t('This campaign does not test {0}.', stepName({ rank: step })),
    tested.map((other) => choiceOf(stepTitle(other), other.rank)),
  );
}
