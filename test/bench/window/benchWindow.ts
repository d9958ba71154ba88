import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { launchBrowser, openPage } from '../../harness/browser';
import { startWithExtension } from '../../harness/window/openVSCode';
import { VSCodeWindow } from '../../harness/window/vscodeWindow';
import { openDesk, type Desk } from './desk';
import { extensionsFolder, OURS } from './extensions';
import { watchPaint, type PaintWatch } from './paint';

/** A VS Code that was just started, with the probe at work in its extension host. */
export interface BenchWindow {
  readonly window: VSCodeWindow;
  readonly browserVersion: string;
  readonly devtools: CDPSession;
  readonly paint: PaintWatch;
  /** Has the probe do something. */
  readonly ask: Desk['ask'];
  readonly close: () => Promise<void>;
}

export interface BenchWindowOptions {
  /** Of SendKit: the sandbox. */
  readonly apiBaseUrl: string;
  /** Runs our extension as of this commit. */
  readonly commit?: string | null;
  /** What our extension finds on disk: the answers of campaigns that were loaded once, by the name of the file. */
  readonly kept?: ReadonlyMap<string, Uint8Array>;
}

export async function openBenchWindow({
  apiBaseUrl,
  commit = null,
  kept = new Map(),
}: BenchWindowOptions): Promise<BenchWindow> {
  const desk = await openDesk();
  const installed = await startWithExtension({
    extensionsFolder: await extensionsFolder(commit),
    userSettings: { 'sendkit.apiBaseUrl': apiBaseUrl, 'bench.desk': desk.url },
  });
  const { server } = installed;
  await keep(join(server.dataFolder, 'data', 'User', 'globalStorage', OURS, 'campaigns'), kept);
  const browser = await launchBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    await installed.stop();
    await desk.close();
  };
  try {
    const page = await openPage(browser, { viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
    const paint = await watchPaint(page);
    const window = new VSCodeWindow(page, server);
    await page.goto(installed.url);
    await window.waitUntilReady();
    await desk.ask('version'); // the extension host is there
    const devtools = await page.context().newCDPSession(page);
    return { window, browserVersion: browser.version(), devtools, paint, ask: desk.ask, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function keep(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
}
