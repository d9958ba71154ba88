import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A server that nobody should ever come to. */
export interface Trap {
  readonly port: number;
  readonly url: string;
  /** Everybody who came, with the first bytes that were said, if any. */
  readonly visits: readonly string[];
  readonly close: () => void;
}

/** Counts connections, not requests: to find out that somebody asks here is enough to learn who and when. */
export async function setTrap(host = '127.0.0.1'): Promise<Trap> {
  const visits: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    const visit = visits.push('(nothing was said)') - 1;
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.once('data', (said) => (visits[visit] = String(said).slice(0, 200)));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${host}:${port}`,
    visits,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
