import { analyticsText } from '../answers/analytics';
import { jsonText } from '../exchange';
import { ofCampaign, type Route } from './route';

export const campaignAnalytics: Route = {
  path: '/v1/campaigns/:id/analytics',
  get: ofCampaign((asked, { period }) => jsonText(200, analyticsText(asked, period))),
};
