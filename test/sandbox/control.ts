import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { json, REFUSALS, type Answer } from './exchange';
import { FAULTS, isFault } from './faults';
import type { Sandbox } from './server';

export const CONTROL_PATH = '/sandbox';

/** Lets another process steer the sandbox. See README.md. */
export async function control(sandbox: Sandbox, request: IncomingMessage, url: URL): Promise<Answer> {
  const [action, id] = url.pathname.slice(CONTROL_PATH.length + 1).split('/');
  switch (`${request.method ?? ''} ${action ?? ''}`) {
    case 'GET ':
      return json(200, {
        url: sandbox.url,
        key: sandbox.key,
        platformKey: sandbox.platformKey,
        campaigns: sandbox.campaigns,
        faults: FAULTS,
        planned: sandbox.planned(),
      });
    case 'GET requests':
      return json(200, { here: sandbox.requests, elsewhere: sandbox.elsewhere.requests });
    case 'DELETE requests':
      sandbox.requests.length = sandbox.elsewhere.requests.length = 0;
      return json(200, {});
    case 'POST fail':
      return plan(sandbox, url.searchParams);
    case 'POST heal':
      sandbox.heal();
      return json(200, {});
    case 'PUT campaigns':
      sandbox.setCampaign(decodeURIComponent(id ?? ''), await text(request));
      return json(200, {});
    default:
      return REFUSALS.notFound();
  }
}

function plan(sandbox: Sandbox, query: URLSearchParams): Answer {
  const fault = query.get('fault') ?? '';
  if (!isFault(fault)) return REFUSALS.badRequest(`Unknown fault. Known: ${FAULTS.join(', ')}`);
  const times = query.get('times');
  const path = query.get('path');
  const retryAfterSeconds = query.get('retryAfterSeconds');
  sandbox.fail(fault, {
    ...(times !== null && { times: Number(times) }),
    ...(path !== null && { path }),
    ...(retryAfterSeconds !== null && { retryAfterSeconds: Number(retryAfterSeconds) }),
  });
  return json(200, { planned: sandbox.planned() });
}
