// A window with all that asks SendKit for something, as a person uses it, for Node.
import * as vscode from 'vscode';
import { retryWithAccess } from '../../../src/campaigns/retryWithAccess';
import { WorkspaceStore } from '../../../src/campaigns/workspaceStore';
import type { Fetch } from '../../../src/sendkit/fetch';
import type { Timing } from '../../../src/sendkit/timing';
import { autoRefresh } from '../../../src/views/autoRefresh';
import type { LanguageModelTools } from '../../../src/views/languageModelTools';
import { buildGraph, type Graph } from '../../vscode/graph';

export interface WindowOptions {
  readonly address: string;
  readonly key: string;
  readonly folder: string;
  readonly clock: Timing;
  /** Around the one that the extension asks with. */
  readonly watch: (fetch: Fetch) => Fetch;
}

export interface UsedWindow extends Pick<Graph, 'store' | 'comparisons' | 'settings' | 'lines' | 'workspaces'> {
  readonly workspace: WorkspaceStore;
  /** Whether a person is at the window, and sees the list of campaigns. */
  readonly lookAt: (seen: { readonly focus?: boolean; readonly tree?: boolean }) => void;
  /** Opens the report of a campaign, which is loaded if need be. */
  readonly open: (id: string) => Promise<unknown>;
  readonly close: (id: string) => void;
  /** What is in the picker's field once typing rests; what was asked before is given up. */
  readonly type: (text: string) => Promise<unknown>;
  /** Resolves when the tool has answered, whatever it has. */
  readonly callTool: (name: keyof LanguageModelTools, id: string, cancel?: AbortSignal) => Promise<unknown>;
  /** Checks a key and, where it is good, stores it in the place of the one before; what is wrong is nothing to reject with. */
  readonly giveKey: (key: string) => Promise<unknown>;
  readonly removeKey: () => Promise<unknown>;
  readonly listWorkspaces: () => Promise<unknown>;
  /** Whether anything is being asked for, or waits to be; also what is tried again by itself. */
  readonly isBusy: () => boolean;
  readonly dispose: () => void;
}

export function openWindow({ address, key, folder, clock, watch }: WindowOptions): UsedWindow {
  const graph = buildGraph({
    ...{ address, key, folder: vscode.Uri.file(folder), now: clock.now, timing: clock, attemptMs: 60_000 },
    fetch: async () => watch((await import('../../../src/sendkit/nodeFetch')).fetch),
  });
  const { store, comparisons, settings, client, credentials, workspaces, log, search, tools, lines } = graph;
  const workspace = new WorkspaceStore(client, credentials, workspaces, settings, log);
  const changed = new vscode.EventEmitter<void>();
  const seen = { focus: true, tree: true };
  const reports = new Map<string, vscode.Disposable>();
  const views = [
    {
      visibleCampaigns: () => (seen.tree ? ('all' as const) : [...reports.keys()]),
      onDidChangeVisibility: changed.event,
    },
  ];
  const focus = { focused: () => seen.focus, onDidChange: changed.event };
  const refreshing = autoRefresh({ store, settings, views, focus, timing: clock });
  const retrying = retryWithAccess(store, credentials, workspaces);
  let typed = new AbortController();

  return {
    ...{ store, comparisons, settings, lines, workspace, workspaces },
    lookAt: (now) => {
      Object.assign(seen, now);
      changed.fire();
    },
    open: (id) => {
      if (!reports.has(id)) reports.set(id, store.showReport(id));
      changed.fire();
      return store.load(id);
    },
    close: (id) => {
      const report = reports.get(id);
      reports.delete(id);
      if (!report) return;
      store.cancel(id);
      changed.fire();
      report.dispose();
    },
    type: (text) => {
      typed.abort();
      typed = new AbortController();
      return search(text, typed.signal);
    },
    callTool: async (name, id, cancel) => {
      const cancelled = new vscode.EventEmitter<void>();
      cancel?.addEventListener('abort', () => cancelled.fire());
      const token = { isCancellationRequested: false, onCancellationRequested: cancelled.event };
      const call = { input: { campaign_id: id }, toolInvocationToken: undefined };
      await Promise.resolve(tools[name].invoke(call, token)).catch(() => undefined);
    },
    giveKey: async (given) => {
      const baseUrl = settings.baseUrl();
      if (!baseUrl.ok) return;
      const { ok } = await credentials.check(baseUrl.baseUrl, given);
      if (ok) await credentials.store(baseUrl.baseUrl, given);
    },
    removeKey: async () => {
      const baseUrl = settings.baseUrl();
      if (baseUrl.ok) await credentials.remove(baseUrl.baseUrl);
    },
    listWorkspaces: () => credentials.listWorkspaces().catch(() => undefined),
    isBusy: () => {
      const { totals, mailboxes, lists } = workspace.state();
      return [...store.list(), totals, mailboxes, ...Object.values(lists)].some(({ loading }) => loading);
    },
    dispose: () => {
      retrying.dispose();
      refreshing.dispose();
      workspace.dispose();
      graph.dispose();
    },
  };
}
