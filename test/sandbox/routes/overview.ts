import { overview as overviewOf } from '../answers/workspace';
import { json } from '../exchange';
import { inWorkspace, type Route } from './route';

export const overview: Route = {
  path: '/v1/analytics/overview',
  get: inWorkspace(({ all }) => json(200, { success: true, data: overviewOf(all()) })),
};
