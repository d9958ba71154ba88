import * as vscode from 'vscode';
import { changesOf, type Change } from '../analytics/changes';
import { reportOfAnswer } from '../campaigns/answerReport';
import type { History } from '../campaigns/history';
import { momentAt } from '../campaigns/moments';
import { originOf, type Settings } from '../campaigns/settings';
import type { CampaignState, CampaignStore } from '../campaigns/store';
import type { Look, Visits } from '../campaigns/visits';
import { isSeen, type CampaignView } from './autoRefresh';
import { windowFocus, type WindowFocus } from './windowFocus';

/** What is different from the figures of the visit before. */
export interface Changed {
  /** Epoch milliseconds of those figures. */
  readonly since: number;
  readonly changes: readonly Change[];
}

interface Options {
  readonly store: Pick<CampaignStore, 'list' | 'get' | 'onDidChange'>;
  readonly history: Pick<History, 'moments' | 'onDidChange'>;
  readonly settings: Settings;
  readonly visits: Visits;
  readonly focus?: WindowFocus;
}

/** Says of each campaign what has changed since somebody last looked at it, in the tree or in its report. */
export class SinceLastLook implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<string>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: vscode.Disposable[] = [];
  private views: readonly CampaignView[] = [];
  private readonly found = new Map<string, Changed | null>();
  /** What is being compared, or was: the figures of now, and the time of those before. */
  private readonly compared = new Map<string, { readonly report: CampaignState['report']; readonly since: number }>();
  private readonly looking = new Set<string>();
  private disposed = false;

  constructor(private readonly options: Options) {}

  /** Resolves when it is known what was looked at before; from then on looks happen in these views. */
  async watch(views: readonly CampaignView[]): Promise<void> {
    const { store, history, visits, focus = windowFocus } = this.options;
    await visits.read();
    if (this.disposed) return;
    const update = (): void => this.update(store.list());
    this.views = views;
    this.subscriptions.push(
      store.onDidChange((id) => {
        if (id === undefined) this.forgetRemoved();
        this.update(id === undefined ? store.list() : listOf(store.get(id)));
      }),
      focus.onDidChange(async () => {
        // Meanwhile somebody has looked in another window.
        if (focus.focused()) await visits.read();
        update();
      }),
      history.onDidChange((id) => {
        this.compared.delete(id);
        this.update(listOf(store.get(id)));
      }),
      ...views.map((view) => view.onDidChangeVisibility(update)),
    );
    update();
  }

  dispose(): void {
    this.disposed = true;
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }

  /** `null` where nothing has, or nothing is known of before. */
  get(id: string): Changed | null {
    return this.found.get(id) ?? null;
  }

  /** One that is loaded again is looked at anew. */
  private forgetRemoved(): void {
    for (const known of [this.found, this.compared, this.looking]) {
      for (const id of known.keys()) if (!this.options.store.get(id)) known.delete(id);
    }
  }

  private update(states: readonly CampaignState[]): void {
    const { settings, visits, focus = windowFocus } = this.options;
    const origin = originOf(settings);
    if (origin === undefined) return;
    const focused = focus.focused();
    const looks = states.flatMap(({ id, sample, fetchedAt }): Look[] => {
      if (sample || fetchedAt === null) return [];
      const campaign = { origin, id };
      const still = this.looking.has(id);
      const isLookedAt = focused && isSeen(this.views, id);
      if (isLookedAt) this.looking.add(id);
      else this.looking.delete(id);
      // Nothing new is seen by going on looking; who looks away has looked until now.
      if (still && isLookedAt && visits.get(campaign)?.seen === fetchedAt) return [];
      return still || isLookedAt ? [{ campaign, seen: fetchedAt, still }] : [];
    });
    visits.look(looks);
    for (const state of states) void this.compare(state, origin);
  }

  private async compare({ id, report, fetchedAt, period }: CampaignState, origin: string): Promise<void> {
    const { settings, visits, history, store } = this.options;
    const since = visits.get({ origin, id })?.since;
    if (since === undefined || report === null || fetchedAt === null) return;
    const last = this.compared.get(id);
    if (last?.report === report && last.since === since) return;
    const now = { report, since };
    this.compared.set(id, now);
    const then = fetchedAt > since ? momentAt(await history.moments(id), since, period) : undefined;
    // Something newer is being compared, or the campaign is gone.
    if (this.compared.get(id) !== now || store.get(id)?.report !== report) return;
    const changes = then ? changesOf(reportOfAnswer(id, then.answer, settings), report) : [];
    const before = this.get(id);
    this.found.set(id, changes.length > 0 ? { since, changes } : null);
    if (before !== null || changes.length > 0) this.changed.fire(id);
  }
}

function listOf(state: CampaignState | undefined): readonly CampaignState[] {
  return state ? [state] : [];
}
