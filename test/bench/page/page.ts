import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage } from '../../harness/browser';
import { buildRelease } from '../../harness/build';
import { root } from '../../harness/cache';
import { openReport } from '../../report/support/openReport';
import { startPageServer } from '../../report/support/pageServer';
import { reportFrom, viewOf } from '../../report/support/reports';
import { interleaved } from '../figures/interleaved';
import { answerOf } from '../figures/manyRows';
import { growth, type Row } from '../figures/row';
import type {} from './work';

const SIZES = [100, 1_000, 10_000];
const ROUNDS = 7;

/** What is drawn of so many marks and step rows, in Chromium. */
export async function measurePage(): Promise<Row[]> {
  const browser = await launchBrowser();
  try {
    return [...(await measureCharts(browser)), await measureReport(browser)];
  } finally {
    await browser.close();
  }
}

async function measureCharts(browser: Browser): Promise<Row[]> {
  const page = await openPage(browser, { viewport: { width: 900, height: 900 } });
  await page.addScriptTag({ path: await bundledCharts() });
  const rows: Row[] = [];
  for (const [kind, what] of [
    ['bars', 'bars with whiskers'],
    ['days', 'days, a strip of bars and one of a line'],
  ] as const) {
    const at = await interleaved(SIZES, ROUNDS, (size) =>
      page.evaluate(([kind, size]) => window.benchChart(kind, size), [kind, size] as const),
    );
    rows.push(growth({ about: 'Chart marks, drawn', what, unit: 'ms' }, at));
  }
  return rows;
}

/** From the message to the second frame after the page has been drawn: a page draws no more than a person reads. */
async function measureReport(browser: Browser): Promise<Row> {
  const server = await startPageServer(join(await buildRelease(), 'report'));
  try {
    const { page } = await openReport(browser, server.url);
    const empty = viewOf({ report: null });
    const views = new Map(SIZES.map((size) => [size, viewOf({ report: reportFrom(answerOf(size, 'steps').data) })]));
    const at = await interleaved(SIZES, ROUNDS, (size) =>
      page.evaluate(
        async ([before, view]) => {
          const drawn = (data: unknown): Promise<number> =>
            new Promise((resolve) => {
              const start = performance.now();
              const twoFrames = (): unknown =>
                requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
              window.addEventListener('message', twoFrames, { once: true });
              window.postMessage(data, '*');
            });
          await drawn({ type: 'show', view: before });
          return drawn({ type: 'show', view });
        },
        [empty, views.get(size)] as const,
      ),
    );
    return growth({ about: 'Step rows, on the page', what: 'from the message to the second frame', unit: 'ms' }, at);
  } finally {
    await server.close();
  }
}

/** Minified, as it ships. */
async function bundledCharts(): Promise<string> {
  const outfile = join(root, 'out', 'bench', 'charts.js');
  await build({
    entryPoints: [join(import.meta.dirname, 'work.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'chrome132',
    format: 'iife',
    tsconfig: join(root, 'src', 'report', 'page', 'tsconfig.json'),
    logLevel: 'warning',
  });
  return outfile;
}
