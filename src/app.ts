import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { formatFor } from './analytics/format';
import { campaignReader } from './campaigns/campaignReader';
import { campaignSearch } from './campaigns/campaignSearch';
import { claims } from './campaigns/claims';
import { Comparisons } from './campaigns/comparisons';
import { Credentials } from './campaigns/credentials';
import { History } from './campaigns/history';
import { historyFolder } from './campaigns/historyFolder';
import { PinnedCampaign } from './campaigns/pinnedCampaign';
import { retryWithAccess } from './campaigns/retryWithAccess';
import { liveSettings } from './campaigns/settings';
import { snapshotFolder } from './campaigns/snapshotFolder';
import { HISTORY_FOLDER, SNAPSHOT_FOLDER } from './campaigns/storageKeys';
import { CampaignStore } from './campaigns/store';
import { TestFiles } from './campaigns/testFiles';
import { Visits } from './campaigns/visits';
import { visitsFile } from './campaigns/visitsFile';
import { Workspaces } from './campaigns/workspaces';
import { WorkspaceStore } from './campaigns/workspaceStore';
import { browserFetch } from './sendkit/browserFetch';
import { createClient } from './sendkit/client';
import { start, type App, type Standing } from './start';
import { alarmDecorations } from './views/alarmDecorations';
import { alerts } from './views/alerts';
import { autoRefresh } from './views/autoRefresh';
import { CampaignsTree } from './views/campaignsTree';
import { createCommands } from './views/commands';
import { ComparisonPanels } from './views/comparisonPanels';
import { followKeyState } from './views/keyStateContext';
import { languageModelTools } from './views/languageModelTools';
import { PastReports } from './views/pastReports';
import { ReportPanels } from './views/reportPanels';
import { ReportTexts } from './views/reportText';
import { SinceLastLook } from './views/sinceLastLook';
import { StatusBar } from './views/statusBar';
import { TestFileViews } from './views/testFileViews';
import { WorkspaceTree } from './views/workspaceTree';

/** The start in a browser, whose extension host knows this file alone. */
export function activate(context: vscode.ExtensionContext): void {
  const fetch = browserFetch();
  start(context, { loadApp: () => Promise.resolve({ startApp }), loadFetch: () => Promise.resolve(fetch) });
}

/** Builds the graph and fills the views. No secret is read and nothing asked before somebody wants something. */
export function startApp(
  { secrets, globalState, globalStorageUri, extensionUri }: vscode.ExtensionContext,
  { log, loadFetch, ...places }: Standing,
): App {
  l10n.config({ contents: vscode.l10n.bundle ?? {} });
  const subscriptions: vscode.Disposable[] = [];
  const format = formatFor(vscode.env.language);
  const testFiles = new TestFiles(log);
  const settings = liveSettings(subscriptions, testFiles);
  const client = createClient({ fetch: loadFetch, log: log.info });
  const workspaces = new Workspaces(globalState);
  const credentials = new Credentials(secrets, globalState, settings, client, workspaces, log);
  const snapshots = snapshotFolder(vscode.Uri.joinPath(globalStorageUri, SNAPSHOT_FOLDER), log);
  const store = new CampaignStore(client, credentials, settings, snapshots, log);
  const workspace = new WorkspaceStore(client, credentials, workspaces, settings, log);
  const pinned = new PinnedCampaign(globalState);
  const search = campaignSearch({ client, credentials, settings, log });
  const past = vscode.Uri.joinPath(globalStorageUri, HISTORY_FOLDER);
  const history = new History(store, settings, historyFolder(past, log));
  const visits = new Visits(visitsFile(globalStorageUri, log));
  const lastLook = new SinceLastLook({ store, history, settings, visits });
  const tree = new CampaignsTree({ view: places.campaigns.view, store, pinned, lastLook, format });
  const workspaceTree = new WorkspaceTree(places.workspace.view, workspace, format);
  const pastReports = new PastReports({ store, history, settings });
  const panels = new ReportPanels(store, pastReports, lastLook, format, extensionUri);
  const texts = new ReportTexts(store, format);
  const read = campaignReader({ client, credentials, settings });
  const comparisons = new Comparisons({ client, credentials, settings, read, log });
  const comparisonPanels = new ComparisonPanels(comparisons, store, extensionUri);
  const statusBar = new StatusBar({ store, pinned, format });

  places.campaigns.fill(tree);
  places.workspace.fill(workspaceTree);
  void lastLook.watch([tree, panels]);
  subscriptions.push(
    workspaces,
    credentials,
    store,
    workspace,
    pinned,
    history,
    lastLook,
    tree,
    workspaceTree,
    pastReports,
    panels,
    texts,
    comparisons,
    comparisonPanels,
    statusBar,
    alerts({
      ...{ store, history, settings, claims: claims(past), format, log },
      openReport: (id, section) => panels.open(id, section),
    }),
    testFiles,
    new TestFileViews(store, testFiles, format),
    alarmDecorations(),
    followKeyState(credentials),
    retryWithAccess(store, credentials, workspaces),
    autoRefresh({ store, settings, views: [tree, panels, statusBar] }),
  );
  const commands = createCommands({
    ...{
      store,
      search,
      workspaces,
      workspace,
      pinned,
      credentials,
      tree,
      panels,
      texts,
      history,
      settings,
      extensionUri,
      format,
      log,
    },
    comparisons: comparisonPanels,
  });
  return {
    commands,
    openLink: ({ path }) => commands.openLink(path),
    tools: languageModelTools({ search, read, settings, format, log }),
    restorePanel: async (panel, state) => {
      if (!comparisonPanels.restore(panel, state)) await panels.deserializeWebviewPanel(panel, state);
    },
    dispose: () => void vscode.Disposable.from(...subscriptions).dispose(),
  };
}
