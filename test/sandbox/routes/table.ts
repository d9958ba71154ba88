import { REFUSALS, type Answer } from '../exchange';
import { campaign } from './campaign';
import { campaignAnalytics } from './campaignAnalytics';
import { campaigns } from './campaigns';
import { campaignTotals } from './campaignTotals';
import { daily, dailyCampaign } from './daily';
import { mailboxes } from './mailboxes';
import { overview } from './overview';
import { paramsOf, type Call, type Route } from './route';
import { workspaces } from './workspaces';

/** The whole API. An endpoint more is a file more and a line here. */
const ROUTES: readonly Route[] = [
  workspaces,
  campaigns,
  campaign,
  campaignAnalytics,
  campaignTotals,
  overview,
  daily,
  dailyCampaign,
  mailboxes,
];

export function answerTo(method: string, url: URL, call: Pick<Call, 'headers' | 'state'>): Answer {
  for (const route of ROUTES) {
    const params = paramsOf(route.path, url.pathname);
    if (params && method === 'GET') return route.get({ ...call, params, query: url.searchParams });
  }
  return REFUSALS.notFound();
}
