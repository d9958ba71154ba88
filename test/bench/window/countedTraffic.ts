import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** Stands between the extension and the sandbox, and counts the bytes of both directions. */
export interface CountedTraffic {
  readonly url: string;
  readonly bytes: () => number;
  readonly close: () => Promise<void>;
}

export async function countTraffic(to: string): Promise<CountedTraffic> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let bytes = 0;
  const server = createServer((from) => {
    const onward = connect(Number(port), hostname);
    for (const [socket, other] of [
      [from, onward],
      [onward, from],
    ] as const) {
      sockets.add(socket);
      socket.on('data', (chunk) => (bytes += chunk.length));
      socket.once('error', () => other.destroy());
      socket.once('close', () => sockets.delete(socket));
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => bytes,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
