import * as l10n from '@vscode/l10n';

/** What is said below a table that shows only its first rows. */
export function restSentence(shown: number, all: number): string {
  return l10n.t('The first {0} of {1} are shown; JSON and CSV have all.', shown, all);
}
