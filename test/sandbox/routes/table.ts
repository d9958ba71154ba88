import { REFUSALS, type Answer } from '../exchange';
import { campaignAnalytics } from './campaignAnalytics';
import { paramsOf, type Call, type Route } from './route';
import { workspaces } from './workspaces';

/** The whole API. An endpoint more is a file more and a line here. */
const ROUTES: readonly Route[] = [workspaces, campaignAnalytics];

export function answerTo(method: string, url: URL, call: Pick<Call, 'headers' | 'state'>): Answer {
  for (const route of ROUTES) {
    const params = paramsOf(route.path, url.pathname);
    if (params && method === 'GET') return route.get({ ...call, params, query: url.searchParams });
  }
  return REFUSALS.notFound();
}
