import type { ABTest } from '../analytics/abTest';
import type { Place } from './readJson';
import { nameInFile, type TestFile, type WrittenLabel } from './testFile';

/** A text in the place of another. */
export interface Edit {
  readonly place: Place;
  readonly text: string;
}

export interface NewDecision {
  /** `undefined` where it is for none. */
  readonly variant: WrittenLabel | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly result: string;
}

/** Writes a decision with its figures into a file, with the indentation and the line ends that are there. */
export function decisionEdit(
  { text, root, fields }: TestFile,
  { variant, ...said }: NewDecision,
  { variants, metric }: ABTest,
): Edit {
  const labels = variants.map(({ label }) => label);
  const figures = variants.map(({ label, rate }): [string, string] => [
    String(nameInFile(label, labels)),
    `${rate.numerator} of ${rate.denominator} ${rate.base}`,
  ]);
  const decision = {
    ...(variant === undefined ? { none: true } : { variant: nameInFile(variant, labels) }),
    ...{ ...said, metric, figures: Object.fromEntries(figures) },
  };
  const [, lineEnd = '', indent = ''] = /^\s*\{[ \t]*(\r\n|\r|\n)([ \t]+)"/.exec(text) ?? [];
  const written = JSON.stringify(decision, null, indent).replaceAll('\n', lineEnd + indent);

  const place = fields.get('decision');
  if (place) return { place, text: written };
  const end = Math.max(root.start + 1, ...[...fields.values()].map((node) => node.end));
  const comma = fields.size === 0 ? '' : ',';
  return { place: { start: end, end }, text: `${comma}${lineEnd}${indent}"decision": ${written}` };
}
