import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { root } from './cache';
import { runNode } from './nodeProcess';
import { testFilesIn } from './testFiles';

let built: Promise<void> | undefined;

/** Builds the extension as `npm run build` does, once in this process. */
export function buildExtension(): Promise<void> {
  built ??= runNode(['esbuild.mjs'], ['ignore', 'pipe', 'pipe']).then(({ code, output }) => {
    if (code !== 0) throw new Error(`The extension could not be built.\n${output}`);
  });
  return built;
}

/** The tests of test/vscode as the extension host loads them. */
export interface VSCodeTests {
  readonly runner: string;
  readonly files: readonly string[];
}

/** Bundles the tests of test/vscode for the extension host. */
export async function bundleVSCodeTests(): Promise<VSCodeTests> {
  const source = join(root, 'test', 'vscode');
  const outdir = join(root, 'out', 'vscode');
  const tests = await testFilesIn('test/vscode');
  await build({
    entryPoints: [join(source, 'index.ts'), ...tests],
    outbase: source,
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  return {
    runner: join(outdir, 'index.js'),
    files: tests.map((test) => join(outdir, relative(source, test).replace(/\.ts$/, '.js'))),
  };
}
