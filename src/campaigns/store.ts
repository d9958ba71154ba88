import pLimit from 'p-limit';
import * as vscode from 'vscode';
import { reportOf, type CampaignReport } from '../analytics/report';
import type { SendKitClient } from '../sendkit/client';
import { SendKitError } from '../sendkit/errors';
import type { Answer } from './answer';
import type { Credentials } from './credentials';
import type { Log } from './log';
import { problemFrom, type Problem } from './problem';
import { SAMPLE_ID, sampleAnswerOf } from './sample';
import { originOf, type Settings } from './settings';
import type { Snapshot } from './snapshot';
import type { SnapshotFolder } from './snapshotFolder';

/** Requests under way at once. */
const MAX_CONCURRENT = 3;

/** What every view shows of one campaign. A `problem` beside a `report` means that the report is an older one. */
export interface CampaignState {
  readonly id: string;
  readonly name: string;
  readonly sample: boolean;
  readonly loading: boolean;
  readonly report: CampaignReport | null;
  /** Epoch milliseconds of the answer behind `report`. */
  readonly fetchedAt: number | null;
  readonly problem: Problem | null;
}

interface Entry {
  readonly id: string;
  readonly origin: string | undefined;
  readonly loadedAt: number;
  answer?: Answer;
  problem?: Problem | undefined;
  request?: { readonly done: Promise<void>; readonly cancel: AbortController } | undefined;
  state?: CampaignState | undefined;
}

/** The campaigns that the user loaded: the last good answer of each, and what is being asked. Views never fetch; they ask here. */
export class CampaignStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<string | undefined>();
  /** The id of the campaign that changed, or `undefined` when the list did. */
  readonly onDidChange = this.changed.event;

  private readonly limit = pLimit(MAX_CONCURRENT);
  private readonly subscription: vscode.Disposable;
  private entries = new Map<string, Entry>();
  private reading: Promise<void> | undefined;

  constructor(
    private readonly client: Pick<SendKitClient, 'campaignAnalytics'>,
    private readonly credentials: Pick<Credentials, 'access'>,
    private readonly settings: Settings,
    private readonly snapshots: SnapshotFolder,
    private readonly log: Log,
    private readonly now: () => number = Date.now,
  ) {
    this.subscription = settings.onDidChange(({ baseUrl }) => (baseUrl ? this.startAnew() : this.redraw()));
  }

  dispose(): void {
    for (const entry of this.entries.values()) entry.request?.cancel.abort();
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** Resolves when what is kept on disk has been read; the first call reads it. */
  ready(): Promise<void> {
    this.reading ??= this.readSnapshots();
    return this.reading;
  }

  /** In the order in which they were loaded. */
  list(): CampaignState[] {
    return [...this.entries.values()].map((entry) => this.stateOf(entry));
  }

  get(id: string): CampaignState | undefined {
    const entry = this.entries.get(id);
    return entry && this.stateOf(entry);
  }

  /** Asks SendKit for a campaign and keeps it in the list. Never rejects: what goes wrong is the campaign's `problem`. */
  async load(id: string): Promise<CampaignState> {
    if (id === SAMPLE_ID) return this.openSample();
    await this.ready();
    let entry = this.entries.get(id);
    if (!entry) {
      entry = { id, origin: originOf(this.settings), loadedAt: this.now() };
      this.entries.set(id, entry);
    }
    entry.request ??= this.request(entry);
    await entry.request.done;
    return this.stateOf(entry);
  }

  /** Asks again for every campaign, or for those whose problem satisfies a condition. */
  async refreshAll(where: (state: CampaignState) => boolean = () => true): Promise<void> {
    await this.ready();
    await Promise.all(
      this.list()
        .filter((state) => !state.sample && where(state))
        .map(({ id }) => this.load(id)),
    );
  }

  /** Stops the request under way; the last good figures stay. */
  cancel(id: string): void {
    this.entries.get(id)?.request?.cancel.abort();
  }

  async remove(id: string): Promise<void> {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.entries.delete(id);
    entry.request?.cancel.abort();
    this.changed.fire(undefined);
    if (entry.origin !== undefined) await this.snapshots.remove({ id, origin: entry.origin });
  }

  /** Needs no key and no network. */
  openSample(): CampaignState {
    let entry = this.entries.get(SAMPLE_ID);
    if (!entry) {
      entry = { id: SAMPLE_ID, origin: undefined, loadedAt: this.now(), answer: sampleAnswerOf(this.now()) };
      this.entries.set(SAMPLE_ID, entry);
      this.changed.fire(undefined);
    }
    return this.stateOf(entry);
  }

  private request(entry: Entry): NonNullable<Entry['request']> {
    const cancel = new AbortController();
    const done = this.limit(() => this.ask(entry, cancel.signal)).finally(() => {
      entry.request = undefined;
      this.announce(entry);
    });
    queueMicrotask(() => this.announce(entry));
    return { done, cancel };
  }

  private async ask(entry: Entry, signal: AbortSignal): Promise<void> {
    try {
      signal.throwIfAborted();
      const access = await this.credentials.access();
      const answer = await this.client.campaignAnalytics(access, entry.id, signal);
      if (!this.isCurrent(entry)) return;
      entry.answer = { ...answer, fetchedAt: this.now() };
      entry.problem = undefined;
      await this.keep(entry, access.baseUrl.origin);
    } catch (error) {
      const cancelled = signal.aborted;
      if (!cancelled && !SendKitError.is(error)) this.log.bug(error);
      if (cancelled && entry.answer) return;
      entry.problem = problemFrom(cancelled ? new SendKitError({ kind: 'cancelled' }) : error);
    }
  }

  private async keep(entry: Entry, origin: string): Promise<void> {
    const { id, loadedAt, answer } = entry;
    if (!answer || origin !== entry.origin) return;
    const { value: analytics, oddValues, fetchedAt } = answer;
    await this.snapshots.write({ origin, id, loadedAt, fetchedAt, analytics, oddValues });
  }

  private async readSnapshots(): Promise<void> {
    const origin = originOf(this.settings);
    const snapshots = await this.snapshots.readAll().catch((error: unknown): Snapshot[] => {
      this.log.bug(error);
      return [];
    });
    if (originOf(this.settings) !== origin) return;
    for (const { id, loadedAt, fetchedAt, analytics, oddValues, origin: from } of snapshots) {
      if (from !== origin || this.entries.has(id)) continue;
      this.entries.set(id, { id, origin: from, loadedAt, answer: { value: analytics, oddValues, fetchedAt } });
    }
    if (snapshots.length > 0) this.changed.fire(undefined);
  }

  /** Another address is another SendKit: its campaigns are other ones. */
  private startAnew(): void {
    const before = this.entries;
    this.entries = new Map([...before].filter(([id]) => id === SAMPLE_ID));
    for (const entry of before.values()) entry.request?.cancel.abort();
    this.reading = undefined;
    this.changed.fire(undefined);
  }

  private redraw(): void {
    for (const entry of this.entries.values()) entry.state = undefined;
    this.changed.fire(undefined);
  }

  private announce(entry: Entry): void {
    entry.state = undefined;
    if (this.isCurrent(entry)) this.changed.fire(entry.id);
  }

  private isCurrent(entry: Entry): boolean {
    return this.entries.get(entry.id) === entry;
  }

  private stateOf(entry: Entry): CampaignState {
    entry.state ??= this.newStateOf(entry);
    return entry.state;
  }

  private newStateOf({ id, answer, problem, request }: Entry): CampaignState {
    const report = answer
      ? reportOf(answer.value, { id, rateBase: this.settings.rateBase(), oddValues: answer.oddValues })
      : null;
    return {
      id,
      name: report?.campaign.name ?? id,
      sample: id === SAMPLE_ID,
      loading: request !== undefined,
      report,
      fetchedAt: answer?.fetchedAt ?? null,
      problem: problem ?? null,
    };
  }
}
