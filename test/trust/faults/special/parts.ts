// Some of it goes wrong, and the rest does not.
import { isDeepStrictEqual } from 'node:util';
import type { CampaignReport } from '../../../../src/analytics/report';
import type { CampaignState } from '../../../../src/campaigns/store';
import { onGraph } from '../onGraph';
import { seenOf } from '../seenOf';
import { fail, heal } from '../steer';
import type { SpecialCase } from './case';

const isWell = ({ problem }: CampaignState): boolean => problem === null;

export const PART_CASES = {
  'half of ten campaigns answer 500': (given) =>
    onGraph(given, {}, async (graph) => {
      const { client, credentials, store } = graph;
      const { value } = await client.campaigns(await credentials.access(), { limit: 10 });
      const ids = value.campaigns.map(({ id }) => id);
      const good: CampaignState[] = [];
      for (const id of ids) good.push(await store.load(id));
      const failing = ids.filter((_, index) => index % 2 === 0);
      for (const id of failing) await fail(given.url, 'http-500', { path: `/v1/campaigns/${id}/analytics` });
      const states: CampaignState[] = [];
      for (const id of ids) states.push(await store.load(id));
      await heal(given.url);
      await store.refreshAll();

      const seen = states.map((state, index) =>
        seenOf(graph, { good: good[index] ?? state, state, healed: store.list().every(isWell) }),
      );
      const [first] = seen;
      if (!first || seen.length !== 10) throw new Error('There are too few campaigns.');
      const asExpected = seen.every(({ kept, renewed }, index) => (index % 2 === 0 ? kept : renewed));
      return { ...first, kept: asExpected, texts: seen.flatMap(({ texts }) => texts) };
    }),

  'the list of campaigns answers 500 while all are refreshed': (given) =>
    onGraph(given, {}, async (graph) => {
      const { store } = graph;
      const good = await store.load(given.seed);
      await store.load(given.variants);
      await fail(given.url, 'http-500', { path: '/v1/campaigns' });
      await store.refreshAll();
      const state = store.get(given.seed) ?? good;
      await heal(given.url);
      await store.refreshAll();
      return seenOf(graph, { good, state, healed: store.list().every(isWell) });
    }),

  'names of e-mails answer 500 (the rest is shown)': partMissing((id) => `/v1/campaigns/${id}`),
  'positive replies answer 500 (the rest is shown)': partMissing((id) => `/v1/analytics/campaigns/${id}`),
  'days answer 500 (the rest is shown)': partMissing((id) => `/v1/analytics/daily/campaigns/${id}`),
} satisfies Record<string, SpecialCase>;

/** A report that is open, and one of the things that complete it. */
function partMissing(path: (id: string) => string): SpecialCase {
  return (given) =>
    onGraph(given, {}, async (graph) => {
      const { store } = graph;
      const id = given.longRunning;
      store.showReport(id);
      const good = await store.load(id);
      await fail(given.url, 'http-500', { path: path(id) });
      const state = await store.load(id);
      await heal(given.url);
      const after = await store.load(id);
      const seen = seenOf(graph, { good, state, healed: !lacksPart(after.report) });
      return {
        ...seen,
        renewed: seen.renewed && isDeepStrictEqual(state.report?.figures, good.report?.figures),
      };
    });
}

function lacksPart(report: CampaignReport | null): boolean {
  return report?.notes.some(({ kind }) => kind === 'partMissing') !== false;
}
