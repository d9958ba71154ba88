import type { Frame, Page } from 'playwright-core';

/** What a person reads in each of these elements, white space made one. */
export async function texts(page: Page, selector: string): Promise<string[]> {
  const found = await page.locator(selector).allInnerTexts();
  return found.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** A table row by row, cell by cell. */
export function cells(page: Page, table: string): Promise<string[][]> {
  return page
    .locator(`${table} :is(tbody, tfoot) tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())),
    );
}

/** Opens everything that is folded, also what stands within it. */
export async function unfold(page: Page | Frame): Promise<void> {
  const closed = page.locator('details:not([open])');
  while ((await closed.count()) > 0) {
    await closed.evaluateAll(async (all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    });
  }
}
