import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { formatFor } from './analytics/format';
import { campaignSearch } from './campaigns/campaignSearch';
import { Credentials } from './campaigns/credentials';
import { redactingLog } from './campaigns/log';
import { PinnedCampaign } from './campaigns/pinnedCampaign';
import { retryWithAccess } from './campaigns/retryWithAccess';
import { liveSettings } from './campaigns/settings';
import { snapshotFolder } from './campaigns/snapshotFolder';
import { SNAPSHOT_FOLDER } from './campaigns/storageKeys';
import { CampaignStore } from './campaigns/store';
import { Workspaces } from './campaigns/workspaces';
import { WorkspaceStore } from './campaigns/workspaceStore';
import { createClient } from './sendkit/client';
import { autoRefresh } from './views/autoRefresh';
import { CampaignsTree } from './views/campaignsTree';
import { registerCommands } from './views/commands';
import { followKeyState } from './views/keyStateContext';
import { ReportPanels } from './views/reportPanels';
import { StatusBar } from './views/statusBar';
import { WorkspaceTree } from './views/workspaceTree';

/** Builds the graph and registers it. Nothing is awaited, no secret read, nothing asked. */
export function activate({
  subscriptions,
  secrets,
  globalState,
  globalStorageUri,
  extensionUri,
}: vscode.ExtensionContext): void {
  l10n.config({ contents: vscode.l10n.bundle ?? {} });
  const channel = vscode.window.createOutputChannel('SendKit', { log: true });
  const log = redactingLog(channel);
  const format = formatFor(vscode.env.language);
  const settings = liveSettings(subscriptions);
  const client = createClient({ fetch: async () => (await import('./sendkit/nodeFetch')).fetch, log: log.info });
  const workspaces = new Workspaces(globalState);
  const credentials = new Credentials(secrets, globalState, settings, client, workspaces, log);
  const snapshots = snapshotFolder(vscode.Uri.joinPath(globalStorageUri, SNAPSHOT_FOLDER), log);
  const store = new CampaignStore(client, credentials, settings, snapshots, log);
  const workspace = new WorkspaceStore(client, credentials, workspaces, settings, log);
  const pinned = new PinnedCampaign(globalState);
  const search = campaignSearch({ client, credentials, settings, log });
  const tree = new CampaignsTree(store, pinned, format);
  const panels = new ReportPanels(store, extensionUri);
  const statusBar = new StatusBar({ store, pinned, format });

  subscriptions.push(
    channel,
    workspaces,
    credentials,
    store,
    workspace,
    pinned,
    tree,
    new WorkspaceTree(workspace, format),
    panels,
    statusBar,
    followKeyState(credentials),
    retryWithAccess(store, credentials, workspaces),
    autoRefresh({ store, settings, views: [tree, panels, statusBar] }),
    registerCommands({ store, search, workspaces, workspace, pinned, credentials, tree, panels, format, log }),
  );
}
