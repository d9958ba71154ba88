import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../harness/cache';
import { makeTemporaryFolder } from '../../harness/endings';

/** Bundles a module of test/trust for Node, with the stand-in where it imports `vscode`; returns the bundle's path. */
export async function bundleForNode(module: string): Promise<string> {
  const outfile = join(await makeTemporaryFolder('trust'), basename(module).replace(/\.ts$/, '.cjs'));
  await build({
    entryPoints: [join(root, 'test', 'trust', module)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    alias: { vscode: join(import.meta.dirname, 'vscode.ts') },
    logLevel: 'warning',
    // The stand-in has only what is called.
    logOverride: { 'import-is-undefined': 'silent' },
  });
  return outfile;
}

/** Bundles a module and loads it into this process. */
export async function loadForNode(module: string): Promise<unknown> {
  const bundle = await bundleForNode(module);
  return createRequire(bundle)(bundle) as unknown;
}
