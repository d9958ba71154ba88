import { json as readJson } from 'node:stream/consumers';
import { answerCors } from '../sandbox/cors';
import { json, send } from '../sandbox/exchange';
import { listen } from '../sandbox/listen';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/server';
import type { Counts } from './counts';

/** Starts and stops sandboxes for tests that run in a browser, and takes down what came of these. */
export interface SandboxMaker {
  readonly url: string;
  /** What the tests reported, if they ran to their end. */
  readonly counts: Counts | undefined;
  readonly stop: () => Promise<void>;
}

/** `POST /` with `SandboxOptions` starts one and tells its address, `DELETE /?url=…` stops it, `POST /counts` reports. */
export async function startSandboxMaker(): Promise<SandboxMaker> {
  const sandboxes = new Map<string, Sandbox>();
  let counts: Counts | undefined;
  const listening = await listen(0, (request, response) => {
    if (answerCors('on', request, response)) return;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://maker');
    const act = async (): Promise<object> => {
      if (request.method === 'DELETE') {
        await sandboxes.get(searchParams.get('url') ?? '')?.close();
        return {};
      }
      const body = await readJson(request);
      if (pathname === '/counts') {
        counts = body as Counts;
        return {};
      }
      const sandbox = await startSandbox(body as SandboxOptions);
      sandboxes.set(sandbox.url, sandbox);
      return { url: sandbox.url };
    };
    act().then(
      (answer) => send(response, json(200, answer)),
      (error: unknown) => send(response, json(500, { error: String(error) })),
    );
  });
  return {
    url: listening.url,
    get counts() {
      return counts;
    },
    async stop() {
      await Promise.all([listening.close(), ...[...sandboxes.values()].map((sandbox) => sandbox.close())]);
    },
  };
}
