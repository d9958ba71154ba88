// A workspace on the sandbox as the views see it, for Node.
import * as vscode from 'vscode';
import { formatFor } from '../../../src/analytics/format';
import { campaignSearch, type CampaignSearch } from '../../../src/campaigns/campaignSearch';
import { CAMPAIGN_LISTS } from '../../../src/campaigns/workspaceParts';
import { WorkspaceStore } from '../../../src/campaigns/workspaceStore';
import { createClient } from '../../../src/sendkit/client';
import { loadedItem } from '../../../src/views/campaignItem';
import { campaignRow } from '../../../src/views/campaignsTreeModel';
import { campaignListResult, type ToolResult } from '../../../src/views/languageModelResults';
import { workspaceRows, type WorkspaceRow } from '../../../src/views/workspaceTreeModel';
import { buildGraph } from '../../vscode/graph';

export { CAMPAIGN_LISTS };

export interface SeenWorkspace {
  readonly store: WorkspaceStore;
  /** The rows of the Workspace view, opened to the last. */
  readonly rows: () => number;
  readonly search: CampaignSearch;
  /** What a language model is told of the workspace's campaigns. */
  readonly told: () => Promise<ToolResult>;
}

/** What is made of each campaign that is kept in a folder: its row in the tree, and what a picker offers. */
export async function seeLoaded(address: string, folder: string): Promise<{ rows: object[]; items: object[] }> {
  const { store } = buildGraph({ address, folder: vscode.Uri.file(folder) });
  const format = formatFor('en');
  await store.ready();
  const states = store.list();
  return {
    rows: states.map((state) => campaignRow(state, format)),
    items: states.map((state) => loadedItem(state, format)),
  };
}

export function seeWorkspace(address: string, key: string): SeenWorkspace {
  const { credentials, workspaces, settings, log } = buildGraph({ address, key, folder: vscode.Uri.file('/nowhere') });
  const client = createClient({ fetch: async () => (await import('../../../src/sendkit/nodeFetch')).fetch });
  const store = new WorkspaceStore(client, credentials, workspaces, settings, log);
  const search = campaignSearch({ client, credentials, settings, log });
  const format = formatFor('en');
  const all = (rows: readonly WorkspaceRow[]): number =>
    rows.reduce((sum, { children }) => sum + 1 + all(children?.() ?? []), 0);
  return {
    store,
    rows: () => all(workspaceRows(store.state(), format)),
    search,
    told: async () => {
      const found = await search('', new AbortController().signal);
      if (!found.ok) throw new Error(found.problem.message);
      return campaignListResult(found, format);
    },
  };
}
