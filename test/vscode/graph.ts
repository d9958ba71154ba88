import * as vscode from 'vscode';
import type { EngagementBase } from '../../src/analytics/figures';
import { formatFor } from '../../src/analytics/format';
import {
  DEFAULT_AB_TEST_RULES,
  DEFAULT_HEALTH_RULES,
  type ABTestRules,
  type HealthRules,
} from '../../src/analytics/rules';
import { campaignReader } from '../../src/campaigns/campaignReader';
import { campaignSearch, type CampaignSearch } from '../../src/campaigns/campaignSearch';
import { Comparisons } from '../../src/campaigns/comparisons';
import { Credentials } from '../../src/campaigns/credentials';
import { History } from '../../src/campaigns/history';
import { historyFolder } from '../../src/campaigns/historyFolder';
import { redactingLog, type Log } from '../../src/campaigns/log';
import type { AlertSettings, Settings, SettingsChange } from '../../src/campaigns/settings';
import { snapshotFolder } from '../../src/campaigns/snapshotFolder';
import { CampaignStore } from '../../src/campaigns/store';
import type { TestFiles } from '../../src/campaigns/testFiles';
import { Workspaces } from '../../src/campaigns/workspaces';
import { createClient, type ClientOptions, type SendKitClient } from '../../src/sendkit/client';
import { LIMITS } from '../../src/sendkit/limits';
import { parseBaseUrl } from '../../src/sendkit/origin';
import type { Timing } from '../../src/sendkit/timing';
import { PastReports } from '../../src/views/pastReports';
import { ReportPanels } from '../../src/views/reportPanels';
import { plannedSizes } from '../../src/testFiles/plans';
import { languageModelTools, type LanguageModelTools } from '../../src/views/languageModelTools';
import { temporaryFolder } from './temporaryFolder';

/** The extension's own graph on a folder of its own, with settings and secrets that a test can turn. */
export interface Graph {
  /** The one that all of them ask by. */
  readonly client: SendKitClient;
  readonly search: CampaignSearch;
  readonly store: CampaignStore;
  readonly tools: LanguageModelTools;
  readonly comparisons: Comparisons;
  readonly credentials: Credentials;
  readonly workspaces: Workspaces;
  readonly secrets: FakeSecrets;
  readonly settings: FakeSettings;
  readonly log: Log;
  /** Every line that was logged. */
  readonly lines: string[];
  readonly folder: vscode.Uri;
  dispose(): void;
}

export class FakeSecrets implements vscode.SecretStorage {
  readonly values = new Map<string, string>();
  reads = 0;
  private readonly changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  readonly onDidChange = this.changed.event;

  keys(): Thenable<string[]> {
    return Promise.resolve([...this.values.keys()]);
  }

  get(key: string): Thenable<string | undefined> {
    this.reads += 1;
    return Promise.resolve(this.values.get(key));
  }

  store(key: string, value: string): Thenable<void> {
    this.values.set(key, value);
    this.changed.fire({ key });
    return Promise.resolve();
  }

  delete(key: string): Thenable<void> {
    this.values.delete(key);
    this.changed.fire({ key });
    return Promise.resolve();
  }
}

export class FakeMemento implements vscode.Memento {
  private readonly values = new Map<string, unknown>();

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  get<T>(key: string, fallback?: T): T | undefined {
    return (this.values.get(key) as T | undefined) ?? fallback;
  }

  update(key: string, value: unknown): Thenable<void> {
    this.values.set(key, value);
    return Promise.resolve();
  }
}

class FakeSettings implements Settings {
  private readonly changed = new vscode.EventEmitter<SettingsChange>();
  readonly onDidChange = this.changed.event;
  private base: EngagementBase = 'delivered';
  private minutes = 0;

  constructor(private address: string) {}

  readonly baseUrl = (): ReturnType<typeof parseBaseUrl> => parseBaseUrl(this.address);
  readonly rateBase = (): EngagementBase => this.base;
  readonly abTestRules = (): ABTestRules => DEFAULT_AB_TEST_RULES;
  readonly plansRead = Promise.resolve();
  plannedSizes: Settings['plannedSizes'] = () => [];
  private health: HealthRules = DEFAULT_HEALTH_RULES;
  readonly healthRules = (): HealthRules => this.health;
  readonly autoRefreshMinutes = (): number => this.minutes;
  alertSettings: AlertSettings = { about: [], notAbout: [], workingDays: 3 };
  readonly alerts = (): AlertSettings => this.alertSettings;
  readonly tellNothingAbout = (id: string): Promise<void> => {
    this.alertSettings = { ...this.alertSettings, notAbout: [...this.alertSettings.notAbout, id] };
    return Promise.resolve();
  };

  setAddress(address: string): void {
    this.address = address;
    this.changed.fire({ baseUrl: true, meaning: false, autoRefresh: false });
  }

  setAutoRefresh(minutes: number): void {
    this.minutes = minutes;
    this.changed.fire({ baseUrl: false, meaning: false, autoRefresh: true });
  }

  setHealthRules(rules: HealthRules): void {
    this.health = rules;
    this.changed.fire({ baseUrl: false, meaning: true, autoRefresh: false });
  }

  /** From now on sizes are planned by test files, as in the extension. */
  followTestFiles(files: TestFiles): void {
    this.plannedSizes = (campaign) =>
      plannedSizes(
        campaign,
        files.list().map(({ file }) => file),
      );
    files.onDidChange(() => this.changed.fire({ baseUrl: false, meaning: true, autoRefresh: false }));
  }

  setRateBase(base: EngagementBase): void {
    this.base = base;
    this.changed.fire({ baseUrl: false, meaning: true, autoRefresh: false });
  }
}

export interface GraphOptions {
  readonly address: string;
  /** Stored before the graph is built. */
  readonly key?: string;
  readonly folder?: vscode.Uri;
  readonly now?: () => number;
  /** Milliseconds an attempt may take. */
  readonly attemptMs?: number;
  /** The client's; the rest of it as it is here otherwise. */
  readonly timing?: Partial<Timing>;
  readonly fetch?: ClientOptions['fetch'];
}

/** Pauses between attempts are skipped and random numbers fixed; requests are real. */
export function buildGraph({
  address,
  key,
  folder,
  now,
  attemptMs = 1000,
  timing,
  fetch = async () => (await import('../../src/sendkit/nodeFetch')).fetch,
}: GraphOptions): Graph {
  const settings = new FakeSettings(address);
  const secrets = new FakeSecrets();
  const origin = settings.baseUrl();
  if (key !== undefined && origin.ok) secrets.values.set(`apiKey:${origin.baseUrl.origin}`, key);

  const lines: string[] = [];
  const add = (line: string): void => void lines.push(line);
  const log = redactingLog({
    info: add,
    warn: add,
    error: add,
    show: () => undefined,
  } as unknown as vscode.LogOutputChannel);
  const client = createClient({
    fetch,
    log: log.info,
    limits: { ...LIMITS, attemptMs },
    timing: { wait: () => Promise.resolve(), random: () => 0, ...timing },
  });
  const workspaces = new Workspaces(new FakeMemento());
  const credentials = new Credentials(secrets, new FakeMemento(), settings, client, workspaces, log);
  const place = folder ?? temporaryFolder();
  const store = new CampaignStore(client, credentials, settings, snapshotFolder(place, log), log, now);
  const search = campaignSearch({ client, credentials, settings, log });
  const read = campaignReader({ client, credentials, settings, ...(now ? { now } : {}) });
  const comparisons = new Comparisons({ client, credentials, settings, read, log });
  return {
    client,
    search,
    store,
    tools: languageModelTools({ search, read, settings, format: formatFor('en'), log }),
    comparisons,
    credentials,
    workspaces,
    secrets,
    settings,
    log,
    lines,
    folder: place,
    dispose: () => {
      comparisons.dispose();
      store.dispose();
      credentials.dispose();
    },
  };
}

/** Reports over a graph, with its history, and nothing that was looked at before. */
export function reportPanels({ store, settings, folder, log }: Graph, now: () => number = Date.now): ReportPanels {
  const { extensionUri } = vscode.extensions.getExtension('outbound-tools.sendkit-analytics') ?? {};
  if (!extensionUri) throw new Error('The extension is not there.');
  const history = new History(store, settings, historyFolder(vscode.Uri.joinPath(folder, 'history'), log, now));
  const lastLook = { get: () => null, onDidChange: new vscode.EventEmitter<string>().event };
  return new ReportPanels(
    store,
    new PastReports({ store, history, settings }),
    lastLook,
    formatFor('en'),
    extensionUri,
  );
}

/** Resolves when the store's event has made a condition true. */
export function until(store: CampaignStore, condition: () => boolean): Promise<void> {
  if (condition()) return Promise.resolve();
  return new Promise((resolve) => {
    const subscription = store.onDidChange(() => {
      if (!condition()) return;
      subscription.dispose();
      resolve();
    });
  });
}
