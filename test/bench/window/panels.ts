import { comparison } from '../figures/row';
import type { Samples } from '../figures/samples';
import type { BenchWindow } from './benchWindow';
import type { Collector } from './collector';
import type { PAGES, PagePainted } from './paint';

type PageName = keyof typeof PAGES;

/** Keys of the probe's manifest. */
const OPENS: Readonly<Record<PageName, string>> = { empty: 'Control+Alt+F5', report: 'Control+Alt+F6' };
const CLOSES = 'Control+Alt+F9';
/** In each window. */
const LATER_VISITS = 6;
const EMPTY_PANEL = 'empty panel';

export const panels: Collector = {
  async collect(window, start, samples) {
    const pages: readonly PageName[] = start % 2 === 0 ? ['report', 'empty'] : ['empty', 'report'];
    const [first = 'report', second = 'empty'] = pages;
    const add = async (page: PageName, when: string): Promise<void> => {
      const { figures, all } = await visit(window, page);
      samples.add(`${page} ${when}`, figures);
      samples.add(`${page} ${when}, all`, all);
    };
    await add(first, 'in a new browser');
    await add(second, 'first');
    for (let times = 0; times < LATER_VISITS; times += 1) {
      for (const page of pages) await add(page, 'later');
    }
    await memory(window, pages, samples);
  },

  rows: (samples) => [
    ...(
      [
        ['first', 'first visit of the window'],
        ['later', 'later visits'],
        ['in a new browser', 'first page of a new browser'],
        ['later, all', 'later visits, all of it, two frames after'],
      ] as const
    ).map(([when, what]) =>
      comparison(
        { about: 'Command → report painted', what, unit: 'ms' },
        samples.of(`report ${when}`),
        { what: EMPTY_PANEL, values: samples.of(`empty ${when}`) },
        when === 'first' || when === 'later' ? 1.3 : null,
      ),
    ),
    comparison(
      { about: 'Memory of the page', what: 'the window with the panel open', unit: 'MB' },
      samples.of('report memory'),
      { what: EMPTY_PANEL, values: samples.of('empty memory') },
      1.5,
    ),
    comparison(
      { about: 'Memory of the page', what: 'what the panel adds to the window', unit: 'MB' },
      samples.of('report adds'),
      { what: EMPTY_PANEL, values: samples.of('empty adds') },
    ),
  ],
};

/** Opens a page, and closes it when it was painted. */
async function visit({ window, paint }: BenchWindow, page: PageName): Promise<PagePainted> {
  const time = await paint.untilPage(page, () => window.page.keyboard.press(OPENS[page]));
  await close({ window });
  return time;
}

async function close({ window }: Pick<BenchWindow, 'window'>): Promise<void> {
  // What has the focus in a page goes to the window when it has been drawn.
  await window.page.locator('.tabs-container .tab.active').waitFor();
  await window.page.keyboard.press(CLOSES);
  await window.waitForTabs([]);
}

/** Of the window with the page, as a webview shares it here, and of the window alone. */
async function memory(window: BenchWindow, pages: readonly PageName[], samples: Samples): Promise<void> {
  for (const page of pages) {
    const before = await liveBytes(window);
    await window.paint.untilPage(page, () => window.window.page.keyboard.press(OPENS[page]));
    const after = await liveBytes(window);
    samples.add(`${page} memory`, after / 2 ** 20);
    samples.add(`${page} adds`, (after - before) / 2 ** 20);
    await close(window);
  }
}

async function liveBytes({ devtools }: Pick<BenchWindow, 'devtools'>): Promise<number> {
  await devtools.send('Performance.enable');
  for (let times = 0; times < 2; times += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
}
