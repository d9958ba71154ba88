import type { Page } from 'playwright-core';
import { until } from './until';

/** A context menu of VS Code's, walked with the keyboard. */
export class Menu {
  constructor(private readonly page: Page) {}

  /** Waits until it is open, and gives its entries. */
  async entries(): Promise<string[]> {
    const labels = this.page.locator('.monaco-menu .action-item .action-label:not(.separator)');
    await labels.first().waitFor();
    return labels.allInnerTexts();
  }

  /** Goes down to an entry and chooses it. */
  async choose(entry: string): Promise<void> {
    await this.entries();
    const focused = this.page.locator('.monaco-menu .action-item.focused .action-label');
    await until({
      what: `the menu’s “${entry}” has the focus`,
      look: async () => {
        await this.page.keyboard.press('ArrowDown');
        return (await focused.allInnerTexts()).includes(entry) || undefined;
      },
      instead: () => focused.allInnerTexts(),
    });
    await this.page.keyboard.press('Enter');
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.locator('.monaco-menu').waitFor({ state: 'hidden' });
  }
}
