import { spawn, type StdioOptions } from 'node:child_process';
import { root } from './cache';

/** Runs Node in the checkout until it ends; it ends with us. */
export function runNode(args: readonly string[], stdio: StdioOptions = 'inherit'): Promise<NodeRun> {
  const child = spawn(process.execPath, args, { cwd: root, stdio });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', end);
      resolve({ code, output });
    });
  });
}

export interface NodeRun {
  /** `null` where a signal ended it. */
  readonly code: number | null;
  /** What it printed, unless its output was inherited. */
  readonly output: string;
}
