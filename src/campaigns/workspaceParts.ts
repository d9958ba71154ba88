/** The statuses that SendKit's pages name, in the order in which their lists are shown. */
export const LISTED_STATUSES = ['active', 'paused', 'draft', 'completed', 'archived'] as const;

/** A list of the workspace's campaigns: of one status, or of all that no page names. */
export type CampaignListName = (typeof LISTED_STATUSES)[number] | 'other';

export const CAMPAIGN_LISTS: readonly CampaignListName[] = [...LISTED_STATUSES, 'other'];

/** What of a workspace is asked for by itself. */
export type WorkspacePart = 'totals' | 'mailboxes' | CampaignListName;

export const WORKSPACE_PARTS: readonly WorkspacePart[] = ['totals', 'mailboxes', ...CAMPAIGN_LISTS];

export function isWorkspacePart(value: unknown): value is WorkspacePart {
  return WORKSPACE_PARTS.some((part) => part === value);
}

/** One of something for each list. */
export function forEachList<Value>(make: (name: CampaignListName) => Value): Readonly<Record<CampaignListName, Value>> {
  return {
    active: make('active'),
    paused: make('paused'),
    draft: make('draft'),
    completed: make('completed'),
    archived: make('archived'),
    other: make('other'),
  };
}

export function isCampaignList(part: WorkspacePart): part is CampaignListName {
  return part !== 'totals' && part !== 'mailboxes';
}
