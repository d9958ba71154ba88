import { figuresOfStated, type EngagementBase } from '../analytics/figures';
import type { SendKitClient } from '../sendkit/client';
import { SendKitError } from '../sendkit/errors';
import type { CampaignSummary } from '../sendkit/schemas';
import type { Credentials } from './credentials';
import type { Log } from './log';
import { problemFrom, type Problem } from './problem';
import type { Settings } from './settings';

/** A campaign of the workspace's list, with the figures that a person chooses by. */
export interface FoundCampaign {
  readonly id: string;
  readonly name: string;
  readonly status: string | null;
  readonly sent: number | null;
  /** A fraction. */
  readonly replyRate: number | null;
}

export type SearchResult =
  | { readonly ok: true; readonly campaigns: readonly FoundCampaign[]; readonly more: boolean }
  | { readonly ok: false; readonly problem: Problem };

/** Campaigns whose name has this text in it, by one request; all if it is empty. Never rejects. */
export type CampaignSearch = (text: string, signal: AbortSignal) => Promise<SearchResult>;

const LIMIT = 100;

interface SearchOptions {
  readonly client: Pick<SendKitClient, 'campaigns'>;
  readonly credentials: Pick<Credentials, 'access'>;
  readonly settings: Pick<Settings, 'rateBase'>;
  readonly log: Pick<Log, 'bug'>;
}

export function campaignSearch({ client, credentials, settings, log }: SearchOptions): CampaignSearch {
  return async (text, signal) => {
    try {
      const access = await credentials.access();
      const { value } = await client.campaigns(access, { search: text, limit: LIMIT }, signal);
      const listed = value.campaigns.slice(0, LIMIT);
      const campaigns = listed.map((summary) => foundCampaign(summary, settings.rateBase()));
      return { ok: true, campaigns, more: value.next !== null || value.campaigns.length > LIMIT };
    } catch (error) {
      if (!SendKitError.is(error)) log.bug(error);
      return { ok: false, problem: problemFrom(error) };
    }
  };
}

export function foundCampaign({ id, name, status, stats }: CampaignSummary, base: EngagementBase): FoundCampaign {
  const { sent, replied } = figuresOfStated(stats, base);
  return { id, name: name ?? id, status, sent: sent.count, replyRate: replied.rate?.value ?? null };
}
