import type { Access, NextPage, SendKitClient } from '../sendkit/client';
import type { CampaignSummary, Count } from '../sendkit/schemas';
import { LISTED_STATUSES, type CampaignListName } from './workspaceParts';

/** As much of a list of campaigns as was read. */
export interface CampaignPages {
  readonly campaigns: readonly CampaignSummary[];
  /** Where it goes on; `null` at its end. */
  readonly next: NextPage | null;
  /** Of the whole list, where SendKit says. */
  readonly total: Count;
}

type Client = Pick<SendKitClient, 'campaigns'>;

const PAGE = 50;
/** Campaigns of other statuses are picked out of the list of all, a few of many: the larger the pages, the fewer. */
const PAGE_OF_ALL = 100;
/** An empty page is not the end of a list; after so many, a person decides whether to read on. */
const MAX_EMPTY_PAGES = 5;
/** A refresh reads no more of a list than this, however much was read before. */
const MAX_REFRESHED_PAGES = 10;

/** Reads a list on from where it was left, or from its beginning: one page, and further ones while they are empty. */
export async function readOn(
  client: Client,
  access: Access,
  list: CampaignListName,
  before: CampaignPages | null,
  signal: AbortSignal,
): Promise<CampaignPages> {
  const known = new Map(before?.campaigns.map((campaign) => [campaign.id, campaign]));
  const knownBefore = known.size;
  let pages = before;
  for (let read = 0; read < MAX_EMPTY_PAGES && known.size === knownBefore; read += 1) {
    const query =
      list === 'other' ? { limit: PAGE_OF_ALL, page: pages?.next } : { status: list, limit: PAGE, page: pages?.next };
    const { value } = await client.campaigns(access, query, signal);
    // A list that has moved on meanwhile may give a campaign twice.
    for (const campaign of value.campaigns) if (list !== 'other' || isOther(campaign)) known.set(campaign.id, campaign);
    pages = {
      campaigns: [...known.values()],
      next: value.next,
      total: list === 'other' ? null : value.total,
    };
    if (value.next === null) break;
  }
  return pages ?? { campaigns: [], next: null, total: null };
}

/** Reads a list from its beginning, as far as it was read before. */
export async function readAnew(
  client: Client,
  access: Access,
  list: CampaignListName,
  before: CampaignPages | null,
  signal: AbortSignal,
): Promise<CampaignPages> {
  const wanted = before?.campaigns.length ?? 0;
  let pages = await readOn(client, access, list, null, signal);
  for (let read = 1; read < MAX_REFRESHED_PAGES && pages.next && pages.campaigns.length < wanted; read += 1) {
    pages = await readOn(client, access, list, pages, signal);
  }
  return pages;
}

/** Whether a campaign is in none of the lists of one status. */
export function isOther({ status }: Pick<CampaignSummary, 'status'>): boolean {
  return !LISTED_STATUSES.some((listed) => listed === status);
}
