import * as l10n from '@vscode/l10n';

const MAX_LENGTH = 200;
/** Keys are pasted with quotes, with the header's name, with words around them. `task_force` is none. */
export const LOOKS_LIKE_A_KEY = /(?<![a-z\d])sk_[\w-]{4,}|sk_\w*[\da-f]{16}/i;

/** Why an id cannot be put into a request's path, as a sentence for a person; `undefined` when it can. Ids are opaque otherwise. */
export function campaignIdFlaw(id: string): string | undefined {
  if (id.trim() === '') return l10n.t('Enter a campaign id.');
  if (id.length > MAX_LENGTH) return l10n.t('A campaign id has at most {0} characters.', MAX_LENGTH);
  if (/\p{C}/u.test(id)) return l10n.t('A campaign id has no control or invisible characters.');
  // The URL parser resolves these even when they are percent-encoded.
  if (id === '.' || id === '..') return l10n.t('“.” and “..” are not campaign ids.');
  if (LOOKS_LIKE_A_KEY.test(id)) return l10n.t('This looks like an API key. Enter a campaign id.');
  return undefined;
}
