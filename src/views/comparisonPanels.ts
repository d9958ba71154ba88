import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import * as v from 'valibot';
import { MAX_SUBJECTS, MIN_SUBJECTS } from '../analytics/comparison';
import { listed } from '../analytics/joinedWords';
import { comparisonKey, type ComparedCampaign, type Comparisons, type ComparisonState } from '../campaigns/comparisons';
import type { CampaignStore } from '../campaigns/store';
import { comparedSchema } from '../report/comparedSchema';
import type { MessageFromPage, MessageToPage } from '../report/protocol';
import { COMMANDS } from './commandIds';
import { newPanel, showPage } from './panelFrame';

/** The open comparisons, one panel for the same campaigns over the same periods. */
export class ComparisonPanels implements vscode.Disposable {
  private readonly panels = new Map<string, vscode.WebviewPanel>();
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly comparisons: Comparisons,
    private readonly store: Pick<CampaignStore, 'get'>,
    private readonly extensionUri: vscode.Uri,
  ) {
    this.subscription = comparisons.onDidChange((key) => this.draw(key));
  }

  dispose(): void {
    this.subscription.dispose();
    for (const panel of this.panels.values()) panel.dispose();
  }

  /** Opens a comparison, or brings the open one to the front, and reads it. */
  open(compared: readonly ComparedCampaign[]): Promise<void> {
    const open = this.panels.get(comparisonKey(compared));
    if (open) open.reveal();
    else this.adopt(newPanel(l10n.t('Comparison'), this.extensionUri), compared);
    return this.comparisons.load(compared);
  }

  /** After a restart: read again when the page asks for it, that is when somebody looks at it. Tells whether the state is of a comparison. */
  restore(panel: vscode.WebviewPanel, state: unknown): boolean {
    const compared = comparedIn(state);
    if (!compared || this.panels.has(comparisonKey(compared))) return false;
    this.adopt(panel, compared);
    return true;
  }

  private adopt(panel: vscode.WebviewPanel, compared: readonly ComparedCampaign[]): void {
    const key = comparisonKey(compared);
    this.panels.set(key, panel);
    const subscription = showPage(panel, this.extensionUri, (message) => this.obey(compared, message));
    panel.onDidDispose(() => {
      this.panels.delete(key);
      this.comparisons.forget(key);
      subscription.dispose();
    });
  }

  private obey(compared: readonly ComparedCampaign[], message: MessageFromPage): void {
    switch (message.type) {
      case 'ready':
        if (this.comparisons.get(comparisonKey(compared))) this.draw(comparisonKey(compared));
        else void this.comparisons.load(compared);
        break;
      case 'refresh':
        void this.comparisons.load(compared);
        break;
      case 'cancel':
        this.comparisons.cancel(comparisonKey(compared));
        break;
      case 'selectPeriod':
        void this.replace(compared, message);
        break;
      case 'showMoment':
      case 'picture':
      case 'pictureCopied':
      case 'noPicture':
        break; // it has no past, and its charts stay where they are
      case 'selectWorkspace':
      case 'setApiKey':
      case 'openBaseUrlSetting':
      case 'showLog':
        void vscode.commands.executeCommand(COMMANDS[message.type]);
        break;
    }
  }

  /** The same campaigns over another period are another comparison, in the same panel's place. */
  private async replace(
    compared: readonly ComparedCampaign[],
    { period }: Extract<MessageFromPage, { type: 'selectPeriod' }>,
  ): Promise<void> {
    const others = compared.map((campaign) => ({ ...campaign, choice: period }));
    const before = this.panels.get(comparisonKey(compared));
    await this.open(others);
    if (before !== this.panels.get(comparisonKey(others))) before?.dispose();
  }

  /** What is sent to a hidden page is lost; it says `ready` when it is drawn again. */
  private draw(key: string): void {
    const panel = this.panels.get(key);
    const state = this.comparisons.get(key);
    if (!panel || !state) return;
    const names = state.compared.map(({ id }) => this.store.get(id)?.name ?? nameIn(state, id) ?? id);
    panel.title = l10n.t('Compare {0}', listed([...new Set(names)]));
    const { compared, loading, comparison, fetchedAt, problem } = state;
    const message: MessageToPage = {
      type: 'showComparison',
      view: {
        locale: vscode.env.language,
        strings: vscode.l10n.bundle ?? null,
        compared: compared.map(({ id, choice, workspace }) => ({ id, choice, workspace })),
        loading,
        comparison,
        fetchedAt,
        problem: problem && { message: problem.message, remedy: problem.remedy },
      },
    };
    void panel.webview.postMessage(message);
  }
}

function nameIn({ comparison }: Pick<ComparisonState, 'comparison'>, id: string): string | undefined {
  return comparison?.subjects.find(({ campaign }) => campaign.id === id)?.campaign.name;
}

const stateSchema = v.object({
  comparison: v.pipe(v.array(comparedSchema), v.minLength(MIN_SUBJECTS), v.maxLength(MAX_SUBJECTS)),
});

/** The comparison that a restored page kept in its state. */
function comparedIn(state: unknown): readonly ComparedCampaign[] | undefined {
  const result = v.safeParse(stateSchema, state);
  return result.success ? result.output.comparison : undefined;
}
