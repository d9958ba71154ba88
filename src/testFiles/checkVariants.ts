import * as l10n from '@vscode/l10n';
import { listed } from '../analytics/joinedWords';
import type { StepReport } from '../analytics/steps';
import { stepName, variantName } from '../analytics/words';
import { choiceOf, flawAt, type Flaw } from './flaw';
import type { JsonNode } from './readJson';
import { labelOf, nameInFile, variantNamed, type TestFile, type WrittenLabel } from './testFile';

/** Whether the file names the variants of the step: no other, and all. What was decided for is one of them. */
export function checkVariants({ fields, decision }: TestFile, step: StepReport): Flaw[] {
  const labels = step.variants.map(({ label }) => label);
  const namedBy = ({ value }: JsonNode): WrittenLabel | undefined => {
    const written = labelOf(value);
    return written === undefined ? undefined : variantNamed(written, labels);
  };
  const check = (node: JsonNode | undefined, choices: readonly WrittenLabel[]): Flaw[] => {
    const label = node && namedBy(node);
    if (label !== undefined && labels.includes(label)) return [];
    return flawAt(
      node,
      label === undefined ? undefined : l10n.t('{0} has no {1}.', stepName(step), variantName({ label })),
      choices.map((other) => choiceOf(variantName({ label: other }), nameInFile(other, labels))),
    );
  };

  const variants = fields.get('variants');
  const named = variants?.items?.map(namedBy) ?? [];
  const left = labels.filter((label) => !named.includes(label));
  const wrong = variants?.items?.flatMap((node) => check(node, left)) ?? [];
  const names = labels.map((label) => nameInFile(label, labels));
  return [
    ...wrong,
    ...(left.length > 0 && wrong.length === 0
      ? flawAt(
          variants,
          variants?.items &&
            l10n.t('{0} is tested with {1}, too.', stepName(step), listed(left.map((label) => variantName({ label })))),
          [choiceOf(listed(labels.map((label) => variantName({ label }))), names)],
          'warning',
        )
      : []),
    ...check(decision?.get('variant'), labels),
  ];
}
