import { totals } from '../answers/analytics';
import { json } from '../exchange';
import { ofCampaign, type Route } from './route';

export const campaignTotals: Route = {
  path: '/v1/analytics/campaigns/:id',
  get: ofCampaign((asked, { period }) => json(200, { success: true, data: totals(asked, period) })),
};
