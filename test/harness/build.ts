import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { root } from './cache';
import { makeTemporaryFolder } from './endings';
import { runNode } from './nodeProcess';
import { testFilesIn } from './testFiles';

let built: Promise<void> | undefined;
let release: Promise<string> | undefined;

/** Builds the extension as `npm run build` does, once in this process. */
export function buildExtension(): Promise<void> {
  built ??= runBuild([]);
  return built;
}

/** Builds what is published into a folder of its own, once in this process, and returns the folder. */
export function buildRelease(): Promise<string> {
  release ??= makeTemporaryFolder('release').then(async (folder) => {
    await runBuild(['--production', `--outdir=${folder}`]);
    return folder;
  });
  return release;
}

async function runBuild(options: readonly string[]): Promise<void> {
  const { code, output } = await runNode(['esbuild.mjs', ...options], ['ignore', 'pipe', 'pipe']);
  if (code !== 0) throw new Error(`The extension could not be built.\n${output}`);
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
