import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { formatFor } from '../../src/analytics/format';
import { claims } from '../../src/campaigns/claims';
import { History } from '../../src/campaigns/history';
import { historyFolder } from '../../src/campaigns/historyFolder';
import type { ReportSection } from '../../src/report/protocol';
import { alerts } from '../../src/views/alerts';
import { anAnswer, type AnswerBuilder } from '../unit/builders';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, type Graph } from './graph';

const HOUR = 3_600_000;
const ID = '665a1b2c3d4e5f6a7b8c9daa';

interface Told {
  readonly message: string;
  readonly actions: readonly string[];
}

/** What is told, and how it is answered. */
interface Window {
  readonly graph: Graph;
  readonly told: Told[];
  readonly opened: (readonly [string, ReportSection | undefined])[];
  answer: string | undefined;
  /** Asks SendKit, and resolves when everything that is to be told has been. */
  load(): Promise<void>;
  dispose(): void;
}

describe('Alerts', () => {
  let sandbox: Sandbox;
  let windows: Window[];
  let now: number;
  const start = anAnswer()
    .set('stepAnalytics', [])
    .campaign({ name: 'Spring', status: 'active' })
    .stats({ sent: 1000, delivered: 990, opened: 400, clicked: 60, replied: 0, bounced: 10, unsubscribed: 0 });
  const critical = start.stats({ bounced: 90, delivered: 910 });

  const openWindow = (): Window => {
    const folder = windows[0]?.graph.folder;
    const graph = buildGraph({ address: sandbox.url, key: sandbox.key, now: () => now, ...(folder ? { folder } : {}) });
    const past = vscode.Uri.joinPath(graph.folder, 'history');
    const history = new History(
      graph.store,
      graph.settings,
      historyFolder(past, graph.log, () => now),
    );
    graph.settings.alertSettings = {
      about: ['health', 'winner', 'finished', 'firstReply', 'noMail'],
      notAbout: [],
      workingDays: 3,
    };
    const told: Told[] = [];
    const opened: [string, ReportSection | undefined][] = [];
    const telling = alerts({
      ...{ store: graph.store, history, settings: graph.settings, claims: claims(past), log: graph.log },
      format: formatFor('en'),
      now: () => now,
      openReport: (id, section) => void opened.push([id, section]),
      show: (_level, message, ...actions) => {
        told.push({ message, actions });
        return Promise.resolve(window.answer);
      },
    });
    const window: Window = {
      ...{ graph, told, opened, answer: undefined },
      load: async () => {
        await graph.store.load(ID);
        await telling.settled();
      },
      dispose: () => {
        for (const part of [telling, history, graph]) part.dispose();
      },
    };
    windows.push(window);
    return window;
  };
  const say = (answer: AnswerBuilder): void => sandbox.setCampaign(ID, JSON.stringify(answer.body()));
  const messages = ({ told }: Window): string[] => told.map(({ message }) => message);

  beforeEach(async () => {
    sandbox = await startSandbox();
    windows = [];
    now = new Date(2026, 10, 20, 12).getTime();
    say(start);
  });

  afterEach(async () => {
    for (const window of windows) window.dispose();
    await sandbox.close();
  });

  it('tell of nothing unless somebody asked for it, and of what was asked for alone', async () => {
    const window = openWindow();
    window.graph.settings.alertSettings = { about: ['winner'], notAbout: [], workingDays: 3 };
    await window.load();
    say(critical);
    await window.load();
    assert.deepEqual(messages(window), []);
  });

  it('tell of nothing that was so before the first answer', async () => {
    say(critical.campaign({ status: 'paused' }).stats({ replied: 5 }));
    const window = openWindow();
    await window.load();
    await window.load();
    assert.deepEqual(messages(window), []);
  });

  it('tell once of a health that turned critical, and again once it has recovered in between', async () => {
    const window = openWindow();
    await window.load();
    for (let times = 0; times < 3; times += 1) {
      say(critical.stats({ opened: 400 + times }));
      await window.load();
    }
    assert.deepEqual(messages(window), ['“Spring”: Bounce rate critical, 9.0% (90 of 1,000 sent).']);
    say(start);
    await window.load();
    say(critical);
    await window.load();
    assert.equal(window.told.length, 2);
  });

  it('tell once over two windows and a restart', async () => {
    const [first, second] = [openWindow(), openWindow()];
    await Promise.all([first.load(), second.load()]);
    say(start.stats({ replied: 1 }));
    await Promise.all([first.load(), second.load()]);
    assert.deepEqual([...messages(first), ...messages(second)], ['“Spring” has its first reply.']);
    const third = openWindow();
    say(start);
    await third.load();
    say(start.stats({ replied: 2 }));
    await third.load();
    assert.deepEqual(messages(third), []);
  });

  it('open the report at the place', async () => {
    const window = openWindow();
    await window.load();
    window.answer = 'Open Report';
    say(critical);
    await window.load();
    await Promise.resolve();
    assert.deepEqual(window.opened, [[ID, 'health']]);
  });

  it('tell of a campaign no more if nobody wants to hear of it', async () => {
    const window = openWindow();
    await window.load();
    window.answer = window.told[0]?.actions[1] ?? 'Don’t Tell Me About This Campaign';
    say(critical);
    await window.load();
    await Promise.resolve();
    say(critical.campaign({ status: 'completed' }));
    await window.load();
    assert.equal(window.told.length, 1);
    assert.deepEqual(window.graph.settings.alertSettings.notAbout, [ID]);
  });

  it('tell once that an active campaign has sent nothing for three working days', async () => {
    const window = openWindow();
    await window.load();
    for (const day of [21, 22, 23, 24, 25, 26, 27, 30]) {
      now = new Date(2026, 10, day, 12).getTime();
      await window.load();
    }
    assert.deepEqual(messages(window), ['“Spring” is active, but has sent nothing for 3 working days.']);
    say(start.stats({ sent: 1001 }));
    await window.load();
    now += 24 * HOUR;
    await window.load();
    assert.equal(window.told.length, 1, 'it is sending again');
  });

  it('make no link and no command of a name', async () => {
    const named = start.campaign({ name: '[Refund](command:workbench.action.quit)' });
    say(named);
    const window = openWindow();
    await window.load();
    say(named.campaign({ status: 'completed' }));
    await window.load();
    assert.equal(window.told.length, 1);
    assert.doesNotMatch(messages(window).join(), /\]\(/);
  });
});
