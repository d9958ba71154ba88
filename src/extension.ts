import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { formatFor } from './analytics/format';
import { Credentials } from './campaigns/credentials';
import { redactingLog } from './campaigns/log';
import { liveSettings } from './campaigns/settings';
import { snapshotFolder } from './campaigns/snapshotFolder';
import { SNAPSHOT_FOLDER } from './campaigns/storageKeys';
import { CampaignStore } from './campaigns/store';
import { createClient } from './sendkit/client';
import { CampaignsTree } from './views/campaignsTree';
import { registerCommands } from './views/commands';
import { followKeyState } from './views/keyStateContext';
import { ReportPanels } from './views/reportPanels';

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
  const credentials = new Credentials(secrets, globalState, settings, client, log);
  const snapshots = snapshotFolder(vscode.Uri.joinPath(globalStorageUri, SNAPSHOT_FOLDER), log);
  const store = new CampaignStore(client, credentials, settings, snapshots, log);
  const tree = new CampaignsTree(store, format);
  const panels = new ReportPanels(store, extensionUri);

  subscriptions.push(
    channel,
    credentials,
    store,
    tree,
    panels,
    followKeyState(credentials),
    registerCommands({ store, credentials, tree, panels, format, log }),
  );
}
