import * as vscode from 'vscode';
import { reportOfAnswer } from '../campaigns/answerReport';
import type { History } from '../campaigns/history';
import { momentAt, sameChoice } from '../campaigns/moments';
import type { Settings } from '../campaigns/settings';
import type { CampaignState, CampaignStore } from '../campaigns/store';

interface Options {
  readonly store: Pick<CampaignStore, 'get' | 'onDidChange'>;
  readonly history: Pick<History, 'moments' | 'onDidChange'>;
  readonly settings: Settings;
}

/** Of the choice of days that the report shows. */
interface Past {
  /** Epoch milliseconds, the newest first. */
  readonly times: readonly number[];
  /** What is shown instead of the figures of now. */
  readonly shown: Pick<CampaignState, 'period' | 'report' | 'fetchedAt'> | null;
}

const NO_PAST: Past = { times: [], shown: null };

/** The moments of their past that open reports can be set back to, and those that they are set back to. */
export class PastReports implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<string>();
  readonly onDidChange = this.changed.event;
  private readonly pasts = new Map<string, Past>();
  private readonly subscription: vscode.Disposable;

  constructor(private readonly options: Options) {
    const { store, history } = options;
    this.subscription = vscode.Disposable.from(
      history.onDidChange((id) => void this.read(id)),
      store.onDidChange((id) => {
        // Other days have another past, and a report of other settings other rates.
        for (const followed of id === undefined ? [...this.pasts.keys()] : [id]) void this.read(followed);
      }),
    );
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, this.changed).dispose();
  }

  /** Knows a campaign's past until this is disposed of. */
  follow(id: string): vscode.Disposable {
    this.pasts.set(id, NO_PAST);
    void this.read(id);
    return new vscode.Disposable(() => this.pasts.delete(id));
  }

  of(id: string): Past {
    return this.pasts.get(id) ?? NO_PAST;
  }

  /** What the campaign's report shows: the figures of now, or of the moment that it is set back to. */
  stateOf(id: string): CampaignState | undefined {
    const state = this.options.store.get(id);
    const { shown } = this.of(id);
    return state && shown ? { ...state, ...shown, problem: null } : state;
  }

  /** Sets a report back to a moment, or to now. */
  async show(id: string, at: number | null): Promise<void> {
    await this.read(id, at);
  }

  private async read(id: string, at: number | null = this.of(id).shown?.fetchedAt ?? null): Promise<void> {
    const { store, history, settings } = this.options;
    const period = store.get(id)?.period;
    if (!period || !this.pasts.has(id)) return;
    const moments = sameChoice(await history.moments(id), period);
    if (!this.pasts.has(id)) return;
    const moment = at === null ? undefined : momentAt(moments, at, period);
    const before = this.of(id);
    const now: Past = {
      times: moments.map(({ answer }) => answer.fetchedAt).reverse(),
      shown: moment
        ? { period, report: reportOfAnswer(id, moment.answer, settings), fetchedAt: moment.answer.fetchedAt }
        : null,
    };
    this.pasts.set(id, now);
    if (now.shown !== before.shown || now.times.join() !== before.times.join()) this.changed.fire(id);
  }
}
