import * as vscode from 'vscode';
import { redactingLog, type Log } from './campaigns/log';
import { PINNED_CAMPAIGN } from './campaigns/storageKeys';
import { lazily, type Lazy } from './lazily';
import { offerMcpServer } from './mcpServer';
import type { Fetch } from './sendkit/fetch';
import { TEST_FILES } from './testFiles/testFilePattern';
import type { TreeRow } from './views/campaignsTreeModel';
import { COMMANDS, REPORT_PANEL, VIEWS } from './views/commandIds';
import type { Commands } from './views/commands';
import type { ToolInput } from './views/languageModelInput';
import type { LanguageModelTools } from './views/languageModelTools';
import { TOOLS } from './views/toolNames';
import { TreePlace } from './views/treePlace';
import type { WorkspaceRow } from './views/workspaceTreeModel';

/** What stands from the start. */
export interface Standing {
  readonly campaigns: TreePlace<TreeRow>;
  readonly workspace: TreePlace<WorkspaceRow>;
  readonly log: Log;
  /** Called for each request. */
  readonly loadFetch: () => Promise<Fetch>;
}

/** All that is not needed before somebody looks at a campaign. */
export interface App extends vscode.Disposable {
  readonly commands: Commands;
  readonly tools: LanguageModelTools;
  readonly openLink: (uri: vscode.Uri) => Promise<void>;
  /** A report or a comparison, whatever the panel's state says. */
  readonly restorePanel: (panel: vscode.WebviewPanel, state: unknown) => Promise<void>;
}

/** Where the rest comes from: on the desktop from files of their own, in a browser from the one that there is. */
export interface Rest {
  readonly loadApp: () => Promise<{ readonly startApp: (context: vscode.ExtensionContext, standing: Standing) => App }>;
  readonly loadFetch: () => Promise<Fetch>;
}

/**
 * Registers what VS Code must know from the start: nothing is awaited, no secret read, nothing asked. All else is in
 * `app.ts`, which is loaded when a view, a command, a report or the pinned campaign needs it.
 * Automatic refresh needs no more than that: it is for what somebody sees.
 */
export function start(context: vscode.ExtensionContext, { loadApp, loadFetch }: Rest): void {
  const { globalState, subscriptions } = context;
  const log = logWhenNeeded(subscriptions);
  const app = lazily({
    load: loadApp,
    make: ({ startApp }): App => startApp(context, { campaigns, workspace, log: log(), loadFetch }),
    tell: (error) => void showFailure(error, log()),
  });
  const campaigns = new TreePlace<TreeRow>(VIEWS.campaigns, app.get);
  const workspace = new TreePlace<WorkspaceRow>(VIEWS.workspace, app.get);
  subscriptions.push(
    ...[app, campaigns, workspace, registerReports(app), registerLinks(app), loadForTestFiles(app)],
    ...[...registerCommands(app), ...registerTools(app), ...offerMcpServer()],
  );

  if (globalState.get(PINNED_CAMPAIGN) !== undefined) app.get().catch(ignore);
}

/** A report that cannot be restored says so in its place. */
function registerReports(app: Lazy<App>): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(REPORT_PANEL, {
    deserializeWebviewPanel: async (panel, state) => (await app.get()).restorePanel(panel, state),
  });
}

/** `vscode://outbound-tools.sendkit-analytics/campaign/<id>` */
function registerLinks(app: Lazy<App>): vscode.Disposable {
  return vscode.window.registerUriHandler({
    handleUri: (uri) => app.get().then(({ openLink }) => openLink(uri), ignore),
  });
}

/** Whoever has a test file before them wants to see the verdict, and what is wrong with the file. */
function loadForTestFiles(app: Lazy<App>): vscode.Disposable {
  const look = (document: vscode.TextDocument): void => {
    if (vscode.languages.match({ pattern: TEST_FILES }, document) > 0) app.get().catch(ignore);
  };
  vscode.workspace.textDocuments.forEach(look);
  return vscode.workspace.onDidOpenTextDocument(look);
}

function registerCommands(app: Lazy<App>): vscode.Disposable[] {
  const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
  return names.map((name) =>
    vscode.commands.registerCommand(COMMANDS[name], (argument?: unknown) =>
      app.get().then(({ commands }) => commands[name](argument), ignore),
    ),
  );
}

/** The tools of language models; one that cannot be loaded fails, and says so to the model. */
function registerTools(app: Lazy<App>): vscode.Disposable[] {
  const names = Object.keys(TOOLS) as (keyof typeof TOOLS)[];
  return names.map((name) =>
    vscode.lm.registerTool<ToolInput>(TOOLS[name], {
      prepareInvocation: async (options, token) => (await app.get()).tools[name].prepareInvocation(options, token),
      invoke: async (options, token) => (await app.get()).tools[name].invoke(options, token),
    }),
  );
}

/** VS Code makes a file for a log: not before there is something to write. */
function logWhenNeeded(subscriptions: vscode.Disposable[]): () => Log {
  let log: Log | undefined;
  return () => {
    if (!log) {
      const channel = vscode.window.createOutputChannel('SendKit', { log: true });
      subscriptions.push(channel);
      log = redactingLog(channel);
    }
    return log;
  };
}

async function showFailure(error: unknown, log: Log): Promise<void> {
  log.bug(error);
  const showLog = vscode.l10n.t('Show Log');
  const message = vscode.l10n.t('The SendKit extension could not be loaded. What you were doing can be tried again.');
  if ((await vscode.window.showErrorMessage(message, showLog)) === showLog) log.show();
}

function ignore(): void {
  // A failure has been shown by then.
}
