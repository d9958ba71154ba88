import './markOutput';
import { env, UIKind, version } from 'vscode';
import { runMocha, type MochaRun } from '../harness/mochaRun';

/** Called by VS Code in its extension host: does the run of mocha that the environment describes. */
export async function run(): Promise<void> {
  const window = env.uiKind === UIKind.Desktop ? 'on the desktop' : 'in a browser';
  console.log(`${env.appName} ${version} ${window}, extension host on Node ${process.versions.node}`);
  const passed = await runMocha(JSON.parse(process.env['SENDKIT_MOCHA_RUN'] ?? '') as MochaRun);
  if (!passed) throw new Error('There were failures.');
}
