import { json } from '../exchange';
import { workspacesOpenTo } from '../keys';
import type { Route } from './route';

export const workspaces: Route = {
  path: '/v1/workspaces',
  get: ({ headers, state }) => {
    const open = workspacesOpenTo(headers, state.keys);
    return 'status' in open ? open : json(200, { success: true, data: open });
  },
};
