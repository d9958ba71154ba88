import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import * as vscode from 'vscode';
import type { ChartRef } from '../analytics/chartRef';
import type { Format } from '../analytics/format';
import { parseCampaignId } from '../campaigns/campaignId';
import type { CampaignSearch } from '../campaigns/campaignSearch';
import type { Credentials } from '../campaigns/credentials';
import type { History } from '../campaigns/history';
import type { Log } from '../campaigns/log';
import { problemFrom, type Remedy } from '../campaigns/problem';
import { SAMPLE_ID } from '../campaigns/sample';
import type { Settings } from '../campaigns/settings';
import { SETTING_KEYS, SETTINGS_SECTION } from '../campaigns/settingKeys';
import type { PinnedCampaign } from '../campaigns/pinnedCampaign';
import type { CampaignStore } from '../campaigns/store';
import { isWorkspacePart, type WorkspacePart } from '../campaigns/workspaceParts';
import type { Workspaces } from '../campaigns/workspaces';
import type { WorkspaceStore } from '../campaigns/workspaceStore';
import { chartSchema } from '../report/chartSchema';
import { promptForApiKey } from './apiKeyPrompt';
import { pickCampaign } from './campaignPicker';
import type { CampaignsTree } from './campaignsTree';
import { COMMANDS } from './commandIds';
import type { ComparisonPanels } from './comparisonPanels';
import { pickComparison } from './comparisonPicker';
import type { ReportPanels } from './reportPanels';
import { withoutLinks } from './plainText';
import { campaignInLink, reportLink } from './reportLink';
import type { ReportTexts } from './reportText';
import { deleteHistory } from './deleteHistory';
import { exportHistory } from './exportHistory';
import { copyReport, exportReport, toExport } from './exportReport';
import type { ReportToExport } from './exportModel';
import { pickLoaded } from './loadedPicker';
import { createTestFile } from './newTestFile';
import { recordDecision } from './recordDecision';
import { planTest } from './testPlanner';
import { pickWorkspace } from './workspacePicker';

interface Workbench {
  readonly store: CampaignStore;
  readonly search: CampaignSearch;
  readonly credentials: Credentials;
  readonly workspaces: Workspaces;
  readonly workspace: WorkspaceStore;
  readonly pinned: PinnedCampaign;
  readonly tree: CampaignsTree;
  readonly panels: ReportPanels;
  readonly texts: ReportTexts;
  readonly history: History;
  readonly settings: Settings;
  readonly comparisons: ComparisonPanels;
  readonly extensionUri: vscode.Uri;
  readonly format: Format;
  readonly log: Log;
}

/** What every command does, under its name in `COMMANDS`, and what a link does, given its path; none of them rejects. */
export type Commands = Readonly<Record<CommandName, (argument?: unknown) => Promise<void>>>;

type CommandName = keyof typeof COMMANDS | 'openLink';

export function createCommands({
  store,
  search,
  credentials,
  workspaces,
  workspace,
  pinned,
  tree,
  panels,
  texts,
  history,
  settings,
  comparisons,
  extensionUri,
  format,
  log,
}: Workbench): Commands {
  async function show(id: string): Promise<void> {
    panels.open(id);
    await load(id);
  }

  async function load(id: string): Promise<void> {
    const loading = store.load(id);
    await tree.reveal(id);
    await loading;
    await tree.reveal(id);
  }

  async function setApiKey(): Promise<boolean> {
    return promptForApiKey(credentials);
  }

  /** Asks for a key where there is none; an address that cannot have one is the report's to explain. */
  async function hasKey(): Promise<boolean> {
    return (await credentials.readKeyState()) !== 'missing' || (await setApiKey());
  }

  /** Asks for a key, and for a workspace, where one is missing. */
  async function hasAccess(): Promise<boolean> {
    if (!(await hasKey())) return false;
    return !(await credentials.needsWorkspace()) || pickWorkspace(credentials, workspaces);
  }

  function idIn(text: string): string | undefined {
    const parsed = parseCampaignId(text);
    if (parsed.ok) return parsed.id;
    tell(parsed.reason);
    return undefined;
  }

  /** Of a row, of the report in front, or whichever a person picks. */
  async function shownId(row: unknown, title: string): Promise<string | undefined> {
    await store.ready();
    return campaignsIn(row)[0] ?? panels.inFront() ?? (await pickLoaded(store, title));
  }

  /** Anybody can make a link: what it would load is asked first. */
  async function isWanted(id: string): Promise<boolean> {
    const load = l10n.t('Load');
    const { origin } = credentials.requireBaseUrl();
    const question = l10n.t('A link wants to load the campaign “{0}” from {1}.', withoutLinks(id), origin);
    return (await vscode.window.showInformationMessage(question, { modal: true }, load)) === load;
  }

  async function pickedId(): Promise<string | undefined> {
    await store.ready();
    if (store.list().length === 0 && !(await hasAccess())) return undefined;
    return pickCampaign({ loaded: store.list(), search, format });
  }

  /** Exports the campaign of a row, or of the report in front, or one that is picked. */
  async function withReport(
    row: unknown,
    title: string,
    run: (report: ReportToExport) => Promise<void>,
  ): Promise<void> {
    const id = await shownId(row, title);
    if (id === undefined) return;
    await store.complete(id);
    const report = toExport(panels.stateOf(id), format);
    if (report) await run(report);
  }

  const commands: Record<CommandName, (argument?: unknown) => unknown> = {
    async showCampaignAnalytics(argument) {
      const id = typeof argument === 'string' ? idIn(argument) : await pickedId();
      if (id === undefined) return;
      if (id !== SAMPLE_ID && !store.get(id)?.report && !(await hasAccess())) return;
      await show(id);
    },

    setApiKey,

    async selectWorkspace() {
      if (!(await hasKey())) return;
      await pickWorkspace(credentials, workspaces);
    },

    async removeApiKey() {
      const baseUrl = credentials.requireBaseUrl();
      await credentials.remove(baseUrl);
      void vscode.window.showInformationMessage(l10n.t('The API key for {0} was removed.', baseUrl.origin));
    },

    refresh: () => store.refreshAll(),

    async openSampleCampaign() {
      store.openSample();
      await show(SAMPLE_ID);
    },

    async openLink(path) {
      const named = campaignInLink(path);
      if (named === undefined) tell(l10n.t('This link leads to no campaign.'));
      const id = named === undefined ? undefined : idIn(named);
      if (id === undefined) return;
      await store.ready();
      if (store.get(id) || (await isWanted(id))) await commands.openReport({ campaignId: id });
    },

    async copyReportLink(row) {
      const id = await shownId(row, l10n.t('Copy Link to Report'));
      if (id === undefined) return;
      await vscode.env.clipboard.writeText(reportLink(id));
      vscode.window.setStatusBarMessage(l10n.t('$(check) The link was copied'), 4000);
    },

    async openReportAsText(row) {
      const id = await shownId(row, l10n.t('Open Report as Text'));
      if (id === undefined) return;
      await store.complete(id);
      await texts.open(id);
    },

    async exportHistory(row) {
      const id = await shownId(row, l10n.t('Export History'));
      if (id !== undefined) await exportHistory({ id, name: store.get(id)?.name ?? id, history, settings, format });
    },
    async deleteHistory(row) {
      const id = await shownId(row, l10n.t('Delete History'));
      if (id !== undefined) await deleteHistory(id, store.get(id)?.name ?? id, history);
    },
    exportReport: (row) => withReport(row, l10n.t('Export Report'), (report) => exportReport(report, extensionUri)),
    copyReport: (row) => withReport(row, l10n.t('Copy as Markdown'), copyReport),

    saveChartSvg: (chart) => withChart(chart, (ref) => panels.saveChart(ref)),
    saveChartPng: (chart) => withChart(chart, (ref) => panels.drawPicture(ref, 'save')),
    copyChart: (chart) => withChart(chart, (ref) => panels.drawPicture(ref, 'copy')),

    async compareCampaigns(row) {
      await store.ready();
      if (!(await hasAccess())) return;
      const picked = await pickComparison({ loaded: store.list(), search, format, picked: campaignsIn(row) });
      if (picked)
        await comparisons.open(picked.map((subject) => ({ ...subject, workspace: store.workspaceOf(subject.id) })));
    },

    planTest: (row) => planTest({ store, format, id: campaignsIn(row)[0] }),

    newTestFile: (row) => createTestFile(store, format, campaignsIn(row)[0]),

    recordDecision: (uri) => recordDecision(store, format, uri),

    showLog: () => log.show(),

    openBaseUrlSetting: () =>
      vscode.commands.executeCommand(
        'workbench.action.openSettings',
        `@id:${SETTINGS_SECTION}.${SETTING_KEYS.apiBaseUrl}`,
      ),

    openReport: (row) =>
      withCampaign(row, async (id) => {
        panels.open(id);
        await store.ready();
        return store.get(id)?.report ? store.complete(id) : commands.showCampaignAnalytics(id);
      }),
    refreshCampaign: (row) => withCampaign(row, (id) => store.load(id)),
    cancelLoading: (row) => withCampaign(row, (id) => store.cancel(id)),
    removeCampaign: (row) =>
      withCampaign(row, (id) => {
        panels.close(id);
        return store.remove(id);
      }),
    copyCampaignId: (row) => withCampaign(row, (id) => vscode.env.clipboard.writeText(id)),
    loadCampaign: (row) =>
      withCampaign(row, async (id) => {
        if (id === SAMPLE_ID || (await hasAccess())) await load(id);
      }),

    refreshWorkspace: () => workspace.refresh(),
    loadMore: (row) => withPart(row, (part) => workspace.goOn(part)),

    pinCampaign: (row) => withCampaign(row, (id) => pinned.pin(id)),
    unpinCampaign: () => pinned.unpin(),
  };

  /** What a command did not expect is a bug: logged with its stack, shown as one line. */
  const guarded =
    (run: (argument?: unknown) => unknown) =>
    async (argument?: unknown): Promise<void> => {
      try {
        await run(argument);
      } catch (error) {
        const { kind, message, remedy } = problemFrom(error);
        if (kind === 'unexpected') log.bug(error);
        tell(message, remedy === 'refresh' ? 'showLog' : remedy);
      }
    };

  return Object.fromEntries(Object.entries(commands).map(([name, run]) => [name, guarded(run)])) as Commands;
}

/** Runs on the campaign of a tree row. */
function withCampaign(row: unknown, run: (id: string) => unknown): unknown {
  const [id] = campaignsIn(row);
  return id === undefined ? undefined : run(id);
}

/** The campaign of a tree row, or none for what is no row. */
function campaignsIn(row: unknown): string[] {
  const isRow = typeof row === 'object' && row !== null && 'campaignId' in row && typeof row.campaignId === 'string';
  return isRow ? [row.campaignId as string] : [];
}

/** Runs on the chart that the page told VS Code is under the pointer. */
function withChart(about: unknown, run: (chart: ChartRef) => unknown): unknown {
  const { success, output } = v.safeParse(chartSchema, about);
  return success ? run(output) : undefined;
}

/** Runs on the part of the workspace that a tree row belongs to. */
function withPart(row: unknown, run: (part: WorkspacePart) => unknown): unknown {
  const part = typeof row === 'object' && row !== null && 'part' in row ? row.part : undefined;
  return isWorkspacePart(part) ? run(part) : undefined;
}

/** One line that the views cannot show. Not awaited: nobody has to answer it. */
function tell(message: string, remedy?: 'showLog' | Exclude<Remedy, 'refresh'>): void {
  const actions = {
    showLog: l10n.t('Show Log'),
    setApiKey: l10n.t('Set API Key'),
    selectWorkspace: l10n.t('Select Workspace'),
    openBaseUrlSetting: l10n.t('Open Setting'),
  };
  void vscode.window.showErrorMessage(message, ...(remedy ? [actions[remedy]] : [])).then((chosen) => {
    if (remedy && chosen !== undefined) void vscode.commands.executeCommand(COMMANDS[remedy]);
  });
}
