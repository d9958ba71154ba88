// How a language puts things one after another: not each has a space after a full stop, or this comma.
import * as l10n from '@vscode/l10n';

/** Whole sentences, one after the other. */
export function sentencesInARow(sentences: readonly (string | undefined)[]): string {
  return joined(sentences, (before, next) =>
    l10n.t({ message: '{0} {1}', comment: ['one sentence after another'], args: [before, next] }),
  );
}

/** `B 3.5%, A 1.5%, …` */
export function listed(items: readonly (string | undefined)[]): string {
  return joined(items, (before, next) => l10n.t('{0}, {1}', before, next));
}

function joined(parts: readonly (string | undefined)[], join: (before: string, next: string) => string): string {
  const [first = '', ...rest] = parts.filter((part) => part !== undefined);
  return rest.reduce((before, next) => join(before, next), first);
}
