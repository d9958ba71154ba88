import { createWriteStream } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from './browser';
import { cache, root } from './cache';
import { testOutput } from './testOutput';

/** Longer than any run of the tests, of which each has a time limit of its own. */
const deadlineMinutes = 10;

export interface TestPage {
  /** What VS Code this is, in the first line. */
  readonly title: string;
  /** A page of VS Code that runs tests. */
  readonly url: string;
  /** What else VS Code says is kept in this file of the cache. */
  readonly logName: string;
  /** Changes what the tests print. */
  readonly readable?: (text: string) => string;
  /** Rejects when there is nothing to wait for any more. */
  readonly broken?: Promise<never>;
}

/** Opens the page in a browser, prints what the tests print, and settles with the exit code that they ask for. */
export async function runTestsInPage({ title, url, logName, readable, broken }: TestPage): Promise<number> {
  const browser: Browser = await launchBrowser();
  try {
    console.log(`${title} in Chromium ${browser.version()}`);
    const page = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    const logFile = join(cache, logName);
    const exitCode = testsEnd(page, logFile, readable);
    console.log(`What else VS Code says is in ${relative(root, logFile)}`);
    await page.goto(url);
    return await Promise.race([
      exitCode,
      ...(broken ? [broken] : []),
      fail(page.waitForEvent('crash', { timeout: 0 }), 'The page of VS Code crashed.'),
      fail(
        delay(deadlineMinutes * 60_000, undefined, { ref: false }),
        `The tests did not end within ${deadlineMinutes} minutes.`,
      ),
    ]);
  } finally {
    await browser.close();
  }
}

/** Prints what the tests print, and keeps what else VS Code has to say in a file; settles with their exit code. */
async function testsEnd(page: Page, logFile: string, readable = (text: string) => text): Promise<number> {
  const log = createWriteStream(logFile);
  await page.exposeFunction('codeAutomationLog', (severity: string, values: readonly unknown[]) => {
    const text = format(...values);
    if (text.startsWith(testOutput)) console.log(readable(text.replaceAll(new RegExp(`^${testOutput}`, 'gm'), '')));
    else log.write(`${severity}: ${text}\n`);
  });
  return new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
  });
}

async function fail(when: Promise<unknown>, why: string): Promise<never> {
  await when;
  throw new Error(why);
}
