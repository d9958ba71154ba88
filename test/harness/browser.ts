import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type LaunchOptions, type Page } from 'playwright-core';
import { installChromium } from './installChromium';

const args = [
  ...(process.platform === 'linux' ? ['--no-sandbox'] : []), // containers and root have none; the pages are our own
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts an installed Chrome, Edge or Chromium, or else one from the npm registry, without a window. */
export async function launchBrowser(): Promise<Browser> {
  for (const executablePath of await installedBrowsers()) {
    try {
      return await launch({ executablePath });
    } catch (error) {
      console.log(`Not used: ${executablePath} (${String(error).split('\n')[0]})`);
    }
  }
  return launch(await installChromium());
}

/** Opens a page in a profile of its own, so that nothing is shared with another page's storage. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  // The functions given to `page.evaluate` were compiled with a helper that only exists outside the page.
  await context.addInitScript('globalThis.__name ??= (value) => value');
  return context.newPage();
}

function launch(options: LaunchOptions): Promise<Browser> {
  return chromium.launch({ ...options, args, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
}

async function installedBrowsers(): Promise<string[]> {
  const candidates = [...(usualPaths[process.platform]?.() ?? []), ...playwrightsOwn()];
  const found = await Promise.all(
    candidates.map((path) =>
      access(path).then(
        () => path,
        () => undefined,
      ),
    ),
  );
  return found.filter((path) => path !== undefined);
}

function playwrightsOwn(): string[] {
  return [chromium.executablePath()];
}

const usualPaths: Partial<Record<NodeJS.Platform, () => string[]>> = {
  linux: () => {
    const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
    const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
    return names.flatMap((name) => folders.map((folder) => join(folder, name)));
  },
  darwin: () =>
    ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: () =>
    ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
      .flatMap((variable) => process.env[variable] ?? [])
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]),
};
