import type { GenericSchema, InferOutput } from 'valibot';
import { headersOf, type Access } from './access';
import { attemptJson } from './attempt';
import { campaignIdFlaw } from './campaignId';
import { decode, type Decoded } from './decode';
import { SendKitError } from './errors';
import type { Fetch } from './fetch';
import { LIMITS, type Limits } from './limits';
import { withRetries } from './retry';
import { campaignAnalyticsSchema, workspacesSchema, type CampaignAnalytics, type Workspace } from './schemas';
import { systemTiming, type Timing } from './timing';

export type { Access };

/** The SendKit API. Each call rejects with a `SendKitError`, of kind `cancelled` when its signal was aborted. */
export interface SendKitClient {
  campaignAnalytics(access: Access, id: string, signal?: AbortSignal): Promise<Decoded<CampaignAnalytics>>;
  /** All workspaces that the key opens, so it also tells whether a key is good. */
  workspaces(access: Access, signal?: AbortSignal): Promise<Decoded<Workspace[]>>;
}

export interface ClientOptions {
  /** Called for each request, so that fetch need not be loaded before the first. */
  readonly fetch: () => Promise<Fetch>;
  /** Gets a line for each attempt: method, path, outcome, milliseconds, number of the attempt. Never a key. */
  readonly log?: (line: string) => void;
  readonly limits?: Partial<Limits>;
  readonly timing?: Partial<Timing>;
}

/** A client that asks with the given fetch. It holds no key and no state between calls. */
export function createClient(options: ClientOptions): SendKitClient {
  const { fetch: loadFetch, log = () => undefined } = options;
  const limits = { ...LIMITS, ...options.limits };
  const timing = { ...systemTiming, ...options.timing };

  const get = async <const Data extends GenericSchema>(
    access: Access,
    path: string,
    data: Data,
    signal: AbortSignal | undefined,
  ): Promise<Decoded<InferOutput<Data>>> => {
    const headers = headersOf(access);
    const url = access.baseUrl.href + path;
    const fetch = await loadFetch();
    const { attemptMs: timeoutMs, answerBytes: maxBytes } = limits;

    const attempt = async (number: number): Promise<Decoded<InferOutput<Data>>> => {
      const startedAt = timing.elapsed();
      const tell = (outcome: string): void =>
        log(`GET ${path}: ${outcome} in ${Math.round(timing.elapsed() - startedAt)} ms (attempt ${number})`);
      try {
        const { status, body } = await attemptJson({
          fetch,
          url,
          headers,
          timeoutMs,
          maxBytes,
          now: timing.now,
          signal,
        });
        const decoded = decode(body, data);
        tell(String(status));
        return decoded;
      } catch (error) {
        tell(SendKitError.is(error) ? outcomeOf(error) : 'unexpected');
        throw error;
      }
    };
    return withRetries(attempt, limits, timing, signal);
  };

  return {
    campaignAnalytics: async (access, id, signal) => {
      if (campaignIdFlaw(id) !== undefined) throw new SendKitError({ kind: 'notFound' });
      return get(access, `/v1/campaigns/${encodeURIComponent(id)}/analytics`, campaignAnalyticsSchema, signal);
    },
    workspaces: async ({ baseUrl, key }, signal) => {
      const path = '/v1/workspaces';
      try {
        return await get({ baseUrl, key }, path, workspacesSchema, signal);
      } catch (error) {
        // Every key has a list, so an address without one is not SendKit's.
        throw SendKitError.is(error, 'notFound')
          ? new SendKitError({ ...error.problem, kind: 'invalidAnswer', path })
          : error;
      }
    },
  };
}

function outcomeOf({ problem: { status, kind, code, path } }: SendKitError): string {
  return [status, kind, code, path].filter((part) => part !== undefined).join(' ');
}
