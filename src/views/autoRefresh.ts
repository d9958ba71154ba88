import * as vscode from 'vscode';
import type { Settings } from '../campaigns/settings';
import type { CampaignState, CampaignStore } from '../campaigns/store';
import { systemTiming, type Timing } from '../sendkit/timing';
import { windowFocus, type WindowFocus } from './windowFocus';

/** Something that shows campaigns, and which of them can be seen right now. */
export interface CampaignView {
  readonly visibleCampaigns: () => readonly string[] | 'all';
  readonly onDidChangeVisibility: vscode.Event<unknown>;
}

interface AutoRefreshOptions {
  readonly store: Pick<CampaignStore, 'list' | 'refreshAll' | 'cancel' | 'onDidChange'>;
  readonly settings: Pick<Settings, 'autoRefreshMinutes' | 'onDidChange'>;
  readonly views: readonly CampaignView[];
  readonly focus?: WindowFocus;
  readonly timing?: Pick<Timing, 'now' | 'random' | 'wait'>;
}

/** A refresh that is under way, and for whom; who cannot be seen any more leaves. */
interface Run {
  readonly ids: Set<string>;
  readonly cancel: AbortController;
}

const MINUTE = 60_000;
/** Windows that were opened together do not ask together. */
const JITTER = 0.1;

/**
 * Refreshes by the setting `sendkit.autoRefreshMinutes` what is worth it: active campaigns that somebody sees, while the
 * window has the focus. When nothing is, there is no timer, and what is under way is given up. After a 429 it asks the
 * client as ever, which sends nothing before SendKit's rest is over.
 */
export function autoRefresh({
  store,
  settings,
  views,
  focus = windowFocus,
  timing = systemTiming,
}: AutoRefreshOptions): vscode.Disposable {
  const startedAt = timing.now();
  /** Epoch milliseconds at which a campaign was last asked for, whatever came of it. */
  const askedAt = new Map<string, number>();
  let timer: AbortController | undefined;
  let run: Run | undefined;
  let disposed = false;

  const seen = (id: string): boolean => isSeen(views, id);
  const worthIt = (): CampaignState[] =>
    disposed || settings.autoRefreshMinutes() === 0 || !focus.focused()
      ? []
      : store.list().filter(({ id, sample, report }) => !sample && report?.campaign.status === 'active' && seen(id));

  /** The time at which the campaign that has waited longest was asked for. */
  const lastAskedAt = (states: readonly CampaignState[]): number =>
    Math.min(...states.map(({ id, fetchedAt }) => Math.max(startedAt, fetchedAt ?? 0, askedAt.get(id) ?? 0)));

  const refresh = async (states: readonly CampaignState[]): Promise<void> => {
    const { ids, cancel }: Run = { ids: new Set(states.map(({ id }) => id)), cancel: new AbortController() };
    run = { ids, cancel };
    const begunAt = timing.now();
    try {
      await store.refreshAll(({ id }) => ids.has(id), { signal: cancel.signal });
    } finally {
      run = undefined;
      if (!cancel.signal.aborted) for (const id of ids) askedAt.set(id, begunAt);
      update();
    }
  };

  const stopTimer = (): void => {
    timer?.abort();
    timer = undefined;
  };

  const startTimer = (states: readonly CampaignState[]): void => {
    const interval = settings.autoRefreshMinutes() * MINUTE * (1 + JITTER * (2 * timing.random() - 1));
    const left = lastAskedAt(states) + interval - timing.now();
    timer = new AbortController();
    const { signal } = timer;
    // A clock that was set back must not stretch the interval.
    void timing.wait(Math.min(Math.max(left, 0), interval), signal).then(() => {
      if (signal.aborted) return;
      timer = undefined;
      void refresh(worthIt());
    });
  };

  /** Gives up what nobody sees any more. */
  const cancelUnseen = ({ ids }: Run): void => {
    for (const id of ids) {
      if (seen(id)) continue;
      ids.delete(id);
      store.cancel(id);
    }
  };

  const update = (): void => {
    const states = worthIt();
    if (states.length === 0) {
      stopTimer();
      run?.cancel.abort();
    } else if (run) cancelUnseen(run);
    else if (!timer) startTimer(states);
  };

  /** What came into sight may have waited longer than what was there. */
  const updateAnew = (): void => {
    stopTimer();
    update();
  };

  const subscription = vscode.Disposable.from(
    store.onDidChange(update),
    settings.onDidChange(updateAnew),
    focus.onDidChange(update),
    ...views.map((view) => view.onDidChangeVisibility(updateAnew)),
  );
  update();
  return new vscode.Disposable(() => {
    disposed = true;
    subscription.dispose();
    update();
  });
}

/** Whether a campaign can be seen in any of the views. */
export function isSeen(views: readonly CampaignView[], id: string): boolean {
  return views.some((view) => {
    const visible = view.visibleCampaigns();
    return visible === 'all' || visible.includes(id);
  });
}
