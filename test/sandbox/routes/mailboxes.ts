import { mailboxes as mailboxesOf } from '../answers/mailboxes';
import { json } from '../exchange';
import { page } from '../listing';
import { inWorkspace, type Route } from './route';

export const mailboxes: Route = {
  path: '/v1/analytics/mailboxes',
  get: inWorkspace(({ all, workspace, period, query, state: { world, paging } }) => {
    const data = mailboxesOf(workspace.id, all(), period, world.today);
    if (paging.mailboxes === undefined) return json(200, { success: true, data });
    const limited = new URLSearchParams(query);
    limited.set('limit', String(paging.mailboxes));
    return page(data, limited, paging, (item) => item);
  }),
};
