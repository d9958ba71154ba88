import * as vscode from 'vscode';
import { groupBy } from '../analytics/groupBy';
import { ALL_TIME, periodOf, today, type PeriodChoice } from '../analytics/period';
import type { CampaignReport } from '../analytics/report';
import type { SendKitClient } from '../sendkit/client';
import { SendKitError } from '../sendkit/errors';
import type { Answer, WorkspaceRef } from './answer';
import { reportOfAnswer } from './answerReport';
import type { Credentials } from './credentials';
import { fetchAnswer } from './fetchAnswer';
import { findInList, stillHolds } from './listChanges';
import type { Log } from './log';
import { problemFrom, problemOf, type Problem } from './problem';
import { SAMPLE_ID, sampleAnswerOf } from './sample';
import { originOf, type Settings } from './settings';
import type { Snapshot } from './snapshot';
import type { SnapshotFolder } from './snapshotFolder';

/** What every view shows of one campaign. A `problem` beside a `report` means that the report is an older one. */
export interface CampaignState {
  readonly id: string;
  readonly name: string;
  readonly sample: boolean;
  /** The workspace's name, where the key opens several. */
  readonly workspace: string | null;
  /** What was chosen; the report says which days its figures are of. */
  readonly period: PeriodChoice;
  readonly loading: boolean;
  readonly report: CampaignReport | null;
  /** Epoch milliseconds of the answer behind `report`. */
  readonly fetchedAt: number | null;
  readonly problem: Problem | null;
}

export interface RefreshOptions {
  /** Gives up what is not there yet as soon as it is aborted. */
  readonly signal?: AbortSignal;
  /** Asks in the workspace that is chosen now, also for figures that came from another. */
  readonly inChosenWorkspace?: boolean;
}

interface Entry {
  readonly id: string;
  readonly origin: string | undefined;
  readonly loadedAt: number;
  /** Asked for by itself since it was kept: then it does not matter whether another window removed it. */
  wanted?: boolean;
  /** In this window. */
  removed?: boolean;
  /** Its answer could not be written. */
  unkept?: boolean;
  /** Where its figures came from; without any, the chosen one is asked. */
  workspace: WorkspaceRef | null;
  /** Asked for in the chosen workspace, as long as a request lasts. */
  inChosenWorkspace?: boolean;
  choice: PeriodChoice;
  answer?: Answer;
  problem?: Problem | undefined;
  request?: { readonly done: Promise<void>; readonly cancel: AbortController } | undefined;
  state?: CampaignState | undefined;
  /** Of `of`: made once an answer, however often the state changes. */
  report?: { readonly of: Answer; readonly made: CampaignReport } | undefined;
}

/** Whether an entry's answer still holds, as far as the list tells; settles when the list was read. */
type ListVerdict = Promise<
  { readonly fingerprint: string; readonly holds: boolean; readonly workspace: WorkspaceRef | null } | undefined
>;

/** SendKit has answered: what it said now, and before. */
export interface Answered {
  readonly snapshot: Snapshot;
  readonly before: Answer | undefined;
}

type Client = Pick<SendKitClient, 'campaigns' | 'campaign' | 'campaignAnalytics' | 'campaignTotals' | 'dailyCampaign'>;

/** The campaigns that the user loaded: the last good answer of each, and what is being asked. Views never fetch; they ask here. */
export class CampaignStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<string | undefined>();
  /** The id of the campaign that changed, or `undefined` when the list did. */
  readonly onDidChange = this.changed.event;

  private readonly answered = new vscode.EventEmitter<Answered>();
  readonly onDidAnswer = this.answered.event;

  private readonly subscription: vscode.Disposable;
  /** The campaigns whose report is open, and how many times. */
  private readonly reports = new Map<string, number>();
  private entries = new Map<string, Entry>();
  private reading: Promise<void> | undefined;

  constructor(
    private readonly client: Client,
    private readonly credentials: Pick<Credentials, 'access' | 'workspaceOf'>,
    private readonly settings: Settings,
    private readonly snapshots: SnapshotFolder,
    private readonly log: Log,
    private readonly now: () => number = Date.now,
  ) {
    this.subscription = settings.onDidChange(({ baseUrl, meaning }) => {
      if (baseUrl) this.startAnew();
      else if (meaning) this.redraw();
    });
  }

  dispose(): void {
    for (const entry of this.entries.values()) entry.request?.cancel.abort();
    this.subscription.dispose();
    this.changed.dispose();
    this.answered.dispose();
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

  /** Whether all that is shown is on disk, too. */
  get isKept(): boolean {
    return ![...this.entries.values()].some(({ unkept }) => unkept);
  }

  /** Where a loaded campaign belongs; `null` where the key or the chosen workspace tells. */
  workspaceOf(id: string): WorkspaceRef | null {
    return this.entries.get(id)?.workspace ?? null;
  }

  /** Why no campaign can be asked for at the present address; `null` when it is fit for use. */
  addressProblem(): Problem | null {
    const address = this.settings.baseUrl();
    return address.ok ? null : problemOf({ kind: 'badBaseUrl', reason: address.reason });
  }

  /** Asks SendKit for a campaign and keeps it in the list. Never rejects: what goes wrong is the campaign's `problem`. */
  async load(id: string): Promise<CampaignState> {
    if (id === SAMPLE_ID) return this.openSample();
    await this.ready();
    const entry = this.entries.get(id) ?? this.add(id);
    // What was cancelled is on its way out, and tells nothing to who asks now.
    if (entry.request?.cancel.signal.aborted) await entry.request.done;
    entry.wanted = true;
    entry.request ??= this.request(entry);
    await entry.request.done;
    return this.stateOf(entry);
  }

  /**
   * Brings campaigns up to date, with one list call for a hundred: only those that have changed are asked for.
   * With a condition, only those that satisfy it.
   */
  async refreshAll(
    where: (state: CampaignState) => boolean = () => true,
    { signal, inChosenWorkspace = false }: RefreshOptions = {},
  ): Promise<void> {
    await this.ready();
    if (signal?.aborted) return;
    const entries = [...this.entries.values()].filter(
      (entry) => entry.id !== SAMPLE_ID && !entry.request && where(this.stateOf(entry)),
    );
    for (const entry of entries) entry.inChosenWorkspace = inChosenWorkspace;
    const byWorkspace = groupBy(entries, (entry) => placeOf(entry)?.id);
    const cancel = (): void => entries.forEach((entry) => entry.request?.cancel.abort());
    signal?.addEventListener('abort', cancel);
    await Promise.all([...byWorkspace.values()].flatMap((group) => this.refreshGroup(group)));
    signal?.removeEventListener('abort', cancel);
  }

  /** Shows another period from now on. The figures of the one before stay until the new ones are there. */
  async selectPeriod(id: string, choice: PeriodChoice): Promise<void> {
    const entry = this.entries.get(id);
    if (!entry || id === SAMPLE_ID) return;
    entry.choice = choice;
    entry.request?.cancel.abort();
    await entry.request?.done;
    entry.state = undefined;
    await this.load(id);
  }

  /** The report of a campaign is open until this is disposed of: it is asked for with all that a report shows. */
  showReport(id: string): vscode.Disposable {
    this.reports.set(id, (this.reports.get(id) ?? 0) + 1);
    return new vscode.Disposable(() => {
      const left = (this.reports.get(id) ?? 1) - 1;
      if (left > 0) this.reports.set(id, left);
      else this.reports.delete(id);
    });
  }

  /** Asks for what a report shows and the tree does not, if it is not there yet. */
  async complete(id: string): Promise<void> {
    await this.ready();
    const entry = this.entries.get(id);
    if (entry?.answer?.whole === false && !entry.problem) await this.load(id);
  }

  /** Stops the request under way; the last good figures stay. */
  cancel(id: string): void {
    this.entries.get(id)?.request?.cancel.abort();
  }

  async remove(id: string): Promise<void> {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.entries.delete(id);
    entry.removed = true;
    entry.request?.cancel.abort();
    this.changed.fire(undefined);
    if (entry.origin !== undefined) await this.snapshots.remove({ id, origin: entry.origin });
  }

  /** Needs no key and no network. */
  openSample(): CampaignState {
    let entry = this.entries.get(SAMPLE_ID);
    if (!entry) {
      entry = this.add(SAMPLE_ID);
      entry.answer = sampleAnswerOf(this.now());
      this.changed.fire(undefined);
    }
    return this.stateOf(entry);
  }

  private add(id: string): Entry {
    const entry = { id, origin: originOf(this.settings), loadedAt: this.now(), workspace: null, choice: ALL_TIME };
    this.entries.set(id, entry);
    return entry;
  }

  private refreshGroup(group: readonly Entry[]): Promise<void>[] {
    // A list tells nothing about what was never loaded, and one campaign is as quickly asked for itself.
    const listed = group.filter(({ answer }) => answer);
    const list = listed.length > 1 ? this.readList(listed) : undefined;
    return group.map((entry) => {
      entry.request = this.request(entry, list && listed.includes(entry) ? list(entry) : undefined);
      return entry.request.done;
    });
  }

  /** Reads the list once for many; each entry waits for its own verdict. The list is given up when all have been cancelled. */
  private readList(entries: readonly Entry[]): (entry: Entry) => (signal: AbortSignal) => ListVerdict {
    const cancel = new AbortController();
    let waiting = 0;
    const found = (async () => {
      const access = await this.credentials.access(entries[0] && placeOf(entries[0]));
      const ids = new Set(entries.map(({ id }) => id));
      const summaries = await findInList(this.client, access, ids, cancel.signal);
      return { summaries, workspace: this.credentials.workspaceOf(access) };
    })();
    found.catch(() => undefined);
    return (entry) => async (signal) => {
      waiting += 1;
      const leave = (): void => {
        waiting -= 1;
        if (waiting === 0) cancel.abort();
      };
      signal.addEventListener('abort', leave);
      const { summaries, workspace } = await found;
      const summary = summaries.get(entry.id);
      signal.removeEventListener('abort', leave);
      if (!summary || !entry.answer) return undefined;
      return {
        fingerprint: summary.fingerprint,
        holds: this.isWanted(entry, entry.answer) && stillHolds(entry.answer, summary),
        workspace,
      };
    };
  }

  private request(entry: Entry, listed?: (signal: AbortSignal) => ListVerdict): NonNullable<Entry['request']> {
    const cancel = new AbortController();
    const done = this.ask(entry, cancel.signal, listed).finally(() => {
      entry.request = undefined;
      entry.inChosenWorkspace = false;
      this.announce(entry);
    });
    queueMicrotask(() => this.announce(entry));
    return { done, cancel };
  }

  private async ask(entry: Entry, signal: AbortSignal, listed?: (signal: AbortSignal) => ListVerdict): Promise<void> {
    try {
      // Lets the caller keep the request before anything can end it.
      await Promise.resolve();
      signal.throwIfAborted();
      const verdict = await listed?.(signal);
      signal.throwIfAborted();
      const { answer, workspace } =
        verdict?.holds === true && entry.answer
          ? { answer: { ...entry.answer, fetchedAt: this.now() }, workspace: verdict.workspace }
          : await this.fetch(entry, signal);
      if (!this.isCurrent(entry)) return;
      const before = entry.answer;
      entry.answer = { ...answer, fingerprint: verdict?.fingerprint ?? null };
      if (workspace && workspace.id !== entry.workspace?.id) entry.workspace = workspace;
      entry.problem = undefined;
      await this.keep(entry, entry.answer, before);
    } catch (error) {
      if (signal.aborted && entry.answer) return;
      if (!signal.aborted && !SendKitError.is(error)) this.log.bug(error);
      entry.problem = problemFrom(signal.aborted ? new SendKitError({ kind: 'cancelled' }) : error);
    }
  }

  private async fetch(
    entry: Entry,
    signal: AbortSignal,
  ): Promise<{ readonly answer: Answer; readonly workspace: WorkspaceRef | null }> {
    const { id, choice, answer: previous } = entry;
    const access = await this.credentials.access(placeOf(entry));
    const period = periodOf(choice, today(this.now()));
    const whole = this.reports.has(id);
    const request = { id, choice, period, whole, previous, now: this.now, signal };
    return {
      answer: await fetchAnswer(this.client, access, request),
      workspace: this.credentials.workspaceOf(access),
    };
  }

  /** Whether an answer is of the days that are wanted now, with all that is shown. */
  private isWanted({ id, choice }: Entry, { period, whole }: Answer): boolean {
    const wanted = periodOf(choice, today(this.now()));
    return period.from === wanted.from && period.to === wanted.to && (whole || !this.reports.has(id));
  }

  private async keep(entry: Entry, answer: Answer, before: Answer | undefined): Promise<void> {
    const { id, origin, workspace, loadedAt, wanted = false } = entry;
    if (origin === undefined || origin !== originOf(this.settings)) return;
    const snapshot = { origin, workspace, id, loadedAt, answer };
    this.answered.fire({ snapshot, before });
    const outcome = await this.snapshots.write(snapshot, wanted);
    entry.unkept = outcome === 'failed';
    if (outcome === 'kept') entry.wanted = false;
    if (outcome === 'removed' && this.isCurrent(entry)) {
      this.entries.delete(id);
      this.changed.fire(undefined);
    }
    // Removed while it was being written.
    if (entry.removed === true && !this.entries.has(id)) await this.snapshots.remove({ origin, id });
  }

  private async readSnapshots(): Promise<void> {
    const origin = originOf(this.settings);
    if (origin === undefined) return;
    const snapshots = await this.readKept(origin);
    if (originOf(this.settings) !== origin) return;
    for (const { id, workspace, loadedAt, answer, origin: from } of snapshots) {
      if (from !== origin || this.entries.has(id)) continue;
      this.entries.set(id, { id, origin: from, loadedAt, workspace, choice: answer.choice, answer });
    }
    if (snapshots.length > 0) this.changed.fire(undefined);
  }

  private async readKept(origin: string): Promise<readonly Snapshot[]> {
    try {
      return (await this.snapshots.readAll(origin)).snapshots;
    } catch (error) {
      this.log.bug(error);
      return [];
    }
  }

  /** Another address is another SendKit: its campaigns are other ones. */
  private startAnew(): void {
    const before = this.entries;
    this.entries = new Map([...before].filter(([id]) => id === SAMPLE_ID));
    for (const entry of before.values()) entry.request?.cancel.abort();
    this.reading = undefined;
    this.changed.fire(undefined);
    void this.ready();
  }

  private redraw(): void {
    for (const entry of this.entries.values()) {
      entry.state = undefined;
      entry.report = undefined;
    }
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

  private reportOf(entry: Entry, answer: Answer): CampaignReport {
    if (entry.report?.of === answer) return entry.report.made;
    const made = reportOfAnswer(entry.id, answer, this.settings);
    entry.report = { of: answer, made };
    return made;
  }

  private newStateOf(entry: Entry): CampaignState {
    const { id, workspace, choice, answer, problem, request } = entry;
    const report = answer ? this.reportOf(entry, answer) : null;
    return {
      id,
      name: report?.campaign.name ?? id,
      sample: id === SAMPLE_ID,
      workspace: workspace && (workspace.name ?? workspace.id),
      period: choice,
      loading: request !== undefined,
      report,
      fetchedAt: answer?.fetchedAt ?? null,
      problem: problem ?? null,
    };
  }
}

/** The workspace to ask in; `null` for the chosen one. */
function placeOf({ workspace, inChosenWorkspace }: Entry): WorkspaceRef | null {
  return inChosenWorkspace ? null : workspace;
}
