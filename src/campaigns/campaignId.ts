import * as l10n from '@vscode/l10n';
import { campaignIdFlaw } from '../sendkit/campaignId';

export type ParsedCampaignId =
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly reason: string };

const ID_IN_PATH = /\/campaigns\/([^/?#\s]+)/;
const PATH_WITHOUT_ID = /^https?:\/\/|\/campaigns\//i;

/** Reads what a person typed or pasted: an id, or an address or path with `/campaigns/<id>` in it. */
export function parseCampaignId(input: unknown): ParsedCampaignId {
  const text = typeof input === 'string' ? input.trim() : '';
  const inPath = ID_IN_PATH.exec(text)?.[1];
  if (inPath === undefined && PATH_WITHOUT_ID.test(text)) {
    return { ok: false, reason: l10n.t('This address holds no campaign id. Paste one with “/campaigns/” and an id.') };
  }
  const id = inPath === undefined ? text : decoded(inPath).trim();
  const reason = campaignIdFlaw(id);
  return reason === undefined ? { ok: true, id } : { ok: false, reason };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
