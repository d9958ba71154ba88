import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { control, CONTROL_PATH } from './control';
import { answerCors, type CorsMode } from './cors';
import { CAMPAIGN_IDS } from './data/ids';
import { WORKSPACES, type Workspace } from './data/workspaces';
import { json, refusal, send, type Answer } from './exchange';
import { faultPlan, type FailOptions, type PlannedFault } from './faultPlan';
import { misbehave, type Fault } from './faults';
import { PLATFORM_KEY, WORKSPACE_KEY, type Keys } from './keys';
import { listen } from './listen';
import type { Paging } from './listing';
import { recorder, type RecordedRequest } from './recorder';
import { answerTo } from './routes/table';
import { traffic } from './traffic';
import { World } from './world';

/** The SendKit API on this computer, over real HTTP, with faults that can be switched on. */
export interface Sandbox {
  /** The base URL, without a trailing slash. */
  readonly url: string;
  readonly key: string;
  readonly platformKey: string;
  /** Those of the platform key; the workspace key opens the first. */
  readonly workspaces: readonly Workspace[];
  readonly campaigns: typeof CAMPAIGN_IDS;
  /** What came to the API, in order. Steering requests are not among them. */
  readonly requests: RecordedRequest[];
  /** Requests that came and are not answered yet, and the most that there were at once. */
  readonly inFlight: number;
  readonly mostInFlight: number;
  /** Another origin, which redirects point to. Nothing should ever come here. */
  readonly elsewhere: { readonly url: string; readonly requests: RecordedRequest[] };
  /** How many requests came, those that were forgotten among them. */
  readonly requestCount: number;
  /** Resolves with the next request; at once with the last, if there were more than so many. */
  nextRequest(after?: number): Promise<RecordedRequest>;
  /** Forgets all requests, and how many there were at once. */
  forgetRequests(): void;
  fail(fault: Fault, options?: FailOptions): void;
  /** Lets every answer take its time, in milliseconds. */
  delay(milliseconds: number): void;
  /** Keeps all answers back until `release()`. */
  hold(): void;
  release(): void;
  /** How lists come in pages from now on; without an argument, as at the start. */
  page(paging?: Paging): void;
  /** Who may read the answers in a browser; nobody at the start. */
  cors(mode: CorsMode): void;
  /** Changes every good answer from now on; without an argument, none. */
  alter(change?: (answer: Answer, path: string) => Answer): void;
  /** Ends faults, changes and delay, releases what is held, and lists come as at the start. */
  heal(): void;
  planned(): readonly PlannedFault[];
  /** Answers this id with a JSON value or, given a text, with its bytes. */
  setCampaign(id: string, answer: unknown): void;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Begins anew on this day: what was 30 days ago is 30 days before it. */
  setToday(date: string): void;
  /** Lets days go by: campaigns that are under way go on. */
  advance(days: number): void;
  /** Lets something happen to a campaign: one more reply, where it has sent anything. */
  touch(id: string): void;
  /** Resolves when no client holds a connection, not even an idle one. */
  allDisconnected(): Promise<void>;
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** Any that is free if not given. */
  readonly port?: number;
  /** `YYYY-MM-DD`; the real day (UTC) if not given. */
  readonly today?: string;
  readonly cors?: CorsMode;
  /** Those that tests know if not given. */
  readonly keys?: Keys;
  /** In the workspace that the workspace key opens; 1,200 if not given. */
  readonly campaigns?: number;
}

const KNOWN_KEYS: Keys = { workspace: WORKSPACE_KEY, platform: PLATFORM_KEY };

export async function startSandbox({
  port = 0,
  today = realDay(),
  cors = 'off',
  keys = KNOWN_KEYS,
  campaigns,
}: SandboxOptions = {}): Promise<Sandbox> {
  const world = new World(today, campaigns);
  const faults = faultPlan();
  const here = recorder();
  const away = recorder();
  const inTraffic = traffic();
  let paging: Paging = {};
  let corsMode = cors;
  let altered: (answer: Answer, path: string) => Answer = unaltered;
  let delayMs = 0;
  let held: { readonly over: Promise<void>; readonly end: () => void } | undefined;
  const release = (): void => {
    held?.end();
    held = undefined;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(`http://sandbox${request.url ?? '/'}`);
    const isSteering = url.pathname === CONTROL_PATH || url.pathname.startsWith(`${CONTROL_PATH}/`);
    if (answerCors(isSteering ? 'on' : corsMode, request, response)) return;
    if (isSteering) {
      send(response, await control(sandbox, request, url));
      return;
    }
    inTraffic.add(response);
    here.record(request);
    // A browser would keep the answer, if it were let.
    response.setHeader('Cache-Control', 'max-age=60');
    const state = { world, paging, keys };
    const answer = altered(answerTo(request.method ?? '', url, { headers: request.headers, state }), url.pathname);
    const planned = faults.next(url.pathname);
    await held?.over;
    if (delayMs > 0) await sleep(delayMs, undefined, { ref: false });
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
    key: keys.workspace,
    platformKey: keys.platform,
    workspaces: WORKSPACES,
    campaigns: CAMPAIGN_IDS,
    requests: here.requests,
    get inFlight() {
      return inTraffic.now;
    },
    get mostInFlight() {
      return inTraffic.mostAtOnce;
    },
    elsewhere: { url: elsewhere.url, requests: away.requests },
    get requestCount() {
      return here.count;
    },
    nextRequest: (after) => here.next(after),
    forgetRequests: () => {
      here.requests.length = away.requests.length = 0;
      inTraffic.forget();
    },
    fail: (fault, options = {}) => faults.add(fault, options),
    delay: (milliseconds) => {
      delayMs = milliseconds;
    },
    hold: () => {
      if (held) return;
      let end = (): void => undefined;
      const over = new Promise<void>((resolve) => {
        end = resolve;
      });
      held = { over, end };
    },
    release,
    page: (how = {}) => {
      paging = how;
    },
    cors: (mode) => {
      corsMode = mode;
    },
    alter: (change = unaltered) => {
      altered = change;
    },
    heal: () => {
      faults.clear();
      altered = unaltered;
      paging = {};
      delayMs = 0;
      release();
    },
    planned: () => faults.list(),
    setCampaign: (id, answer) => world.setCampaign(id, typeof answer === 'string' ? answer : JSON.stringify(answer)),
    get today() {
      return world.date;
    },
    setToday: (date) => world.setToday(date),
    advance: (days) => world.advance(days),
    touch: (id) => world.touch(id),
    allDisconnected: () => api.allDisconnected(),
    close: async () => {
      await Promise.all([api.close(), elsewhere.close()]);
    },
  };
  return sandbox;
}

function unaltered(answer: Answer): Answer {
  return answer;
}

function realDay(): string {
  return new Date().toISOString().slice(0, 10);
}
