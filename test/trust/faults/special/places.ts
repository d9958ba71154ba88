// Where else something is read than of one campaign.
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { formatFor } from '../../../../src/analytics/format';
import { ALL_TIME } from '../../../../src/analytics/period';
import { comparisonKey } from '../../../../src/campaigns/comparisons';
import type { WorkspacePart } from '../../../../src/campaigns/workspaceParts';
import { WorkspaceStore } from '../../../../src/campaigns/workspaceStore';
import { workspaceRows, type WorkspaceRow } from '../../../../src/views/workspaceTreeModel';
import { onGraph } from '../onGraph';
import { seenOf } from '../seenOf';
import { fail, heal } from '../steer';
import type { SpecialCase } from './case';

const format = formatFor('en');

export const PLACE_CASES = {
  'the workspace’s totals answer 500': inWorkspace('totals', '/v1/analytics/overview'),
  'the workspace’s mailboxes answer 500': inWorkspace('mailboxes', '/v1/analytics/mailboxes'),
  'the workspace’s active campaigns answer 500': inWorkspace('active', '/v1/campaigns'),

  'the search in the picker answers 500': (given) =>
    onGraph(given, {}, async (graph) => {
      const search = () => graph.search('q1', new AbortController().signal);
      const good = await graph.store.load(given.seed);
      await fail(given.url, 'http-500', { path: '/v1/campaigns' });
      const result = await search();
      await heal(given.url);
      const again = await search();
      const state = graph.store.get(given.seed) ?? good;
      return {
        ...seenOf(graph, { good, state, healed: again.ok }),
        told: result.ok ? null : { title: null, message: result.problem.message, click: null },
      };
    }),

  'one of two compared campaigns answers 500': (given) =>
    onGraph(given, {}, async (graph) => {
      const { comparisons, store } = graph;
      const good = await store.load(given.seed);
      const compared = [given.seed, given.variants].map((id) => ({ id, workspace: null, choice: ALL_TIME }));
      const compare = async () => {
        await comparisons.load(compared);
        return comparisons.get(comparisonKey(compared));
      };
      const before = await compare();
      await fail(given.url, 'http-500', { path: `/v1/campaigns/${given.variants}/analytics` });
      const during = await compare();
      await heal(given.url);
      const after = await compare();
      const { problem } = during ?? {};
      return {
        ...seenOf(graph, { good, state: good, healed: after?.problem === null }),
        told: problem ? { title: null, message: problem.message, click: problem.remedy } : null,
        kept: isDeepStrictEqual(during?.comparison, before?.comparison) && during?.fetchedAt === before?.fetchedAt,
      };
    }),

  'a language model asks while SendKit answers 401': (given) =>
    onGraph(given, {}, async (graph) => {
      const ask = () => {
        const options = { input: { campaign_id: given.seed }, toolInvocationToken: undefined };
        const { token } = new vscode.CancellationTokenSource();
        return Promise.resolve(graph.tools.getCampaignAnalytics.invoke(options, token)).then(
          () => null,
          (error: unknown) => (error as Error).message,
        );
      };
      const good = await graph.store.load(given.seed);
      await fail(given.url, 'quotes-the-key-401');
      const message = await ask();
      await heal(given.url);
      const state = graph.store.get(given.seed) ?? good;
      return {
        ...seenOf(graph, { good, state, healed: (await ask()) === null }),
        told: message === null ? null : { title: null, message, click: null },
      };
    }),
} satisfies Record<string, SpecialCase>;

/** A row of the Workspace view that was expanded. */
function inWorkspace(part: WorkspacePart, path: string): SpecialCase {
  return (given) =>
    onGraph(given, {}, async (graph) => {
      const { client, credentials, workspaces, settings, log } = graph;
      const good = await graph.store.load(given.seed);
      const store = new WorkspaceStore(client, credentials, workspaces, settings, log);
      const rows = (): WorkspaceRow[] => allRows(workspaceRows(store.state(), format));
      try {
        store.setVisible(true);
        await store.ready();
        await store.ask(part);
        const before = rows().map(figuresOf);
        await fail(given.url, 'http-500', { path });
        await store.refresh();
        const during = rows();
        await heal(given.url);
        await store.goOn(part);
        const problem = during.find(({ contextValue }) => contextValue === 'problem');
        const figures = during.map(figuresOf);
        return {
          ...seenOf(graph, { good, state: good, healed: isDeepStrictEqual(rows().map(figuresOf), before) }),
          told: problem
            ? { title: problem.label, message: problem.description ?? '', click: 'refreshWorkspace' }
            : null,
          kept: before.every((row) => figures.includes(row)),
        };
      } finally {
        store.dispose();
      }
    });
}

function allRows(rows: readonly WorkspaceRow[]): WorkspaceRow[] {
  return rows.flatMap((row) => [row, ...allRows(row.children?.() ?? [])]);
}

function figuresOf({ label, description = '' }: WorkspaceRow): string {
  return `${label} ${description}`;
}
