import type { GenericSchema, InferOutput } from 'valibot';
import { attemptJson } from './attempt';
import { isCampaignId } from './campaignId';
import { decode, type Decoded } from './decode';
import { SendKitError } from './errors';
import type { Fetch } from './fetch';
import { headersOf, type Access } from './access';
import { LIMITS, type Limits } from './limits';
import { withRetries } from './retry';
import { campaignAnalyticsSchema, workspacesSchema, type CampaignAnalytics, type Workspace } from './schemas';
import { systemTiming, type Timing } from './timing';

/** The SendKit API. Each call rejects with a `SendKitError`, of kind `cancelled` when its signal was aborted. */
export interface SendKitClient {
  campaignAnalytics(access: Access, id: string, signal?: AbortSignal): Promise<Decoded<CampaignAnalytics>>;
  /** All workspaces that the key opens, so it also tells whether a key is good. */
  workspaces(access: Access, signal?: AbortSignal): Promise<Decoded<Workspace[]>>;
}

export interface ClientOptions {
  /** Called for each request, so that fetch need not be loaded before the first. */
  readonly fetch: () => Promise<Fetch>;
  /** Gets a line for each attempt: method, path, outcome, milliseconds. */
  readonly log?: (line: string) => void;
  readonly limits?: Partial<Limits>;
  readonly timing?: Partial<Timing>;
}

export function createClient({ fetch: loadFetch, log, limits, timing }: ClientOptions): SendKitClient {
  const allLimits = { ...LIMITS, ...limits };
  const allTiming = { ...systemTiming, ...timing };

  async function get<const Data extends GenericSchema>(
    access: Access,
    path: string,
    data: Data,
    signal: AbortSignal | undefined,
  ): Promise<Decoded<InferOutput<Data>>> {
    const headers = headersOf(access);
    const fetch = await loadFetch();
    return withRetries(
      async (number, remainingMs) => {
        const startedAt = allTiming.elapsed();
        const tell = (outcome: string): void =>
          log?.(`GET ${path}: ${outcome} in ${Math.round(allTiming.elapsed() - startedAt)} ms (attempt ${number})`);
        try {
          const body = await attemptJson({
            fetch,
            url: access.baseUrl.href + path,
            headers,
            timeoutMs: Math.min(allLimits.attemptMs, remainingMs),
            maxBytes: allLimits.answerBytes,
            now: allTiming.now,
            signal,
          });
          const decoded = decode(body, data);
          tell('200');
          return decoded;
        } catch (error) {
          tell(SendKitError.is(error) ? outcomeOf(error) : 'unexpected');
          throw error;
        }
      },
      allLimits,
      allTiming,
      signal,
    );
  }

  return {
    campaignAnalytics: async (access, id, signal) => {
      if (!isCampaignId(id)) throw new SendKitError({ kind: 'notFound' });
      return get(access, `/v1/campaigns/${encodeURIComponent(id)}/analytics`, campaignAnalyticsSchema, signal);
    },
    workspaces: (access, signal) => get(access, '/v1/workspaces', workspacesSchema, signal),
  };
}

function outcomeOf({ problem }: SendKitError): string {
  return [problem.status, problem.kind, problem.code, problem.path].filter((part) => part !== undefined).join(' ');
}
