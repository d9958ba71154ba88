import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildExtension } from './build';
import { exitOnSignals } from './endings';
import { releases } from './releases';
import { tour } from './tour';
import { startWithExtension } from './window/openVSCode';

/** Starts the sandbox and VS Code, for a person or, with `--tour FOLDER`, to be looked at later. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  exitOnSignals();
  try {
    const { tour: folder } = parseArgs({ args, options: { tour: { type: 'string' } } }).values;
    await buildExtension();
    const sandbox = await startSandbox();
    if (folder !== undefined) return (await tour(folder, sandbox)) ? 0 : 1;
    await runForPerson(sandbox);
    return 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

/** Runs VS Code until Ctrl+C. */
async function runForPerson(sandbox: Sandbox): Promise<never> {
  const { server, url } = await startWithExtension({ userSettings: { 'sendkit.apiBaseUrl': sandbox.url } });
  console.log(`
VS Code ${releases[server.release].vscode} with the extension: ${url}

It talks to a sandbox of SendKit on this computer, ${sandbox.url}
  API key      ${sandbox.key}
  Campaign id  ${sandbox.campaigns.seed}, or with A/B variants ${sandbox.campaigns.variants}

Run "SendKit: Set API Key", then "SendKit: Show Campaign Analytics". Ctrl+C ends all of it.`);
  openInBrowser(url);
  await server.ended;
  throw new Error(`VS Code ended by itself.\n${server.log()}`);
}

/** Opens the person's own browser where there is a display; the address was printed in any case. */
function openInBrowser(url: string): void {
  const hasDisplay = process.platform === 'darwin' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  if (!hasDisplay) return;
  const open = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [url], { stdio: 'ignore', detached: true });
  open.once('error', () => undefined);
  open.unref();
}
