import type { Campaign } from './campaign';
import type { Day } from './days';
import { FIXED_ANSWERS } from './fixedAnswers';
import { fixedCampaign } from './fixedCampaign';
import { generatedCampaign } from './generatedCampaign';
import { CAMPAIGN_IDS } from './ids';
import { specialCampaigns } from './specialCampaigns';
import { OTHER_WORKSPACE, OWN_WORKSPACE, SMALL_WORKSPACE } from './workspaces';

/** How many campaigns each workspace has. */
const SIZES: Readonly<Record<string, number>> = {
  [OWN_WORKSPACE.id]: 1_200,
  [OTHER_WORKSPACE.id]: 40,
  [SMALL_WORKSPACE.id]: 3,
};

/** All campaigns of a workspace as of today, those with names for tests first; `ownSize` is for the key's own workspace. */
export function workspaceCampaigns(workspaceId: string, today: Day, ownSize?: number): Campaign[] {
  const named = namedCampaigns(workspaceId, today);
  const size = (workspaceId === OWN_WORKSPACE.id ? ownSize : undefined) ?? SIZES[workspaceId] ?? 0;
  return [...named, ...generatedCampaigns(workspaceId, today, size - named.length)];
}

/** Made once for all sandboxes of a process. */
const made = new Map<string, readonly Campaign[]>();

function generatedCampaigns(workspaceId: string, today: Day, length: number): readonly Campaign[] {
  const place = `${workspaceId} ${today} ${length}`;
  const known = made.get(place);
  if (known) return known;
  const number = Object.keys(SIZES).indexOf(workspaceId) + 1;
  const campaigns = Array.from({ length }, (_, index) => generatedCampaign({ id: workspaceId, number }, index, today));
  made.set(place, campaigns);
  return campaigns;
}

function namedCampaigns(workspaceId: string, today: Day): Campaign[] {
  const fixed = (id: keyof typeof FIXED_ANSWERS): Campaign =>
    fixedCampaign({ id, workspaceId, text: FIXED_ANSWERS[id], lastDay: today });
  switch (workspaceId) {
    case OWN_WORKSPACE.id:
      return [
        fixed(CAMPAIGN_IDS.seed),
        fixed(CAMPAIGN_IDS.variants),
        ...specialCampaigns(today),
        fixed(CAMPAIGN_IDS.subsequences),
        fixed(CAMPAIGN_IDS.draft),
        fixed(CAMPAIGN_IDS.hostile),
      ];
    case OTHER_WORKSPACE.id:
      return [fixed(CAMPAIGN_IDS.foreign)];
    default:
      return [];
  }
}
