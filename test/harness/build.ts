import { rm } from 'node:fs/promises';
import { join } from 'node:path';
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

/** Bundles the tests of test/vscode for the extension host; returns the file that runs them. */
export async function bundleVSCodeTests(): Promise<string> {
  const outdir = join(root, 'out', 'vscode');
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints: [join(root, 'test/vscode/index.ts'), ...(await testFilesIn('test/vscode'))],
    outbase: join(root, 'test/vscode'),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  return join(outdir, 'index.js');
}
