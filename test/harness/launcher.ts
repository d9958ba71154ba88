import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { format, parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from './browser';
import { cache, root } from './cache';
import { exitOnSignals } from './endings';
import { releaseNamed, releases, type ReleaseName } from './releases';
import { testOutput } from './testOutput';
import { startServer, type Settings } from './vscodeServer';

/** Longer than any run of the tests, of which each has a time limit of its own. */
const deadlineMinutes = 10;

interface Launch {
  readonly release: ReleaseName;
  readonly extensionDevelopmentPath: string;
  readonly extensionTestsPath: string;
  readonly workspace: string;
  readonly userDataFolder: string;
  readonly extensionsFolder: string;
}

/** Runs the tests in a VS Code that a browser shows; returns the exit code that they ask for. */
async function launch(options: Launch): Promise<number> {
  const { release, workspace, extensionDevelopmentPath, extensionTestsPath, extensionsFolder } = options;
  await mkdir(extensionsFolder, { recursive: true });
  const userSettings = await readSettings(join(options.userDataFolder, 'User', 'settings.json'));
  const server = await startServer({ release, extensionsFolder, userSettings, smokeTestDriver: true });
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser();
    console.log(`VS Code ${releases[release].vscode} in Chromium ${browser.version()}`);
    const page = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    const logFile = join(cache, `vscode-${release}.log`);
    const exitCode = testsEnd(page, logFile);
    console.log(`What else VS Code says is in ${relative(root, logFile)}`);
    await page.goto(server.url({ workspace, extensionDevelopmentPath, extensionTestsPath }));
    return await Promise.race([
      exitCode,
      fail(server.ended, () => `VS Code ended before the tests did.\n${server.log()}`),
      fail(page.waitForEvent('crash', { timeout: 0 }), () => 'The page of VS Code crashed.'),
      fail(delay(deadlineMinutes * 60_000), () => `The tests did not end within ${deadlineMinutes} minutes.`),
    ]);
  } finally {
    await browser?.close();
    await server.stop();
  }
}

/** Prints what the tests print, and keeps what else VS Code has to say in a file; settles with their exit code. */
async function testsEnd(page: Page, logFile: string): Promise<number> {
  const log = createWriteStream(logFile);
  await page.exposeFunction('codeAutomationLog', (severity: string, values: readonly unknown[]) => {
    const text = format(...values);
    if (text.startsWith(testOutput)) console.log(text.replaceAll(new RegExp(`^${testOutput}`, 'gm'), ''));
    else log.write(`${severity}: ${text}\n`);
  });
  return new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
  });
}

async function fail(when: Promise<unknown>, why: () => string): Promise<never> {
  await when;
  throw new Error(why());
}

async function readSettings(file: string): Promise<Settings> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return JSON.parse(text) as Settings;
}

function readLaunch(args: string[]): Launch {
  const { values, positionals } = parseArgs({
    args,
    strict: false, // a desktop VS Code is started with flags that mean nothing here
    options: {
      'vscode-release': { type: 'string' },
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
    },
  });
  const value = (name: keyof typeof values) => {
    const found = values[name];
    if (typeof found !== 'string') throw new Error(`--${name}=… is missing.`);
    return found;
  };
  const [workspace] = positionals;
  if (workspace === undefined) throw new Error('The folder to open is missing.');
  return {
    release: releaseNamed(value('vscode-release')),
    extensionDevelopmentPath: value('extensionDevelopmentPath'),
    extensionTestsPath: value('extensionTestsPath'),
    workspace,
    userDataFolder: value('user-data-dir'),
    extensionsFolder: value('extensions-dir'),
  };
}

exitOnSignals();
// Whoever started us holds the other end of the pipe: without it, nobody waits for the result.
process.stdin.once('close', () => process.exit(1)).resume();

launch(readLaunch(process.argv.slice(2))).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
