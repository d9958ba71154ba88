import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { liveSettings } from '../../src/campaigns/settings';
import type { Timing } from '../../src/sendkit/timing';
import { autoRefresh, type CampaignView } from '../../src/views/autoRefresh';
import type { WindowFocus } from '../../src/views/windowFocus';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, reportPanels, until, type Graph, type GraphOptions } from './graph';
import { closeReports, openReportTabs } from './reportTabs';

const MINUTE = 60_000;

/** A clock that stands still, and the one timer on it, which rings when a test wants it to. */
class FakeTimer implements Timing {
  private time = Date.UTC(2025, 5, 15, 12);
  private set: { readonly milliseconds: number; readonly ring: () => void } | undefined;
  private waiting: (() => void)[] = [];
  chance = 0.5;

  readonly now = (): number => this.time;
  readonly elapsed = (): number => this.time;
  readonly random = (): number => this.chance;
  readonly wait = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve) => {
      assert.equal(this.set, undefined, 'There is one timer.');
      const timer = { milliseconds, ring: resolve };
      this.set = timer;
      signal?.addEventListener('abort', () => {
        if (this.set === timer) this.set = undefined;
        resolve();
      });
      for (const go of this.waiting.splice(0)) go();
    });

  /** How long it was set to; `undefined` when there is none. */
  get milliseconds(): number | undefined {
    return this.set?.milliseconds;
  }

  pass(milliseconds: number): void {
    this.time += milliseconds;
  }

  /** Lets the time pass for which it was set, and resolves when it has been set anew. */
  async ring(): Promise<void> {
    this.ringOnly();
    await this.whenSet();
  }

  async whenSet(): Promise<void> {
    if (!this.set) await new Promise<void>((resolve) => void this.waiting.push(resolve));
  }

  ringOnly(): void {
    const { milliseconds, ring } = this.set ?? {};
    assert.ok(milliseconds !== undefined && ring, 'The timer is set.');
    this.set = undefined;
    this.pass(milliseconds);
    ring();
  }
}

class FakeView implements CampaignView {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeVisibility = this.changed.event;

  constructor(private visible: readonly string[] | 'all') {}

  readonly visibleCampaigns = (): readonly string[] | 'all' => this.visible;

  show(visible: readonly string[] | 'all'): void {
    this.visible = visible;
    this.changed.fire();
  }
}

class FakeFocus implements WindowFocus {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private here = true;

  readonly focused = (): boolean => this.here;

  set(focused: boolean): void {
    this.here = focused;
    this.changed.fire();
  }
}

describe('Automatic refresh', () => {
  let sandbox: Sandbox;
  let graph: Graph;
  let timer: FakeTimer;
  let focus: FakeFocus;
  let view: FakeView;
  let running: vscode.Disposable | undefined;

  const build = (options: Partial<GraphOptions> = {}): void => {
    timer = new FakeTimer();
    graph = buildGraph({
      ...{ address: sandbox.url, key: sandbox.key, now: timer.now, attemptMs: 60_000 },
      ...options,
    });
    graph.settings.setAutoRefresh(5);
  };

  /** Loads campaigns, forgets the requests that it took, and begins. */
  const begin = async (ids: readonly string[], views: readonly CampaignView[] = [view]): Promise<void> => {
    await Promise.all(ids.map((id) => graph.store.load(id)));
    sandbox.forgetRequests();
    running = autoRefresh({ store: graph.store, settings: graph.settings, views, focus, timing: timer });
  };

  const activeIds = async (count: number): Promise<string[]> => {
    const address = `${sandbox.url}/v1/campaigns?status=active&limit=${count}`;
    const headers = { 'X-Api-Key': sandbox.key, Authorization: `Bearer ${sandbox.key}` };
    const answer: unknown = await (await fetch(address, { headers })).json();
    return (answer as { data: { _id: string }[] }).data.map(({ _id }) => _id);
  };

  const twoActive = async (): Promise<[string, string]> => {
    const [one, other] = await activeIds(2);
    assert.ok(one !== undefined && other !== undefined);
    return [one, other];
  };

  const isLoading = (id: string): boolean => graph.store.get(id)?.loading === true;
  const paths = (): string[] => sandbox.requests.map(({ path }) => path);

  /** Resolves when so many requests have come to the sandbox. */
  const requested = async (count: number): Promise<void> => {
    while (sandbox.requests.length < count) await sandbox.nextRequest();
  };

  beforeEach(async () => {
    sandbox = await startSandbox();
    focus = new FakeFocus();
    view = new FakeView('all');
    build();
  });

  afterEach(async () => {
    running?.dispose();
    running = undefined;
    graph.dispose();
    await closeReports();
    await vscode.workspace.fs.delete(graph.folder, { recursive: true }).then(undefined, () => undefined);
    await sandbox.close();
  });

  it('has a timer as long as an active campaign is seen in a window with the focus, and else none', async () => {
    const { seed } = sandbox.campaigns;
    await begin([seed]);
    const isSet = (): boolean => timer.milliseconds !== undefined;
    assert.ok(isSet());
    for (const [turnOff, turnOn] of [
      [() => view.show([]), () => view.show([seed])],
      [() => view.show(['another']), () => view.show('all')],
      [() => focus.set(false), () => focus.set(true)],
      [() => graph.settings.setAutoRefresh(0), () => graph.settings.setAutoRefresh(5)],
      [() => graph.store.remove(seed), () => graph.store.load(seed)],
      [() => void running?.dispose(), () => begin([seed])],
    ] as const) {
      await turnOff();
      assert.ok(!isSet(), turnOff.toString());
      await turnOn();
      assert.ok(isSet(), turnOn.toString());
    }
  });

  it('has none for campaigns that are not active, nor for the sample', async () => {
    graph.store.openSample();
    await begin([sandbox.campaigns.draft, 'unknown']);
    assert.equal(graph.store.list().length, 3);
    assert.equal(timer.milliseconds, undefined);
  });

  it('waits as long as the setting says, give or take a tenth', async () => {
    await begin([sandbox.campaigns.seed]);
    for (const minutes of [5, 30]) {
      for (const [chance, share] of [
        [0, 0.9],
        [0.25, 0.95],
        [0.5, 1],
        [1, 1.1],
      ] as const) {
        timer.chance = chance;
        graph.settings.setAutoRefresh(minutes);
        assert.equal(Math.round(timer.milliseconds ?? 0), Math.round(minutes * MINUTE * share));
      }
    }
  });

  it('waits for at least five minutes and at most a day, whatever the setting is', async () => {
    const subscriptions: vscode.Disposable[] = [];
    const settings = liveSettings(subscriptions, {
      list: () => [],
      read: Promise.resolve(),
      onDidChange: new vscode.EventEmitter<void>().event,
    });
    const configure = (value: unknown): Thenable<void> =>
      vscode.workspace
        .getConfiguration('sendkit')
        .update('autoRefreshMinutes', value, vscode.ConfigurationTarget.Global);
    try {
      for (const [value, minutes] of [
        [15, 15],
        [0.1, 5],
        [1e9, 24 * 60],
        [0, 0],
        [-5, 0],
        ['15', 0],
      ] as const) {
        await configure(value);
        assert.equal(settings.autoRefreshMinutes(), minutes, String(value));
      }
    } finally {
      await configure(undefined);
      vscode.Disposable.from(...subscriptions).dispose();
    }
  });

  it('asks with one request for all that have not changed, and for those that have, again and again', async () => {
    const [one, other] = await twoActive();
    await begin([one, other, sandbox.campaigns.draft]);
    await timer.ring();
    assert.deepEqual(paths(), ['/v1/campaigns?limit=100']);
    assert.equal(timer.milliseconds, 5 * MINUTE);
    assert.equal(graph.store.get(other)?.fetchedAt, timer.now());

    sandbox.forgetRequests();
    sandbox.touch(one);
    sandbox.touch(sandbox.campaigns.draft);
    await timer.ring();
    assert.deepEqual(paths(), ['/v1/campaigns?limit=100', `/v1/campaigns/${one}/analytics`]);
    assert.equal(timer.milliseconds, 5 * MINUTE);
  });

  it('asks for nothing that cannot be seen, and at once for what comes into sight after it has waited too long', async () => {
    const [one, other] = await twoActive();
    await begin([one, other]);
    view.show([one]);
    timer.pass(3 * MINUTE);
    await timer.ring();
    assert.deepEqual(paths(), [`/v1/campaigns/${one}/analytics`]);

    view.show([other]);
    assert.equal(timer.milliseconds, 0);
    await timer.ring();
    assert.deepEqual(paths().slice(1), [`/v1/campaigns/${other}/analytics`]);
  });

  it('counts a refresh by hand', async () => {
    const { seed } = sandbox.campaigns;
    await begin([seed]);
    timer.pass(4 * MINUTE);
    await graph.store.load(seed);
    view.show([seed]);
    assert.equal(timer.milliseconds, 5 * MINUTE);
  });

  it('is silent while the window is not focused, and goes on when it is again', async () => {
    const { seed } = sandbox.campaigns;
    await begin([seed]);
    focus.set(false);
    timer.pass(60 * MINUTE);
    for (const visible of [[], 'all'] as const) view.show(visible);
    assert.equal(timer.milliseconds, undefined);
    assert.deepEqual(sandbox.requests, []);

    focus.set(true);
    assert.equal(timer.milliseconds, 0);
    await timer.ring();
    assert.equal(sandbox.requests.length, 1);
    assert.equal(graph.store.get(seed)?.fetchedAt, timer.now());
  });

  for (const [name, leave, comeBack] of [
    ['the window loses the focus', () => focus.set(false), () => focus.set(true)],
    ['the view is hidden', () => view.show([]), () => view.show('all')],
    ['it is turned off', () => graph.settings.setAutoRefresh(0), () => graph.settings.setAutoRefresh(5)],
  ] as const) {
    it(`gives up what is under way when ${name}, and begins anew afterwards`, async () => {
      const [one, other] = await twoActive();
      await begin([one, other]);
      const before = graph.store.get(one)?.fetchedAt;
      sandbox.hold();
      timer.ringOnly();
      await requested(1);
      leave();
      await until(graph.store, () => !isLoading(one) && !isLoading(other));
      sandbox.release();
      assert.deepEqual([graph.store.get(one)?.fetchedAt, graph.store.get(one)?.problem], [before, null]);
      assert.equal(timer.milliseconds, undefined);

      comeBack();
      await timer.whenSet();
      assert.equal(timer.milliseconds, 0);
      await timer.ring();
      assert.equal(sandbox.requests.length, 2);
      assert.equal(graph.store.get(one)?.fetchedAt, timer.now());
    });
  }

  it('gives up only what nobody sees any more', async () => {
    const [one, other] = await twoActive();
    const views = [new FakeView([one]), new FakeView([other])] as const;
    await begin([one, other], views);
    sandbox.touch(one);
    sandbox.touch(other);
    sandbox.fail('hang-before-headers', { path: '/v1/campaigns/*' });
    timer.ringOnly();
    await requested(3);
    views[0].show([]);
    await until(graph.store, () => !isLoading(one));
    assert.ok(isLoading(other));
    views[1].show([]);
    await until(graph.store, () => !isLoading(other));
    assert.equal(timer.milliseconds, undefined);
    assert.equal(sandbox.requests.length, 3);
  });

  it('leaves alone what a person asks for meanwhile', async () => {
    const [one, other] = await twoActive();
    const hidden = sandbox.campaigns.draft;
    await begin([one, other, hidden]);
    sandbox.touch(one);
    sandbox.fail('hang-before-headers', { path: '/v1/campaigns/*' });
    timer.ringOnly();
    await requested(2);
    await until(graph.store, () => !isLoading(other));
    view.show([one]);
    void graph.store.load(other);
    await requested(3);
    view.show([one, hidden]);
    assert.ok(isLoading(other));
  });

  it('gives up the requests for a report that is closed', async () => {
    const { seed } = sandbox.campaigns;
    const panels = reportPanels(graph);
    try {
      await begin([seed], [panels]);
      assert.equal(timer.milliseconds, undefined);
      panels.open(seed);
      assert.equal(timer.milliseconds, 5 * MINUTE);
      const [tab] = await openReportTabs(1);
      assert.ok(tab);
      sandbox.hold();
      timer.ringOnly();
      await requested(3);
      await vscode.window.tabGroups.close(tab);
      await until(graph.store, () => !isLoading(seed));
      sandbox.release();
      assert.equal(timer.milliseconds, undefined);
      // A report takes four.
      assert.equal(sandbox.requests.length, 3);
    } finally {
      panels.dispose();
    }
  });

  it('has never more than three requests under way', async () => {
    const ids = await activeIds(20);
    await begin(ids);
    await timer.ring();
    sandbox.forgetRequests();
    for (const id of ids) sandbox.touch(id);
    sandbox.delay(5);
    await timer.ring();
    assert.equal(sandbox.requests.length, 1 + ids.length);
    assert.equal(sandbox.mostInFlight, 3);
  });

  it('sends nothing before the rest that SendKit asked for is over, and says until when that is', async () => {
    timer = new FakeTimer();
    const { now, elapsed } = timer;
    const clock = timer;
    build({ timing: { now, elapsed }, now });
    timer = clock;
    const [one, other] = await twoActive();
    await begin([one, other]);
    sandbox.fail('http-429-seconds', { retryAfterSeconds: 14 * 60 });
    const retryAt = new Date(timer.now() + (5 + 14) * MINUTE);
    for (let refreshes = 0; refreshes < 3; refreshes++) {
      await timer.ring();
      assert.equal(sandbox.requests.length, 1);
      assert.equal(timer.milliseconds, 5 * MINUTE);
      const problem = graph.store.get(other)?.problem;
      assert.equal(problem?.kind, 'rateLimited');
      assert.match(problem.message, new RegExp(`Try again after .*:${String(retryAt.getMinutes())}`));
    }
    sandbox.heal();
    await timer.ring();
    assert.deepEqual(paths().slice(1), ['/v1/campaigns?limit=100']);
    assert.equal(graph.store.get(other)?.problem, null);
  });

  it('ends for good, with what is under way', async () => {
    const { seed } = sandbox.campaigns;
    await begin([seed]);
    sandbox.hold();
    timer.ringOnly();
    await requested(1);
    running?.dispose();
    await until(graph.store, () => !isLoading(seed));
    sandbox.release();
    for (const visible of [[], 'all'] as const) view.show(visible);
    assert.equal(timer.milliseconds, undefined);
  });
});
