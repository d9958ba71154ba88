import { join } from 'node:path';
import { after, afterEach, before } from 'mocha';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../harness/browser';
import { root } from '../../harness/cache';
import { openReport, type OpenedReport, type OpenOptions } from './openReport';
import { startPageServer, type PageServer } from './pageServer';

/** Opens the built page for the tests of one suite; each page is closed after its test. */
export function useReports(): (options?: OpenOptions) => Promise<OpenedReport> {
  let browser: Browser | undefined;
  let server: PageServer | undefined;
  const opened: OpenedReport[] = [];
  before(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startPageServer(join(root, 'dist', 'report'))]);
  });
  afterEach(async () => {
    for (const report of opened.splice(0)) await report.close();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  return async (options) => {
    if (!browser || !server) throw new Error('The browser is started before the tests, not before the suite');
    const report = await openReport(browser, server.url, options);
    opened.push(report);
    return report;
  };
}
