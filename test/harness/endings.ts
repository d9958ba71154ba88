import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

/** Makes an empty folder that is gone when this process is. */
export async function makeTemporaryFolder(name: string): Promise<string> {
  if (folders.size === 0) process.once('exit', removeAll);
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  folders.add(folder);
  return folder;
}

/** Removes a folder of `makeTemporaryFolder` before the end. */
export function removeTemporaryFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  folders.delete(folder);
}

function removeAll(): void {
  for (const folder of folders) {
    try {
      removeTemporaryFolder(folder);
    } catch {
      // Something still writes there; the system clears its temporary folder some day.
    }
  }
}

/** Lets Ctrl+C and the like end this process in the ordinary way, so that it tidies up. */
export function exitOnSignals(): void {
  for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
    process.once(signal, () => process.exit(128 + number));
  }
}
