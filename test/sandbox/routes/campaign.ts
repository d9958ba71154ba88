import { detail } from '../answers/campaign';
import { json } from '../exchange';
import { ofCampaign, type Route } from './route';

export const campaign: Route = {
  path: '/v1/campaigns/:id',
  get: ofCampaign((asked) => json(200, { success: true, data: detail(asked) })),
};
