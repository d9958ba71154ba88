import * as vscode from 'vscode';
import type { Settings } from '../campaigns/settings';
import type { CampaignState, CampaignStore } from '../campaigns/store';

/** Something that shows campaigns, and which of them can be seen right now. */
export interface CampaignView {
  readonly visibleCampaigns: () => readonly string[] | 'all';
  readonly onDidChangeVisibility: vscode.Event<unknown>;
}

interface AutoRefreshOptions {
  readonly store: CampaignStore;
  readonly settings: Settings;
  readonly views: readonly CampaignView[];
  readonly random?: () => number;
}

const MINUTE = 60_000;
/** Windows that were opened together do not ask together. */
const JITTER = 0.1;

/**
 * Refreshes by the setting `sendkit.autoRefreshMinutes` what is worth it: active campaigns that somebody sees, while the
 * window has the focus. When nothing is, there is no timer.
 */
export function autoRefresh({ store, settings, views, random = Math.random }: AutoRefreshOptions): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;
  let lastRun = Date.now();

  const isWorthIt = (state: CampaignState): boolean =>
    !state.sample && state.report?.campaign.status === 'active' && views.some((view) => shows(view, state.id));

  const run = async (): Promise<void> => {
    timer = undefined;
    running = new AbortController();
    lastRun = Date.now();
    try {
      await store.refreshAll(isWorthIt, running.signal);
    } finally {
      running = undefined;
      schedule();
    }
  };

  const schedule = (): void => {
    const minutes = settings.autoRefreshMinutes();
    const wanted = minutes > 0 && vscode.window.state.focused && store.list().some(isWorthIt);
    if (!wanted) {
      clearTimeout(timer);
      timer = undefined;
      running?.abort();
    }
    if (!wanted || running || timer !== undefined) return;
    const interval = minutes * MINUTE * (1 + JITTER * (2 * random() - 1));
    timer = setTimeout(() => void run(), Math.max(0, lastRun + interval - Date.now()));
  };

  const again = (): void => {
    clearTimeout(timer);
    timer = undefined;
    schedule();
  };

  const subscription = vscode.Disposable.from(
    store.onDidChange(schedule),
    settings.onDidChange(again),
    vscode.window.onDidChangeWindowState(schedule),
    ...views.map((view) => view.onDidChangeVisibility(schedule)),
    { dispose: () => clearTimeout(timer) },
  );
  schedule();
  return subscription;
}

function shows(view: CampaignView, id: string): boolean {
  const visible = view.visibleCampaigns();
  return visible === 'all' || visible.includes(id);
}
