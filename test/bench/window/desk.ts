import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where the probe in the extension host fetches its tasks, and where it puts what came of them. */
export interface Desk {
  readonly url: string;
  /** Lets the probe do something; rejects where that fails. One thing at a time. */
  readonly ask: <Result>(task: string, ...args: unknown[]) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** Milliseconds. */
const LONGEST_TASK = 2 * 60_000;

interface Done {
  readonly value?: unknown;
  readonly error?: string;
}

export async function openDesk(): Promise<Desk> {
  let waiting = promised<ServerResponse>();
  let done = promised<Done>();
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    if (request.url === '/next') {
      waiting.resolve(response);
    } else {
      response.end();
      done.resolve(JSON.parse(body) as Done);
    }
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async ask<Result>(task: string, ...args: unknown[]) {
      const response = await answered(waiting.promise);
      waiting = promised();
      done = promised();
      response.end(JSON.stringify({ task, args }));
      const { value, error } = await answered(done.promise);
      if (error !== undefined) throw new Error(`${task} ${JSON.stringify(args)}: ${error}`);
      return value as Result;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Rejects where an extension host has gone, which would never answer. */
async function answered<Value>(answer: Promise<Value>): Promise<Value> {
  const ended = new AbortController();
  const tooLong = sleep(LONGEST_TASK, undefined, { signal: ended.signal }).then(() => {
    throw new Error('The probe in the extension host does not answer');
  });
  try {
    return await Promise.race([answer, tooLong]);
  } finally {
    ended.abort();
  }
}

function promised<Value>(): { readonly promise: Promise<Value>; readonly resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((keep) => (resolve = keep));
  return { promise, resolve };
}
