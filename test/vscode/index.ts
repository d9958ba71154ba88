import './markOutput';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { env, UIKind, version } from 'vscode';
import { runMocha, type MochaRun } from '../harness/mochaRun';

/** Called by VS Code in its extension host: does the run of mocha that the environment describes. */
export async function run(): Promise<void> {
  const window = env.uiKind === UIKind.Desktop ? 'on the desktop' : 'in a browser';
  console.log(`${env.appName} ${version} ${window}, extension host on Node ${process.versions.node}`);
  const described = process.env['SENDKIT_MOCHA_RUN'];
  const passed = await runMocha(described === undefined ? await runInDebugger() : (JSON.parse(described) as MochaRun));
  if (!passed) throw new Error('There were failures.');
}

/** All tests that were bundled beside this file, however long they stand still. */
async function runInDebugger(): Promise<MochaRun> {
  const names = await readdir(__dirname, { recursive: true });
  const files = names.filter((name) => name.endsWith('.test.js')).map((name) => join(__dirname, name));
  return { files, timeout: 0, args: [] };
}
