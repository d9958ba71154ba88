import type { InferOutput } from 'valibot';
import { LOOKS_LIKE_A_KEY } from './campaignId';
import type { Decoded, DecodedList } from './decode';
import { nextPage, type NextPage } from './paging';
import { withDropped } from './oddValues';
import type { campaignsSchema, CampaignSummary, Count } from './schemas';

type ReadRow = InferOutput<typeof campaignsSchema>[number];

export interface CampaignQuery {
  /** Part of the name. */
  readonly search?: string | undefined;
  readonly status?: string | undefined;
  /** Campaigns a page: 25 if not given, at most 100. */
  readonly limit?: number | undefined;
  /** Of the answer before; the rest of the query must be the same again. */
  readonly page?: NextPage | null | undefined;
}

export interface CampaignPage {
  /** May be empty though there is a `next`. */
  readonly campaigns: readonly CampaignSummary[];
  readonly next: NextPage | null;
  /** Of all pages. */
  readonly total: Count;
}

const MAX_LIMIT = 100;
const MAX_SEARCH = 200;

/** What is sent of a query. `undefined` where it must not be sent, because what is searched for looks like a key. */
export function queryOfCampaigns({ search = '', status, limit, page }: CampaignQuery) {
  const name = search.trim().slice(0, MAX_SEARCH);
  if (LOOKS_LIKE_A_KEY.test(search)) return undefined;
  return {
    search: name || undefined,
    status,
    limit: limit === undefined ? undefined : String(Math.min(Math.max(Math.trunc(limit), 1), MAX_LIMIT)),
    ...page?.query,
  };
}

/** The page in an answer. A campaign without an id could not be asked for. */
export function campaignPageOf(
  { value, oddValues, pagination }: DecodedList<readonly ReadRow[]>,
  current: NextPage | null,
): Decoded<CampaignPage> {
  const campaigns = value.filter((row): row is CampaignSummary => row.id !== null);
  return {
    value: { campaigns, next: nextPage(pagination, current), total: pagination.total },
    oddValues: withDropped(oddValues, value.length - campaigns.length),
  };
}
