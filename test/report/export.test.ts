// The exported page in a browser: what a client gets sees no extension, no script and no network.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chartRef } from '../../src/analytics/chartRef';
import { chartPicture } from '../../src/export/chartSvg';
import { reportHtml } from '../../src/export/htmlReport';
import { launchBrowser, openPage } from '../harness/browser';
import { anAnswer } from '../unit/builders';
import { CASE_NAMES, OPTIONS, sandboxReports, STYLES, type ExportCase } from '../unit/export/sandboxReports';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [320, 400, 900, 1600];

const LARGE = 'large';
/** Sixty steps, and one with many variants: what no screen or sheet has room for at once. */
function largeCase(): ExportCase {
  const steps = Array.from({ length: 60 }, (_, step) => step).reduce(
    (answer, step) => answer.step(step, null, { sent: 1_200 - step, opened: 500 - step, clicked: 60, bounced: step }),
    anAnswer(),
  );
  const tested = Array.from('ABCDEFGHIJ').reduce(
    (answer, label, index) => answer.step(0, label, { sent: 900, opened: 300, clicked: 40 + 3 * index, bounced: 9 }),
    steps,
  );
  return { name: LARGE, report: tested.report(), options: OPTIONS };
}

describe('The exported page', () => {
  let browser: Browser;
  let cases: ExportCase[];
  let page: Page | undefined;
  before(async () => {
    [browser, cases] = await Promise.all([launchBrowser(), sandboxReports()]);
    cases = [...cases, largeCase()];
  });
  afterEach(async () => {
    await page?.context().close();
    page = undefined;
  });
  after(() => browser.close());

  function caseOf(name: string): ExportCase {
    const found = cases.find((exported) => exported.name === name);
    assert.ok(found, name);
    return found;
  }

  /** Opens a page of its own; `troubles` are what it asked the network for, and what the browser complained of. */
  async function open(
    { report, options }: ExportCase,
    context: BrowserContextOptions = {},
  ): Promise<{ readonly opened: Page; readonly troubles: string[] }> {
    const opened = await openPage(browser, { ...context, javaScriptEnabled: true });
    page = opened;
    const troubles: string[] = [];
    opened.on('console', (message) => troubles.push(message.text()));
    opened.on('pageerror', (error) => troubles.push(String(error)));
    await opened.route('**/*', async (route) => {
      troubles.push(route.request().url());
      await route.abort();
    });
    await opened.setContent(reportHtml(report, options, STYLES));
    return { opened, troubles };
  }

  for (const colorScheme of SCHEMES) {
    for (const name of [...CASE_NAMES, LARGE]) {
      it(`has nothing for axe to find, runs nothing and loads nothing: ${name}, ${colorScheme}`, async () => {
        const { opened, troubles } = await open(caseOf(name), { colorScheme, viewport: { width: 900, height: 900 } });
        await opened.locator('details').evaluateAll((all) => all.forEach((one) => one.toggleAttribute('open', true)));
        await opened.evaluate(axe);
        const { violations } = await opened.evaluate(() =>
          (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
        );
        const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
        assert.deepEqual([...found, ...troubles], []);
      });
    }
  }

  it('has room for everything, from 320 pixels to a wide screen', async () => {
    for (const exported of cases) {
      const { opened } = await open(exported);
      for (const width of WIDTHS) {
        await opened.setViewportSize({ width, height: 900 });
        const beyond = await opened.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        });
        assert.equal(beyond, 0, `${exported.name} at ${width}`);
        assert.deepEqual(await opened.evaluate(textsThatMeet), [], `${exported.name} at ${width}`);
      }
      await opened.context().close();
    }
  });

  it('shows its charts’ marks 3:1 and their texts 4.5:1 against the paper', async () => {
    const exported = caseOf('subsequencesAndVariants');
    for (const colorScheme of SCHEMES) {
      const { opened } = await open(exported, { colorScheme });
      const colours = await opened.evaluate(() => {
        const of = (selector: string, property: 'fill' | 'stroke'): string[] => [
          ...new Set([...document.querySelectorAll(selector)].map((element) => getComputedStyle(element)[property])),
        ];
        return {
          paper: getComputedStyle(document.body).backgroundColor,
          marks: [...of('.chart .fill, .chart .mark, .chart .key', 'fill'), ...of('.chart .whisker line', 'stroke')],
          texts: of('.chart text', 'fill'),
        };
      });
      assert.ok(colours.marks.length > 5);
      for (const mark of colours.marks) assert.ok(contrast(mark, colours.paper) >= 3, `${mark} in ${colorScheme}`);
      for (const text of colours.texts) assert.ok(contrast(text, colours.paper) >= 4.5, `${text} in ${colorScheme}`);
      await opened.context().close();
    }
  });

  it('is printed with whole charts, black on white', async () => {
    for (const exported of cases) {
      const { opened } = await open(exported, { colorScheme: 'dark' });
      await opened.emulateMedia({ media: 'print' });
      const paper = await opened.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(paper, 'rgb(255, 255, 255)');
      const heights = await opened.evaluate(linkCharts);
      const pdf = await opened.pdf({ preferCSSPageSize: true, printBackground: true });
      const printed = linkedHeights(pdf);
      for (const [chart, height] of heights) {
        assert.ok((printed.get(chart) ?? 0) >= height - 1, `${exported.name} ${chart} of ${height}`);
      }
      await opened.context().close();
    }
  });

  it('tells its story to a screen reader: landmarks, headings, charts with their numbers, tables', async () => {
    const exported = caseOf('longRunning');
    const { opened } = await open(exported);
    const tree = await opened.locator('body').ariaSnapshot();
    for (const line of [
      '- main:',
      'heading "Always on: new sign-ups active" [level=1]',
      '- region "Funnel and rates"',
      '- img "Rates with 95% intervals"',
      '- img "Open rate by step"',
      '- table "Figures"',
      '- table "Steps"',
      '- group: The same as a table',
      '- contentinfo',
    ]) {
      assert.ok(tree.includes(line), `${line} in\n${tree}`);
    }
  });

  it('has charts that are pictures by themselves, too', async () => {
    const exported = caseOf('longRunning');
    const svg = chartPicture(exported.report, chartRef('funnel'), exported.options)?.svg ?? '';
    const opened = await openPage(browser);
    page = opened;
    await opened.setContent(`<img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`);
    const size = await opened.locator('img').evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    });
    assert.deepEqual(size, [720, 292]);
  });
});

/** Runs in the page: pairs of texts of a chart that lie on each other, and texts outside of their chart. */
function textsThatMeet(): string[] {
  const meets = (a: DOMRect, b: DOMRect): boolean =>
    a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  return [...document.querySelectorAll('svg.chart')].flatMap((chart) => {
    const edge = chart.getBoundingClientRect();
    const texts = [...chart.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    return texts.flatMap(({ text, box }, index) => [
      ...(box.left < edge.left - 1 || box.right > edge.right + 1 || box.bottom > edge.bottom + 4
        ? [`outside: ${text}`]
        : []),
      ...texts
        .slice(index + 1)
        .filter((other) => meets(box, other.box))
        .map((other) => `${text} on ${other.text}`),
    ]);
  });
}

/** Runs in the page: makes a link of each chart with its caption, and gives the heights of the charts in points. */
function linkCharts(): [string, number][] {
  const links = [...document.querySelectorAll('figure')].map((chart, index) => {
    const link = document.createElement('a');
    link.href = `http://chart/${index}`;
    link.style.display = 'block';
    chart.replaceWith(link);
    link.append(chart);
    return link;
  });
  return links.map((link) => [link.href, (link.querySelector('svg')?.getBoundingClientRect().height ?? 0) * 0.75]);
}

/** The heights of a PDF's links; one that was torn between pages would be there twice. */
function linkedHeights(pdf: Buffer): Map<string, number> {
  const links = pdf
    .toString('latin1')
    .matchAll(/\/Subtype \/Link[^>]*?\/Rect \[\S+ (\S+) \S+ (\S+)\][^>]*?\/URI \((\S+)\)/g);
  const heights = new Map<string, number>();
  for (const [, bottom, top, address = ''] of links) {
    assert.ok(!heights.has(address), `${address} was torn`);
    heights.set(address, Number(top) - Number(bottom));
  }
  return heights;
}

/** Contrast of two colours as WCAG counts it. */
function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
      const channel = Number(part) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}
