import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../harness/cache';
import type { ProbedWindow } from './probedWindow';

/** Functions of a module that run in the extension host, which a test calls with plain data. */
export type InHost<Module> = {
  readonly [Name in keyof Module]: Module[Name] extends (argument: infer Argument) => Promise<infer Result>
    ? (argument: Argument) => Promise<Result>
    : never;
};

/** Loads a module of the tests into the extension host of a window, with all that it imports. */
export async function loadInHost<Module>({ run }: ProbedWindow, file: string): Promise<InHost<Module>> {
  const outfile = join(root, 'out', 'trust', `${basename(join(file, '..'))}.cjs`);
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const call = (name: string) => (argument: unknown) =>
    run(
      (_, { outfile: path, name: exported, argument: given }) =>
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- the probe runs where modules are CommonJS
        (require(path) as Record<string, (argument: unknown) => unknown>)[exported]?.(given),
      { outfile, name, argument },
    );
  return new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : call(String(name))) }) as InHost<Module>;
}
