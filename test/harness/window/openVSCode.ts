import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { launchBrowser, openPage } from '../browser';
import { root } from '../cache';
import { makeTemporaryFolder, removeTemporaryFolder } from '../endings';
import type { ReleaseName } from '../releases';
import { startServer, type Settings, type VSCodeServer } from '../vscodeServer';
import { VSCodeWindow } from './vscodeWindow';

export interface OpenOptions {
  readonly release?: ReleaseName;
  readonly userSettings?: Settings;
  readonly machineSettings?: Settings;
  readonly askForTrust?: boolean;
  /** Where installed extensions are; without it, this checkout is the only one. */
  readonly extensionsFolder?: string;
  readonly page?: BrowserContextOptions;
}

export interface OpenVSCode {
  readonly window: VSCodeWindow;
  readonly browserVersion: string;
  readonly close: () => Promise<void>;
}

/** Starts VS Code with this extension installed, and a browser without a window of its own that shows it. */
export async function openVSCode({ page: pageOptions, ...options }: OpenOptions = {}): Promise<OpenVSCode> {
  const installed = await startWithExtension(options);
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    await installed.stop();
  };
  try {
    const page = await openPage(browser, {
      viewport: { width: 1400, height: 900 },
      reducedMotion: 'reduce',
      ...pageOptions,
    });
    const window = new VSCodeWindow(page, installed.server);
    await page.goto(installed.url);
    await window.waitUntilReady();
    return { window, browserVersion: browser.version(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

export interface StartedWithExtension {
  readonly server: VSCodeServer;
  /** Where a browser finds the window. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts VS Code on an empty folder, with this extension installed. */
export async function startWithExtension(options: Omit<OpenOptions, 'page'> = {}): Promise<StartedWithExtension> {
  const home = await makeTemporaryFolder('vscode-home');
  const workspace = join(home, 'workspace');
  await mkdir(workspace);
  const server = await startServer({
    release: 'newest',
    ...options,
    extensionsFolder: options.extensionsFolder ?? (await linkExtension(home)),
    userSettings: { ...plainWindow, ...options.userSettings },
  });
  return {
    server,
    url: server.url({ workspace }),
    async stop() {
      await server.stop();
      removeTemporaryFolder(home);
    },
  };
}

/** Room for the extension, and nothing that is about something else. */
const plainWindow: Settings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** An extension is installed where a folder with its name stands among the extensions. */
async function linkExtension(home: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, string>;
  const folder = join(home, 'extensions');
  await mkdir(folder);
  const { publisher, name, version } = manifest;
  await symlink(root, join(folder, `${String(publisher)}.${String(name)}-${String(version)}`), 'dir');
  return folder;
}
