import * as vscode from 'vscode';
import { comparisonOf, MIN_SUBJECTS, type Comparison } from '../analytics/comparison';
import type { PeriodChoice } from '../analytics/period';
import { figuresOfStated, type EngagementBase } from '../analytics/figures';
import type { Rate } from '../analytics/rate';
import type { SendKitClient } from '../sendkit/client';
import { SendKitError } from '../sendkit/errors';
import type { Overview } from '../sendkit/schemas';
import type { WorkspaceRef } from './answer';
import type { CampaignReader, ReadCampaign } from './campaignReader';
import type { Credentials } from './credentials';
import type { Log } from './log';
import { problemFrom, type Problem } from './problem';
import type { Settings } from './settings';

/** A campaign over a period, as a comparison asks for it. */
export interface ComparedCampaign {
  readonly id: string;
  /** Where it was asked for the last time; the chosen one where nobody knows. */
  readonly workspace: WorkspaceRef | null;
  readonly choice: PeriodChoice;
}

/** What a comparison's panel shows. */
export interface ComparisonState {
  readonly compared: readonly ComparedCampaign[];
  readonly loading: boolean;
  /** Of those that could be read, when they are at least two. */
  readonly comparison: Comparison | null;
  /** Epoch milliseconds of the oldest answer in it. */
  readonly fetchedAt: number | null;
  /** Why one of them, or all, could not be read. */
  readonly problem: Problem | null;
}

/** What was read when there last was enough of it. */
interface Read {
  readonly campaigns: readonly ReadCampaign[];
  /** Of the workspace; `null` where it could not be had. */
  readonly overview: Overview | null;
}

interface Entry {
  readonly compared: readonly ComparedCampaign[];
  state: ComparisonState;
  read?: Read;
  request?: AbortController | undefined;
}

interface ComparisonsOptions {
  readonly client: Pick<SendKitClient, 'overview'>;
  readonly credentials: Pick<Credentials, 'access'>;
  readonly settings: Pick<Settings, 'rateBase' | 'onDidChange'>;
  readonly read: CampaignReader;
  readonly log: Pick<Log, 'bug'>;
}

/** The comparisons that are open. They are read anew when opened, and never kept on disk. */
export class Comparisons implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<string>();
  /** The key of the comparison that changed. */
  readonly onDidChange = this.changed.event;
  private readonly entries = new Map<string, Entry>();
  private readonly subscription: vscode.Disposable;

  constructor(private readonly options: ComparisonsOptions) {
    this.subscription = options.settings.onDidChange(({ meaning }) => {
      if (meaning) for (const [key, entry] of this.entries) this.show(key, entry, this.withMeaning(entry));
    });
  }

  dispose(): void {
    this.subscription.dispose();
    for (const { request } of this.entries.values()) request?.abort();
    this.changed.dispose();
  }

  get(key: string): ComparisonState | undefined {
    return this.entries.get(key)?.state;
  }

  /** Begins, or begins anew, what a panel shows; resolves when all has been read. Never rejects. */
  async load(compared: readonly ComparedCampaign[]): Promise<void> {
    const key = comparisonKey(compared);
    const entry = this.entries.get(key) ?? { compared, state: nothingYet(compared) };
    this.entries.set(key, entry);
    entry.request?.abort();
    const request = new AbortController();
    entry.request = request;
    this.show(key, entry, { ...entry.state, loading: true });
    const [answers, overview] = await Promise.all([
      Promise.all(compared.map((campaign) => this.read(campaign, request.signal))),
      this.overview(compared[0]?.workspace ?? null, request.signal),
    ]);
    if (entry.request !== request) return;
    entry.request = undefined;
    const campaigns = answers.filter((answer): answer is ReadCampaign => 'report' in answer);
    const problem = answers.find((answer): answer is Problem => !('report' in answer)) ?? null;
    const isEnough = campaigns.length >= MIN_SUBJECTS;
    if (isEnough) entry.read = { campaigns, overview };
    // What was compared before stays where nothing new can be.
    this.show(key, entry, { ...(isEnough ? this.withMeaning(entry) : entry.state), loading: false, problem });
  }

  cancel(key: string): void {
    this.entries.get(key)?.request?.abort();
  }

  forget(key: string): void {
    this.cancel(key);
    this.entries.delete(key);
  }

  private show(key: string, entry: Entry, state: ComparisonState): void {
    entry.state = state;
    if (this.entries.get(key) === entry) this.changed.fire(key);
  }

  /** What was read, under the present settings. */
  private withMeaning({ state, read }: Entry): ComparisonState {
    if (!read) return state;
    const base = this.options.settings.rateBase();
    const subjects = read.campaigns.map(({ report: { campaign, period, figures, positiveReplied } }) => ({
      ...{ campaign, period, figures, positiveReplied },
    }));
    return {
      ...state,
      comparison: comparisonOf(subjects, base, read.overview && workspaceReplies(read.overview, base)),
      fetchedAt: Math.min(...read.campaigns.map(({ fetchedAt }) => fetchedAt)),
    };
  }

  private async read(campaign: ComparedCampaign, signal: AbortSignal): Promise<ReadCampaign | Problem> {
    try {
      return await this.options.read(campaign, signal);
    } catch (error) {
      if (!SendKitError.is(error) && !signal.aborted) this.options.log.bug(error);
      return problemFrom(signal.aborted ? new SendKitError({ kind: 'cancelled' }) : error);
    }
  }

  /** What small campaigns are drawn towards; a comparison does without where it cannot be had. */
  private async overview(workspace: WorkspaceRef | null, signal: AbortSignal): Promise<Overview | null> {
    try {
      const access = await this.options.credentials.access(workspace);
      return (await this.options.client.overview(access, signal)).value;
    } catch (error) {
      if (!SendKitError.is(error) && !signal.aborted) this.options.log.bug(error);
      return null;
    }
  }
}

/** The workspace's reply rate. */
function workspaceReplies(overview: Overview, base: EngagementBase): Rate | null {
  return figuresOfStated({ ...overview, delivered: null, unsubscribed: null }, base).replied.rate;
}

/** The same campaigns over the same periods are the same comparison. */
export function comparisonKey(compared: readonly ComparedCampaign[]): string {
  return JSON.stringify(compared.map(({ id, choice }) => [id, choice]));
}

function nothingYet(compared: readonly ComparedCampaign[]): ComparisonState {
  return { compared, loading: false, comparison: null, fetchedAt: null, problem: null };
}
