import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Format } from '../analytics/format';
import type { PinnedCampaign } from '../campaigns/pinnedCampaign';
import type { CampaignStore } from '../campaigns/store';
import type { CampaignView } from './autoRefresh';
import { COMMANDS } from './commandIds';
import { plainTooltip } from './plainText';
import { statusBarLook } from './statusBarModel';

interface StatusBarOptions {
  readonly store: CampaignStore;
  readonly pinned: PinnedCampaign;
  readonly format: Format;
}

/** The pinned campaign in the status bar; nothing while none is pinned, or it is not among the loaded ones. */
export class StatusBar implements CampaignView, vscode.Disposable {
  readonly onDidChangeVisibility: vscode.Event<unknown>;
  private readonly subscription: vscode.Disposable;
  private item: vscode.StatusBarItem | undefined;

  constructor(private readonly options: StatusBarOptions) {
    const { store, pinned } = options;
    this.onDidChangeVisibility = pinned.onDidChange;
    this.subscription = vscode.Disposable.from(
      pinned.onDidChange(() => this.draw()),
      store.onDidChange((id) => {
        if (id === undefined || id === pinned.id) this.draw();
      }),
    );
    this.draw();
  }

  dispose(): void {
    this.subscription.dispose();
    this.item?.dispose();
  }

  visibleCampaigns(): readonly string[] {
    const { id } = this.options.pinned;
    return id === undefined ? [] : [id];
  }

  /** The item, for as long as there is something to show. */
  get shown(): vscode.StatusBarItem | undefined {
    return this.item;
  }

  private draw(): void {
    const { store, pinned, format } = this.options;
    const { id } = pinned;
    // What was pinned before a restart is read from disk.
    if (id !== undefined) void store.ready();
    const state = id === undefined ? undefined : store.get(id);
    if (!state) {
      this.item?.dispose();
      this.item = undefined;
      return;
    }
    const { text, tooltip, spoken } = statusBarLook(state, { format, now: Date.now() });
    this.item ??= newItem();
    this.item.text = text;
    this.item.tooltip = plainTooltip(tooltip);
    this.item.accessibilityInformation = { label: spoken, role: 'button' };
    this.item.command = { command: COMMANDS.openReport, title: '', arguments: [{ campaignId: state.id }] };
    this.item.show();
  }
}

function newItem(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('sendkit.pinnedCampaign', vscode.StatusBarAlignment.Left);
  item.name = l10n.t('Pinned SendKit Campaign');
  return item;
}
