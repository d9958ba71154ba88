import './markOutput';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { env, UIKind, version } from 'vscode';
import { runMocha, type MochaRun } from '../harness/mochaRun';

/** Called by VS Code in its extension host: runs the test files that were bundled beside this one. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const window = env.uiKind === UIKind.Desktop ? 'on the desktop' : 'in a browser';
  console.log(`${env.appName} ${version} ${window}, extension host on Node ${process.versions.node}`);
  const names = await readdir(__dirname, { recursive: true });
  const files = names.filter((name) => name.endsWith('.test.js')).map((name) => join(__dirname, name));
  const told = JSON.parse(process.env['SENDKIT_MOCHA_RUN'] ?? '') as Pick<MochaRun, 'args' | 'countsFile'>;
  const passed = await runMocha({ ...told, files, timeout: 20_000 });
  if (!passed) throw new Error('There were failures.');
}
