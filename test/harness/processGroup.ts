import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A command and everything it started, ended together: by `end`, or when this process goes away. */
export interface ProcessGroup {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Settles when the command is over. */
  readonly ended: Promise<void>;
  readonly end: () => Promise<void>;
}

/** Starts a command in a process group of its own (not on Windows, which has none). */
export function startProcessGroup(command: string, args: readonly string[], env: NodeJS.ProcessEnv): ProcessGroup {
  const guard = spawn(process.execPath, [join(import.meta.dirname, 'guard.mjs'), command, ...args], {
    detached: true,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve, reject) => {
    guard.once('error', reject);
    guard.once('exit', () => resolve());
  });
  return {
    stdout: guard.stdout,
    stderr: guard.stderr,
    ended,
    async end() {
      guard.stdin.end();
      await ended;
    },
  };
}
