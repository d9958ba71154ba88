import * as l10n from '@vscode/l10n';

export type ParsedCampaignId =
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly reason: string };

const MAX_LENGTH = 200;
const ID_IN_PATH = /\/campaigns\/([^/?#\s]+)/;
const PATH_WITHOUT_ID = /^https?:\/\/|\/campaigns\//i;

/** Reads what a person typed or pasted: an id, or an address or path with `/campaigns/<id>` in it. */
export function parseCampaignId(input: unknown): ParsedCampaignId {
  const text = typeof input === 'string' ? input.trim() : '';
  if (text === '') return { ok: false, reason: l10n.t('Enter a campaign id.') };
  const inPath = ID_IN_PATH.exec(text)?.[1];
  if (inPath === undefined && PATH_WITHOUT_ID.test(text)) {
    return { ok: false, reason: l10n.t('This address holds no campaign id. Paste one with “/campaigns/” and an id.') };
  }
  const id = inPath === undefined ? text : decoded(inPath).trim();
  const reason = flawOf(id);
  return reason === undefined ? { ok: true, id } : { ok: false, reason };
}

/** Whether an id can be put into a request's path and come out the same. */
export function isCampaignId(id: string): boolean {
  return flawOf(id) === undefined;
}

/** Ids are opaque: only what cannot be sent, or must not be, is a flaw. */
function flawOf(id: string): string | undefined {
  if (id.trim() === '') return l10n.t('Enter a campaign id.');
  if (id.length > MAX_LENGTH) return l10n.t('A campaign id has at most {0} characters.', MAX_LENGTH);
  if (/\p{C}/u.test(id)) return l10n.t('A campaign id has no control or invisible characters.');
  // The URL parser resolves these even when they are percent-encoded.
  if (id === '.' || id === '..') return l10n.t('“.” and “..” are not campaign ids.');
  if (id.startsWith('sk_')) return l10n.t('This looks like an API key. Enter a campaign id.');
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
