// The way to SendKit.
import { Agent } from 'node:http';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import nodeFetch from 'node-fetch';
import { around, onGraph } from '../onGraph';
import type { SpecialCase } from './case';
import type { Fetch } from '../../../../src/sendkit/fetch';

export const NETWORK_CASES = {
  'the name of the server cannot be resolved (DNS)': (given) => {
    let known = true;
    const agent = new Agent({
      lookup: (host, _, done) => {
        if (known) done(null, [{ address: '127.0.0.1', family: 4 }]);
        else done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }), []);
      },
    });
    const options = {
      address: given.url.replace('127.0.0.1', 'localhost'),
      fetch: fetching((url, request) => nodeFetch(url, { ...request, agent })),
    };
    const goWrong = (): void => void (known = false);
    const mend = (): void => void (known = true);
    return onGraph(given, options, around(given, goWrong, mend));
  },

  'the connection is refused': async (given) => {
    const way = await wayTo(given.url);
    try {
      return await onGraph(given, { address: way.url }, around(given, way.shut, way.open));
    } finally {
      await way.shut();
    }
  },

  'the connection cannot be encrypted (TLS)': (given) => {
    let scheme = 'http:';
    const fetch = fetching((url, request) => nodeFetch(url.replace('http:', scheme), request));
    const goWrong = (): void => void (scheme = 'https:');
    const mend = (): void => void (scheme = 'http:');
    return onGraph(given, { fetch }, around(given, goWrong, mend));
  },
} satisfies Record<string, SpecialCase>;

/** As the client asks for it: when it needs it. */
function fetching(fetch: Fetch): () => Promise<Fetch> {
  return () => Promise.resolve(fetch);
}

interface Way {
  readonly url: string;
  readonly shut: () => Promise<void>;
  readonly open: () => Promise<void>;
}

/** A way to the sandbox that can be shut. */
async function wayTo(url: string): Promise<Way> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const other = connect(Number(new URL(url).port), '127.0.0.1');
    for (const one of [socket, other]) {
      sockets.add(one);
      one.on('error', () => one.destroy());
    }
    socket.pipe(other).pipe(socket);
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    open: () => listen(port),
    shut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
