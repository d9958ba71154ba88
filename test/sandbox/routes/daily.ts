import type { Told } from '../answers/told';
import { allOf } from '../answers/told';
import { dailyRows } from '../answers/workspace';
import type { Sequence, Span } from '../data/story';
import { json, REFUSALS } from '../exchange';
import { inWorkspace, ofCampaign, type Route, type WorkspaceCall } from './route';

/** How far back the rows go where the question does not say. */
const DAYS_BACK = 30;

export const daily: Route = {
  path: '/v1/analytics/daily',
  get: inWorkspace((call) => json(200, { success: true, data: dailyRows(call.all(), spanOf(call)) })),
};

export const dailyCampaign: Route = {
  path: '/v1/analytics/daily/campaigns/:id',
  get: ofCampaign((asked, call) => {
    const sequences = sequencesNamed(call.query.get('subsequenceId'), asked);
    if (!sequences) return REFUSALS.notFound();
    return json(200, { success: true, data: dailyRows([asked], spanOf(call), () => sequences) });
  }),
};

function spanOf({ period: { from, to }, state: { world } }: WorkspaceCall): Span {
  return { from: from ?? world.today - DAYS_BACK, to: to ?? world.today };
}

function sequencesNamed(id: string | null, { story }: Told): readonly Sequence[] | undefined {
  if (id === null) return allOf(story);
  if (id === 'main') return [story.main];
  const named = story.subsequences.filter((subsequence) => subsequence.id === id);
  return named.length > 0 ? named : undefined;
}
