import { listItem } from '../answers/campaign';
import { page } from '../listing';
import { inWorkspace, type Route } from './route';

export const campaigns: Route = {
  path: '/v1/campaigns',
  get: inWorkspace(({ all, query, state: { paging } }) => {
    const part = (query.get('search') ?? '').toLowerCase();
    const status = query.get('status');
    const found = all().filter(
      ({ campaign }) => campaign.name.toLowerCase().includes(part) && (status === null || campaign.status === status),
    );
    return page(found, query, paging, (asked) => listItem(asked, paging.form ?? 'cursor'));
  }),
};
