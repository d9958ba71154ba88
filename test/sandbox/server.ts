import type { IncomingMessage, ServerResponse } from 'node:http';
import { control, CONTROL_PATH } from './control';
import { CAMPAIGN_IDS, campaigns } from './data/campaigns';
import { OWN_WORKSPACE } from './data/workspaces';
import { json, refusal, send } from './exchange';
import { faultPlan, type FailOptions, type PlannedFault } from './faultPlan';
import { misbehave, type Fault } from './faults';
import { PLATFORM_KEY, WORKSPACE_KEY } from './keys';
import { listen } from './listen';
import { recorder, type RecordedRequest } from './recorder';
import { answerTo } from './routes/table';

/** The SendKit API on this computer, over real HTTP, with faults that can be switched on. */
export interface Sandbox {
  /** The base URL, without a trailing slash. */
  readonly url: string;
  readonly key: string;
  readonly platformKey: string;
  readonly campaigns: typeof CAMPAIGN_IDS;
  /** What came to the API, in order. Steering requests are not among them. */
  readonly requests: RecordedRequest[];
  /** Another origin, which redirects point to. Nothing should ever come here. */
  readonly elsewhere: { readonly url: string; readonly requests: RecordedRequest[] };
  nextRequest(): Promise<RecordedRequest>;
  fail(fault: Fault, options?: FailOptions): void;
  heal(): void;
  planned(): readonly PlannedFault[];
  /** Answers this id with a JSON value or, given a text, with its bytes. */
  setCampaign(id: string, answer: unknown): void;
  /** Resolves when no client holds a connection, not even an idle one. */
  allDisconnected(): Promise<void>;
  close(): Promise<void>;
}

export async function startSandbox({ port = 0 }: { readonly port?: number } = {}): Promise<Sandbox> {
  const state = { campaigns: campaigns() };
  const faults = faultPlan();
  const here = recorder();
  const away = recorder();

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(`http://sandbox${request.url ?? '/'}`);
    if (url.pathname === CONTROL_PATH || url.pathname.startsWith(`${CONTROL_PATH}/`)) {
      send(response, await control(sandbox, request, url));
      return;
    }
    here.record(request);
    const answer = answerTo(request.method ?? '', url, { headers: request.headers, state });
    const planned = faults.next(url.pathname);
    if (!planned) {
      send(response, answer);
      return;
    }
    misbehave(
      planned.fault,
      { request, response, answer },
      { elsewhere: elsewhere.url, retryAfterSeconds: planned.retryAfterSeconds ?? 1 },
    );
  };

  const elsewhere = await listen(0, (request, response) => {
    away.record(request);
    send(response, json(200, { success: true, data: {} }));
  });
  const api = await listen(port, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      send(response, refusal(500, 'Sandbox Error', String(error)));
    });
  }).catch(async (error: unknown) => {
    await elsewhere.close();
    throw error;
  });

  const sandbox: Sandbox = {
    url: api.url,
    key: WORKSPACE_KEY,
    platformKey: PLATFORM_KEY,
    campaigns: CAMPAIGN_IDS,
    requests: here.requests,
    elsewhere: { url: elsewhere.url, requests: away.requests },
    nextRequest: () => here.next(),
    fail: (fault, options = {}) => faults.add(fault, options),
    heal: () => faults.clear(),
    planned: () => faults.list(),
    setCampaign: (id, answer) => {
      const analytics = typeof answer === 'string' ? answer : JSON.stringify(answer);
      state.campaigns.set(id, { workspaceId: OWN_WORKSPACE.id, analytics });
    },
    allDisconnected: () => api.allDisconnected(),
    close: async () => {
      await Promise.all([api.close(), elsewhere.close()]);
    },
  };
  return sandbox;
}
