import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface WindowWithAxe {
  readonly axe: { run: (options: RunOptions) => Promise<AxeResults> };
}

/** Where colours are forced: axe compares those of the page, which nobody sees. */
export const COLOURS_OF_THE_SYSTEM: RunOptions = { rules: { 'color-contrast': { enabled: false } } };

/** What axe finds wrong in a page, a line each. */
export async function violationsOf(page: Page | Frame, options: RunOptions = {}): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((given) => (window as unknown as WindowWithAxe).axe.run(given), options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
  );
}
