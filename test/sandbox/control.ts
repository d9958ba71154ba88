import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { CORS_MODES, type CorsMode } from './cors';
import { json, REFUSALS, type Answer } from './exchange';
import { FAULTS, isFault } from './faults';
import type { Paging } from './listing';
import type { Sandbox } from './server';

export const CONTROL_PATH = '/sandbox';

/** Lets another process steer the sandbox. See README.md. */
export async function control(sandbox: Sandbox, request: IncomingMessage, url: URL): Promise<Answer> {
  const [action, id = ''] = url.pathname.slice(CONTROL_PATH.length + 1).split('/');
  try {
    return await act(sandbox, `${request.method ?? ''} ${action ?? ''}`, decodeURIComponent(id), url, request);
  } catch (error) {
    // What the sandbox refuses, it explains.
    if (error instanceof RangeError) return REFUSALS.badRequest(error.message);
    throw error;
  }
}

async function act(
  sandbox: Sandbox,
  action: string,
  id: string,
  { searchParams: query }: URL,
  request: IncomingMessage,
): Promise<Answer> {
  switch (action) {
    case 'GET ':
      return json(200, {
        url: sandbox.url,
        key: sandbox.key,
        platformKey: sandbox.platformKey,
        workspaces: sandbox.workspaces,
        campaigns: sandbox.campaigns,
        today: sandbox.today,
        inFlight: sandbox.inFlight,
        mostInFlight: sandbox.mostInFlight,
        faults: FAULTS,
        planned: sandbox.planned(),
        requestCount: sandbox.requestCount,
      });
    case 'GET next':
      return json(200, await sandbox.nextRequest(numberIn(query, 'after')));
    case 'GET requests':
      return json(200, {
        here: sandbox.requests,
        elsewhere: sandbox.elsewhere.requests,
        count: sandbox.requestCount,
      });
    case 'DELETE requests':
      sandbox.forgetRequests();
      return json(200, {});
    case 'POST fail':
      return plan(sandbox, query);
    case 'POST heal':
      sandbox.heal();
      return json(200, {});
    case 'POST delay':
      sandbox.delay(numberIn(query, 'milliseconds') ?? 0);
      return json(200, {});
    case 'POST hold':
      sandbox.hold();
      return json(200, {});
    case 'POST release':
      sandbox.release();
      return json(200, {});
    case 'POST cors':
      sandbox.cors(corsModeIn(query));
      return json(200, {});
    case 'POST page':
      sandbox.page(pagingIn(query));
      return json(200, {});
    case 'PUT campaigns':
      sandbox.setCampaign(id, await text(request));
      return json(200, {});
    case 'POST touch':
      sandbox.touch(id);
      return json(200, {});
    case 'POST today':
      sandbox.setToday(query.get('date') ?? '');
      return json(200, { today: sandbox.today });
    case 'POST advance':
      sandbox.advance(numberIn(query, 'days') ?? 1);
      return json(200, { today: sandbox.today });
    default:
      return REFUSALS.notFound();
  }
}

function plan(sandbox: Sandbox, query: URLSearchParams): Answer {
  const fault = query.get('fault') ?? '';
  if (!isFault(fault)) return REFUSALS.badRequest(`Unknown fault. Known: ${FAULTS.join(', ')}`);
  const times = numberIn(query, 'times');
  const path = query.get('path');
  const retryAfterSeconds = numberIn(query, 'retryAfterSeconds');
  sandbox.fail(fault, {
    ...(times !== undefined && { times }),
    ...(path !== null && { path }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
  return json(200, { planned: sandbox.planned() });
}

function pagingIn(query: URLSearchParams): Paging {
  const emptyAfter = numberIn(query, 'emptyAfter');
  const mailboxes = numberIn(query, 'mailboxes');
  return {
    form: query.get('form') === 'pages' ? 'pages' : 'cursor',
    stuck: query.get('stuck') === 'true',
    ...(emptyAfter !== undefined && { emptyAfter }),
    ...(mailboxes !== undefined && { mailboxes }),
  };
}

function corsModeIn(query: URLSearchParams): CorsMode {
  const mode = CORS_MODES.find((candidate) => candidate === query.get('mode'));
  if (mode === undefined) throw new RangeError(`mode is one of ${CORS_MODES.join(', ')}`);
  return mode;
}

function numberIn(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  if (!Number.isFinite(Number(value)) || Number(value) < 0) throw new RangeError(`${name} is a number`);
  return Number(value);
}
