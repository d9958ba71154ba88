import type { GenericSchema, InferOutput } from 'valibot';
import type { Access } from './access';
import { campaignIdFlaw } from './campaignId';
import { campaignPageOf, queryOfCampaigns, type CampaignPage, type CampaignQuery } from './campaigns';
import { dailyRowsOf } from './daily';
import { decode, decodeList, type Decoded, type DecodedList } from './decode';
import { SendKitError } from './errors';
import { allMailboxes, type Mailboxes } from './mailboxes';
import { periodQuery, type Period } from './period';
import { asker, type ClientOptions } from './request';
import {
  campaignAnalyticsSchema,
  campaignDetailSchema,
  campaignsSchema,
  dailySchema,
  mailboxesSchema,
  overviewSchema,
  workspacesSchema,
  type CampaignAnalytics,
  type CampaignDetail,
  type DailyRow,
  type Overview,
  type Workspace,
} from './schemas';

export type { Access, CampaignPage, CampaignQuery, ClientOptions, Mailboxes, Period };
export type { NextPage } from './paging';

export interface DailyQuery extends Period {
  /** `main` for the main sequence alone, or a subsequence's id; all together if not given. */
  readonly subsequenceId?: string | undefined;
}

/**
 * The SendKit API. Each call rejects with a `SendKitError`, of kind `cancelled` when its signal was aborted.
 * What belongs to a workspace is that of the access.
 */
export interface SendKitClient {
  /** One page of the list. An empty page is not its end: `next` being `null` is. */
  campaigns(access: Access, query?: CampaignQuery, signal?: AbortSignal): Promise<Decoded<CampaignPage>>;
  campaign(access: Access, id: string, signal?: AbortSignal): Promise<Decoded<CampaignDetail>>;
  /** By step and variant. */
  campaignAnalytics(
    access: Access,
    id: string,
    period?: Period,
    signal?: AbortSignal,
  ): Promise<Decoded<CampaignAnalytics>>;
  /** The same without variants, but with positive replies. */
  campaignTotals(
    access: Access,
    id: string,
    period?: Period,
    signal?: AbortSignal,
  ): Promise<Decoded<CampaignAnalytics>>;
  dailyCampaign(access: Access, id: string, query?: DailyQuery, signal?: AbortSignal): Promise<Decoded<DailyRow[]>>;
  dailyWorkspace(access: Access, period?: Period, signal?: AbortSignal): Promise<Decoded<DailyRow[]>>;
  /** All campaigns of the workspace together, of all time. */
  overview(access: Access, signal?: AbortSignal): Promise<Decoded<Overview>>;
  mailboxes(access: Access, period?: Period, signal?: AbortSignal): Promise<Decoded<Mailboxes>>;
  /** All workspaces that the key opens, so it also tells whether a key is good. */
  workspaces(access: Access, signal?: AbortSignal): Promise<Decoded<Workspace[]>>;
}

/**
 * A client that asks with the given fetch, and that all calls to SendKit must go through: it sends a few requests at a
 * time, and none while SendKit wants to be left alone. It holds no key.
 */
export function createClient(options: ClientOptions): SendKitClient {
  const ask = asker(options);

  return {
    campaigns: async (access, query = {}, signal) => {
      const sent = queryOfCampaigns(query);
      if (!sent) return { value: { campaigns: [], next: null, total: null }, oddValues: [] };
      const path = '/v1/campaigns';
      const answer = await ask({ access, path, always: true, query: sent, read: asList(campaignsSchema), signal });
      return campaignPageOf(answer, query.page ?? null);
    },
    campaign: async (access, id, signal) => {
      const path = `/v1/campaigns/${segment(id)}`;
      return ask({ access, path, read: as(campaignDetailSchema), signal });
    },
    campaignAnalytics: async (access, id, period, signal) => {
      const path = `/v1/campaigns/${segment(id)}/analytics`;
      return ask({ access, path, query: periodQuery(period), read: as(campaignAnalyticsSchema), signal });
    },
    campaignTotals: async (access, id, period, signal) => {
      const path = `/v1/analytics/campaigns/${segment(id)}`;
      return ask({ access, path, query: periodQuery(period), read: as(campaignAnalyticsSchema), signal });
    },
    dailyCampaign: async (access, id, sent, signal) => {
      const path = `/v1/analytics/daily/campaigns/${segment(id)}`;
      const query = { ...periodQuery(sent), subsequenceId: sent?.subsequenceId };
      return dailyRowsOf(await ask({ access, path, query, read: as(dailySchema), signal }));
    },
    dailyWorkspace: async (access, period, signal) => {
      const path = '/v1/analytics/daily';
      const query = periodQuery(period);
      return dailyRowsOf(await ask({ access, path, always: true, query, read: as(dailySchema), signal }));
    },
    overview: (access, signal) =>
      ask({ access, path: '/v1/analytics/overview', always: true, read: as(overviewSchema), signal }),
    mailboxes: (access, period, signal) =>
      allMailboxes((place) => {
        const path = '/v1/analytics/mailboxes';
        const query = { ...periodQuery(period), ...place?.query };
        return ask({ access, path, always: true, query, read: asList(mailboxesSchema), signal });
      }),
    workspaces: ({ baseUrl, key }, signal) =>
      ask({ access: { baseUrl, key }, path: '/v1/workspaces', always: true, read: as(workspacesSchema), signal }),
  };
}

function as<const Data extends GenericSchema>(data: Data): (body: unknown) => Decoded<InferOutput<Data>> {
  return (body) => decode(body, data);
}

function asList<const Data extends GenericSchema>(data: Data): (body: unknown) => DecodedList<InferOutput<Data>> {
  return (body) => decodeList(body, data);
}

/** An id as one segment of a path; throws `notFound` for one that no path would carry. */
function segment(id: string): string {
  if (campaignIdFlaw(id) !== undefined) throw new SendKitError({ kind: 'notFound' });
  return encodeURIComponent(id);
}
