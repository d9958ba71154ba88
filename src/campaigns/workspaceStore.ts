import * as vscode from 'vscode';
import type { Access, Mailboxes, SendKitClient } from '../sendkit/client';
import { SendKitError } from '../sendkit/errors';
import type { Overview } from '../sendkit/schemas';
import type { WorkspaceRef } from './answer';
import { isOther, readAnew, readOn, type CampaignPages } from './campaignPages';
import type { Credentials } from './credentials';
import { Loadable, type Loaded } from './loadable';
import type { Log } from './log';
import { problemFrom, type Problem } from './problem';
import type { Settings } from './settings';
import {
  CAMPAIGN_LISTS,
  forEachList,
  isCampaignList,
  LISTED_STATUSES,
  WORKSPACE_PARTS,
  type CampaignListName,
  type WorkspacePart,
} from './workspaceParts';
import {
  campaignsOf,
  mailboxesOf,
  totalsOf,
  type WorkspaceCampaigns,
  type WorkspaceMailboxes,
  type WorkspaceTotals,
} from './workspaceReport';
import type { Workspaces } from './workspaces';

/** Everything that is known of the workspace that the key opens. */
export interface WorkspaceState {
  /** Where a key opens several, the one that is shown. */
  readonly workspace: WorkspaceRef | null;
  /** Why nothing can be asked for at all. */
  readonly problem: Problem | null;
  readonly totals: Loaded<WorkspaceTotals>;
  readonly mailboxes: Loaded<WorkspaceMailboxes>;
  readonly lists: Readonly<Record<CampaignListName, Loaded<WorkspaceCampaigns>>>;
  /** Whether the workspace has campaigns of a status that no page of SendKit's names, as far as is known. */
  readonly hasOthers: boolean;
}

/** What the key opens, once that is known. */
interface Opened {
  readonly workspace: WorkspaceRef | null;
  readonly problem: Problem | null;
}

interface Parts {
  readonly totals: Loadable<Overview>;
  readonly mailboxes: Loadable<Mailboxes>;
  readonly lists: Readonly<Record<CampaignListName, Loadable<CampaignPages>>>;
}

type Client = Pick<SendKitClient, 'campaigns' | 'overview' | 'mailboxes'>;

/**
 * The workspace of the current key: each part is asked for when somebody wants to see it, and nothing before the view is
 * visible. Another key, address or workspace makes it begin anew.
 */
export class WorkspaceStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  private readonly subscription: vscode.Disposable;
  private readonly parts: Parts;
  /** What somebody wants to see: asked for as soon as it may be, and again by a refresh. */
  private readonly shown = new Set<WorkspacePart>();
  private visible = false;
  private opened: Opened | undefined;
  private opening: AbortController | undefined;
  private current: WorkspaceState | undefined;

  constructor(
    private readonly client: Client,
    private readonly credentials: Pick<Credentials, 'access' | 'workspaceOf' | 'onDidChange'>,
    workspaces: Pick<Workspaces, 'onDidChange'>,
    private readonly settings: Pick<Settings, 'rateBase' | 'healthRules' | 'onDidChange'>,
    private readonly log: Pick<Log, 'bug'>,
  ) {
    const loadable = <Value>(): Loadable<Value> => new Loadable<Value>(() => this.announce(), log);
    this.parts = { totals: loadable(), mailboxes: loadable(), lists: forEachList(() => loadable()) };
    this.subscription = vscode.Disposable.from(
      credentials.onDidChange(() => this.startAnew()),
      workspaces.onDidChange(() => this.startAnew()),
      settings.onDidChange(({ meaning }) => {
        if (meaning) this.announce();
      }),
    );
  }

  dispose(): void {
    this.opening?.abort();
    for (const part of this.all()) part.clear();
    this.subscription.dispose();
    this.changed.dispose();
  }

  state(): WorkspaceState {
    this.current ??= this.newState();
    return this.current;
  }

  /** Resolves when it is known what the key opens, which is not before the view is visible. */
  async ready(): Promise<void> {
    while (!this.opened) {
      await new Promise<void>((resolve) => {
        const subscription = this.onDidChange(() => {
          subscription.dispose();
          resolve();
        });
      });
    }
  }

  /** While nobody sees the workspace, nothing is asked for, and requests under way are given up. */
  setVisible(visible: boolean): void {
    this.visible = visible;
    if (!visible) for (const part of this.all()) part.cancel();
    else if (this.opened) void this.askForShown();
    else void this.open();
  }

  /** Somebody wants to see a part: asks for it if that was not done yet. */
  async ask(part: WorkspacePart): Promise<void> {
    this.shown.add(part);
    if (this.canAsk() && this.loadable(part).untouched) await this.load(part);
  }

  /** Nobody wants to see a part any more. What was read of it stays until the next refresh. */
  leave(part: WorkspacePart): void {
    // Totals stand in other rows too, also while their own is closed.
    if (part !== 'totals' || this.parts.totals.value === null) this.shown.delete(part);
    this.loadable(part).cancel();
  }

  /** Asks again for what failed, or else for the next page of a list. */
  async goOn(part: WorkspacePart): Promise<void> {
    this.shown.add(part);
    if (!this.canAsk()) return;
    if (this.loadable(part).problem) await this.loadable(part).retry();
    else if (!isCampaignList(part) || this.parts.lists[part].value === null) await this.ask(part);
    else if (this.parts.lists[part].value.next) await this.loadMore(part);
  }

  /** Asks again for what is shown, and forgets the rest. */
  async refresh(): Promise<void> {
    if (!this.visible) return;
    if (!this.canAsk()) {
      await this.open();
      return;
    }
    for (const part of WORKSPACE_PARTS) if (!this.shown.has(part)) this.loadable(part).clear();
    this.announce();
    await Promise.all([...this.shown].map((part) => this.load(part)));
  }

  private async load(part: WorkspacePart): Promise<void> {
    switch (part) {
      case 'totals':
        await this.parts.totals.load(async (signal) => {
          const { value } = await this.client.overview(await this.access(signal), signal);
          return value;
        });
        break;
      case 'mailboxes':
        await this.parts.mailboxes.load(async (signal) => {
          const { value } = await this.client.mailboxes(await this.access(signal), {}, signal);
          return value;
        });
        break;
      default: {
        const list = this.parts.lists[part];
        await list.load(async (signal) => readAnew(this.client, await this.access(signal), part, list.value, signal));
      }
    }
  }

  private async loadMore(name: CampaignListName): Promise<void> {
    const list = this.parts.lists[name];
    await list.load(async (signal) => readOn(this.client, await this.access(signal), name, list.value, signal));
  }

  /** The key is read for each request, and not kept. */
  private async access(signal: AbortSignal): Promise<Access> {
    const access = await this.credentials.access();
    signal.throwIfAborted();
    return access;
  }

  /** Finds out what the key opens, without a request. */
  private async open(): Promise<void> {
    this.opening?.abort();
    const opening = new AbortController();
    this.opening = opening;
    const opened = await this.whatTheKeyOpens();
    if (opening.signal.aborted) return;
    this.opened = opened;
    this.announce();
    await this.askForShown();
  }

  private async whatTheKeyOpens(): Promise<Opened> {
    try {
      return { workspace: this.credentials.workspaceOf(await this.credentials.access()), problem: null };
    } catch (error) {
      if (!SendKitError.is(error)) this.log.bug(error);
      return { workspace: null, problem: problemFrom(error) };
    }
  }

  private async askForShown(): Promise<void> {
    await Promise.all([...this.shown].map((part) => this.ask(part)));
  }

  /** What belongs to another key, address or workspace is not kept. */
  private startAnew(): void {
    for (const part of this.all()) part.clear();
    // Another workspace may have none of those, and to find that out costs many requests.
    this.shown.delete('other');
    this.opening?.abort();
    this.opened = undefined;
    this.announce();
    if (this.visible) void this.open();
  }

  private canAsk(): boolean {
    return this.visible && this.opened?.problem === null;
  }

  private loadable(part: WorkspacePart): Loadable<Overview> | Loadable<Mailboxes> | Loadable<CampaignPages> {
    return isCampaignList(part) ? this.parts.lists[part] : this.parts[part];
  }

  private all(): (Loadable<Overview> | Loadable<Mailboxes> | Loadable<CampaignPages>)[] {
    return WORKSPACE_PARTS.map((part) => this.loadable(part));
  }

  private announce(): void {
    this.current = undefined;
    this.changed.fire();
  }

  private newState(): WorkspaceState {
    const base = this.settings.rateBase();
    const { totals, mailboxes, lists } = this.parts;
    return {
      workspace: this.opened?.workspace ?? null,
      problem: this.opened?.problem ?? null,
      totals: loaded(totals, (overview) => totalsOf(overview, base)),
      mailboxes: loaded(mailboxes, (value) => mailboxesOf(value, base, this.settings.healthRules())),
      lists: forEachList((name) => loaded(lists[name], (pages) => campaignsOf(pages, base))),
      hasOthers: this.hasOthers(),
    };
  }

  /** One was seen, or the lists of all other statuses together are shorter than the number of all campaigns. */
  private hasOthers(): boolean {
    const { totals, lists } = this.parts;
    if (CAMPAIGN_LISTS.some((name) => lists[name].value?.campaigns.some(isOther))) return true;
    const sizes = LISTED_STATUSES.map((name) => lists[name].value?.total ?? null);
    const all = totals.value?.totalCampaigns ?? null;
    return all !== null && sizes.every((size) => size !== null) && all > sizes.reduce((sum, size) => sum + size, 0);
  }
}

function loaded<Raw, Value>({ value, loading, problem }: Loaded<Raw>, read: (raw: Raw) => Value): Loaded<Value> {
  return { value: value === null ? null : read(value), loading, problem };
}
