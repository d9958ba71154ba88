import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The processes in which a server's windows run extensions, by the folder that all of them have for their sockets. Linux alone. */
export async function extensionHostsOf(dataFolder: string): Promise<number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    all.map(async (id) => {
      const [command, environment] = await Promise.all(['cmdline', 'environ'].map((file) => told(id, file)));
      const isHost = command?.includes('--type=extensionHost') ?? false;
      return isHost && environment?.split('\0').includes(`TMPDIR=${dataFolder}`) ? id : undefined;
    }),
  );
  return found.filter((id) => id !== undefined);
}

/** What a process tells of itself; nothing once it is gone. */
async function told(id: number, file: string): Promise<string | undefined> {
  return readFile(join('/proc', String(id), file), 'utf8').catch(() => undefined);
}
