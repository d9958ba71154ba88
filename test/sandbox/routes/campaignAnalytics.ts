import { jsonText, REFUSALS } from '../exchange';
import { workspaceOf } from '../keys';
import type { Route } from './route';

export const campaignAnalytics: Route = {
  path: '/v1/campaigns/:id/analytics',
  get: ({ headers, params, state }) => {
    const workspace = workspaceOf(headers);
    if ('status' in workspace) return workspace;
    const campaign = state.campaigns.get(params['id'] ?? '');
    if (!campaign) return REFUSALS.notFound();
    return campaign.workspaceId === workspace.id ? jsonText(200, campaign.analytics) : REFUSALS.forbidden();
  },
};
