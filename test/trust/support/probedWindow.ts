import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type * as vscode from 'vscode';
import { openVSCode, type OpenOptions, type OpenVSCode } from '../../harness/window/openVSCode';

/** A VS Code window with this extension, in whose extension host a test can run a function. */
export interface ProbedWindow extends Omit<OpenVSCode, 'close'> {
  /** Runs a function that refers to nothing but its arguments; what it takes and returns is plain data. */
  readonly run: Run;
  /** Shows another folder or workspace in the same window. */
  readonly show: (workspace: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

type Run = <Result, Argument = undefined>(
  task: (api: typeof vscode, argument: Argument) => Result | PromiseLike<Result>,
  ...argument: Argument extends undefined ? [] : [Argument]
) => Promise<Result>;

const PROBE = join(import.meta.dirname, 'probe');

export async function openProbedWindow(options: OpenOptions = {}): Promise<ProbedWindow> {
  const calls = await listenForProbes();
  const opened = await openVSCode({
    ...options,
    companions: [PROBE],
    userSettings: { ...options.userSettings, 'trustProbe.callAt': calls.url },
  }).catch((error: unknown) => {
    calls.close();
    throw error;
  });
  await calls.next();
  return {
    ...opened,
    run: (task, ...[argument]) => runIn(calls.latest(), task, argument),
    show: async (workspace) => {
      const { page, server } = opened.window;
      const called = calls.next();
      await page.goto(server.url({ workspace }));
      await opened.window.waitUntilReady();
      await called;
    },
    close: async () => {
      await opened.close();
      calls.close();
    },
  };
}

async function runIn<Result>(
  probe: string,
  task: (api: typeof vscode, argument: never) => Result | PromiseLike<Result>,
  argument: unknown,
): Promise<Result> {
  const body = JSON.stringify({ source: String(task), argument });
  const answer = (await (await fetch(probe, { method: 'POST', body })).json()) as { result: Result; error?: string };
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.result;
}

interface Probes {
  readonly url: string;
  /** Where the extension host that was started last can be reached. */
  readonly latest: () => string;
  /** Waits for an extension host that has not called yet. */
  readonly next: () => Promise<void>;
  readonly close: () => void;
}

/** Each extension host that is started calls once. A window may start a second one when its folders are known. */
async function listenForProbes(): Promise<Probes> {
  const called: string[] = [];
  const calls = new EventEmitter();
  const server = createServer((request, response) => {
    void text(request).then((probe) => {
      called.push(probe);
      calls.emit('called');
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let heard = 0;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    latest: () => called.at(-1) ?? '',
    next: async () => {
      if (called.length === heard) await once(calls, 'called');
      heard = called.length;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
