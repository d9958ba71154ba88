import * as vscode from 'vscode';
import type { ChartRef } from '../analytics/chartRef';
import { changeText } from '../analytics/changeWords';
import type { Format } from '../analytics/format';
import { SAMPLE_ID } from '../campaigns/sample';
import type { CampaignState, CampaignStore } from '../campaigns/store';
import { COMMANDS, REPORT_IN_FRONT_CONTEXT } from './commandIds';
import type { CampaignView } from './autoRefresh';
import { pictureToDraw, saveChart, tellCopied, tellNoPicture } from './chartPictures';
import { toExport } from './exportReport';
import type {
  MessageFromPage,
  MessageToPage,
  PictureUse,
  ReportSection,
  ReportView,
  ShowMessage,
} from '../report/protocol';
import { newPanel, showPage } from './panelFrame';
import type { PastReports } from './pastReports';
import type { SinceLastLook } from './sinceLastLook';
import { absentReportView, reportTitle, reportView, type Memories } from './reportView';

/** A list that a person can choose from; older ones are in the export of the history. */
const MOST_MOMENTS = 500;

/** The open reports, one panel a campaign. A hidden page is thrown away and drawn again from the store. */
export class ReportPanels implements vscode.WebviewPanelSerializer, CampaignView, vscode.Disposable {
  private readonly visibility = new vscode.EventEmitter<void>();
  readonly onDidChangeVisibility = this.visibility.event;
  private readonly panels = new Map<string, vscode.WebviewPanel>();
  /** Where a report is to be opened that is not drawn yet. */
  private readonly goingTo = new Map<string, ReportSection>();
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly store: CampaignStore,
    private readonly past: PastReports,
    private readonly lastLook: Pick<SinceLastLook, 'get' | 'onDidChange'>,
    private readonly format: Format,
    private readonly extensionUri: vscode.Uri,
  ) {
    this.subscription = vscode.Disposable.from(
      store.onDidChange((id) => {
        for (const openId of id === undefined ? this.panels.keys() : [id]) void this.draw(openId);
      }),
      past.onDidChange((id) => this.draw(id)),
      lastLook.onDidChange((id) => this.draw(id)),
    );
  }

  dispose(): void {
    this.subscription.dispose();
    this.visibility.dispose();
    for (const panel of this.panels.values()) panel.dispose();
  }

  visibleCampaigns(): readonly string[] {
    return [...this.panels].filter(([, panel]) => panel.visible).map(([id]) => id);
  }

  /** The campaign whose report is in front. */
  inFront(): string | undefined {
    return [...this.panels].find(([, panel]) => panel.active)?.[0];
  }

  private noticeView(): void {
    this.visibility.fire();
    void vscode.commands.executeCommand('setContext', REPORT_IN_FRONT_CONTEXT, this.inFront() !== undefined);
  }

  /** Opens the report of a campaign, or brings the open one to the front, at one of its sections if one is named. */
  open(id: string, section?: ReportSection): void {
    const open = this.panels.get(id);
    if (section !== undefined) this.goingTo.set(id, section);
    if (!open) {
      this.adopt(newPanel(this.titleOf(id), this.extensionUri), id);
      return;
    }
    // A page that was hidden says `ready` anew; one that is in front does not.
    if (open.visible) this.goTo(open, id);
    open.reveal();
  }

  private goTo(panel: vscode.WebviewPanel, id: string): void {
    const section = this.goingTo.get(id);
    this.goingTo.delete(id);
    if (section !== undefined) void panel.webview.postMessage({ type: 'goTo', section } satisfies MessageToPage);
  }

  /** After a restart: the last good figures, without asking SendKit. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const id = campaignIn(state);
    if (id === undefined || this.panels.has(id)) {
      panel.dispose();
      return;
    }
    if (id === SAMPLE_ID) {
      // In the list it stands behind the campaigns that were loaded before it.
      await this.store.ready();
      this.store.openSample();
    }
    this.adopt(panel, id);
  }

  private adopt(panel: vscode.WebviewPanel, id: string): void {
    this.panels.set(id, panel);
    panel.title = this.titleOf(id);
    const subscription = vscode.Disposable.from(
      this.store.showReport(id),
      this.past.follow(id),
      panel.onDidChangeViewState(() => this.noticeView()),
      showPage(panel, this.extensionUri, (message) => this.obey(panel, id, message)),
    );
    panel.onDidDispose(() => {
      this.panels.delete(id);
      this.store.cancel(id);
      this.noticeView();
      subscription.dispose();
    });
    // VS Code hands it over as soon as the page stands: sooner than the page's `ready` could come here and be answered.
    void this.draw(id);
    this.noticeView();
  }

  private obey(panel: vscode.WebviewPanel, id: string, message: MessageFromPage): void {
    switch (message.type) {
      case 'ready':
        void this.draw(id, { unlessShown: true });
        this.goTo(panel, id);
        break;
      case 'refresh':
        void this.store.load(id);
        break;
      case 'cancel':
        this.store.cancel(id);
        break;
      case 'selectPeriod':
        void this.store.selectPeriod(id, message.period);
        break;
      case 'showMoment':
        void this.past.show(id, message.at);
        break;
      case 'picture':
        void this.saveChart(message.chart, message.png, id);
        break;
      case 'pictureCopied':
        tellCopied();
        break;
      case 'noPicture':
        void tellNoPicture(message.chart, message.use);
        break;
      case 'selectWorkspace':
      case 'setApiKey':
      case 'openBaseUrlSetting':
      case 'showLog':
        void vscode.commands.executeCommand(COMMANDS[message.type]);
        break;
    }
  }

  /**
   * What is sent to a hidden page is lost; it says `ready` when it is drawn again. A page takes as long to stand as reading what
   * is kept: neither waits for the other.
   */
  private async draw(id: string, onlyIf: Pick<ShowMessage, 'unlessShown'> = {}): Promise<void> {
    await this.store.ready();
    const panel = this.panels.get(id);
    if (!panel) return;
    panel.title = this.titleOf(id);
    const message: ShowMessage = { type: 'show', view: this.viewOf(id), ...onlyIf };
    void panel.webview.postMessage(message);
  }

  private viewOf(id: string): ReportView {
    const language = { locale: vscode.env.language, strings: vscode.l10n.bundle ?? null };
    const state = this.stateOf(id);
    return state
      ? reportView(state, language, this.memoriesOf(id))
      : absentReportView(id, this.store.addressProblem(), language);
  }

  /** What the page says of the past beside the figures. */
  private memoriesOf(id: string): Memories {
    const { times, shown } = this.past.of(id);
    const changed = shown ? null : this.lastLook.get(id);
    return {
      moments: times.slice(0, MOST_MOMENTS),
      moment: shown?.fetchedAt ?? null,
      changed: changed && {
        since: changed.since,
        sentences: changed.changes.map((change) => changeText(change, this.format)),
      },
    };
  }

  /** What the report of a campaign shows, or would show: figures of now or of a moment of its past. */
  stateOf(id: string): CampaignState | undefined {
    return this.past.stateOf(id);
  }

  /** Saves a chart of the report in front: the PNG that its page made, else as SVG. */
  async saveChart(chart: ChartRef, png?: Uint8Array, id = this.inFront() ?? ''): Promise<void> {
    const report = toExport(this.stateOf(id), this.format);
    if (report) await saveChart(report, chart, png);
  }

  /** Has the page in front make a picture of one of its charts; its answer is a message. */
  drawPicture(chart: ChartRef, use: PictureUse): void {
    const id = this.inFront() ?? '';
    const report = toExport(this.stateOf(id), this.format);
    const message = report && pictureToDraw(report, chart, use);
    if (message) void this.panels.get(id)?.webview.postMessage(message);
  }

  /** Closes the report of a campaign, if it is open. */
  close(id: string): void {
    this.panels.get(id)?.dispose();
  }

  private titleOf(id: string): string {
    const state = this.stateOf(id);
    if (!state) return this.panels.get(id)?.title ?? 'SendKit';
    const moment = this.past.of(id).shown?.fetchedAt ?? null;
    const title = reportTitle(state, this.format);
    return moment === null ? title : `${title} · ${this.format.dateTime(moment)}`;
  }
}

/** The campaign that a restored page kept in its state. */
function campaignIn(state: unknown): string | undefined {
  const id = typeof state === 'object' && state !== null && 'campaign' in state ? state.campaign : undefined;
  return typeof id === 'string' && id !== '' && id.length <= 200 ? id : undefined;
}
