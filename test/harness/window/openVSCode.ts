import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../browser';
import { root } from '../cache';
import { makeTemporaryFolder, removeTemporaryFolder } from '../endings';
import type { ReleaseName } from '../releases';
import { startServerless } from '../serverless';
import { startServer, type Keybinding, type Settings, type VSCodeServer } from '../vscodeServer';
import { VSCodeWindow } from './vscodeWindow';

/** A display language of VS Code: one that the extension is translated into, or one whose strings are given. */
export interface DisplayLanguage {
  readonly name: string;
  /** As in `bundle.l10n.<name>.json`. */
  readonly bundle?: Readonly<Record<string, string>>;
  /** As in `package.nls.<name>.json`. */
  readonly manifest?: Readonly<Record<string, string>>;
}

export interface OpenOptions {
  readonly release?: ReleaseName;
  /** VS Code's own words stay English: it has no language packs here. */
  readonly language?: DisplayLanguage;
  readonly userSettings?: Settings;
  readonly keybindings?: readonly Keybinding[];
  readonly machineSettings?: Settings;
  readonly askForTrust?: boolean;
  /** Where installed extensions are; without it, this checkout is the only one. */
  readonly extensionsFolder?: string;
  /** A folder, or a `.code-workspace` file; an empty folder unless it is given. */
  readonly workspace?: string;
  /** Folders of other extensions that are installed beside this one. */
  readonly companions?: readonly string[];
  readonly page?: BrowserContextOptions;
  /** Is given the browser's page before it shows anything. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export interface OpenVSCode {
  readonly window: VSCodeWindow;
  readonly browserVersion: string;
  readonly close: () => Promise<void>;
}

/** Starts VS Code with this extension installed, and a browser without a window of its own that shows it. */
export async function openVSCode({ page, prepare, ...options }: OpenOptions = {}): Promise<OpenVSCode> {
  const { server, url, stop } = await startWithExtension(options);
  return openWindow({ url, stop, server, page, prepare, language: options.language });
}

interface WindowOptions {
  readonly url: string;
  /** Ends what is behind the window. */
  readonly stop: () => Promise<void>;
  readonly server?: VSCodeServer;
  readonly page?: OpenOptions['page'] | undefined;
  readonly prepare?: OpenOptions['prepare'] | undefined;
  readonly language?: DisplayLanguage | undefined;
}

async function openWindow(options: WindowOptions): Promise<OpenVSCode> {
  const { url, stop, server, prepare, language } = options;
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    await stop();
  };
  try {
    const page = await openPage(browser, {
      viewport: { width: 1400, height: 900 },
      reducedMotion: 'reduce',
      ...options.page,
    });
    if (language) await setLanguage(page, language);
    await prepare?.(page);
    const window = new VSCodeWindow(page, server);
    await page.goto(url);
    await window.waitUntilReady();
    return { window, browserVersion: browser.version(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens VS Code as vscode.dev is it, without a server, with this extension installed. */
export async function openServerless(settings: Settings): Promise<OpenVSCode> {
  const vscode = await startServerless({ release: 'newest', settings: { ...plainWindow, ...settings } });
  return openWindow({ url: vscode.url, stop: vscode.stop });
}

export interface StartedWithExtension {
  readonly server: VSCodeServer;
  /** Where a browser finds the window. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts VS Code on a folder, with this extension installed. */
export async function startWithExtension(
  options: Omit<OpenOptions, 'page' | 'prepare'> = {},
): Promise<StartedWithExtension> {
  const home = await makeTemporaryFolder('vscode-home');
  const emptyFolder = join(home, 'workspace');
  await mkdir(emptyFolder);
  const { workspace = emptyFolder } = options;
  const server = await startServer({
    release: 'newest',
    ...options,
    extensionsFolder: options.extensionsFolder ?? (await linkExtensions(home, options)),
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

/** What a language pack says when it is loaded: the window asks for it, and tells the extension host. */
async function setLanguage(page: Page, { name }: DisplayLanguage): Promise<void> {
  const language = JSON.stringify(name);
  await page.addInitScript(
    `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => ${language}, set: () => undefined })`,
  );
}

/** An extension is installed where a folder with its name stands among the extensions. */
async function linkExtensions(
  home: string,
  { language, companions = [] }: Pick<OpenOptions, 'language' | 'companions'>,
): Promise<string> {
  const folder = join(home, 'extensions');
  await mkdir(folder);
  const extension = join(folder, await installedName(root));
  if (language?.bundle) await copyWithLanguage(extension, language);
  else await symlink(root, extension, 'dir');
  for (const companion of companions) await symlink(companion, join(folder, await installedName(companion)), 'dir');
  return folder;
}

async function installedName(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'package.json'), 'utf8')) as Record<string, string>;
  const { publisher, name, version } = manifest;
  return `${String(publisher)}.${String(name)}-${String(version)}`;
}

/** What ships, with one language instead of its own. */
async function copyWithLanguage(extension: string, { name, bundle, manifest }: DisplayLanguage): Promise<void> {
  await mkdir(join(extension, 'l10n'), { recursive: true });
  // No links: VS Code would take code in another folder for that of no extension.
  for (const entry of ['dist', 'media', 'package.json', 'package.nls.json']) {
    await cp(join(root, entry), join(extension, entry), { recursive: true });
  }
  await writeFile(join(extension, 'l10n', `bundle.l10n.${name}.json`), JSON.stringify(bundle));
  await writeFile(join(extension, `package.nls.${name}.json`), JSON.stringify(manifest));
}
