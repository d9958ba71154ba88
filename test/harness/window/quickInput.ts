import type { Locator, Page } from 'playwright-core';
import { until } from './until';

export interface QuickRow {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** The field at the top of the window: the command palette, an input box or a quick pick. */
export class QuickInput {
  private readonly widget: Locator;
  private readonly field: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget:visible');
    this.field = this.widget.locator('.quick-input-box input');
  }

  /** Waits until the field with this title is open and ready. */
  async waitFor(title: string | RegExp): Promise<void> {
    await this.widget.locator('.quick-input-title').filter({ hasText: title }).waitFor();
    await this.page.locator('.quick-input-widget:visible .quick-input-box input:enabled').waitFor();
  }

  /** Waits until a field that has no title, but this text while it is empty, is open. */
  async waitForPlaceholder(text: string): Promise<void> {
    await this.widget.locator(`.quick-input-box input[placeholder^="${text}"]`).waitFor();
  }

  /** Whether it is open within two seconds. */
  opensSoon(): Promise<boolean> {
    return this.field.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
  }

  async waitUntilClosed(): Promise<void> {
    await this.page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
  }

  /** Puts a text where the present one is. */
  async type(text: string): Promise<void> {
    await this.field.fill(text);
  }

  isOpen(): Promise<boolean> {
    return this.field.isVisible();
  }

  /** What stands in the field. */
  text(options: { timeout?: number } = {}): Promise<string> {
    return this.field.inputValue(options);
  }

  async accept(options: { timeout?: number } = {}): Promise<void> {
    await this.field.press('Enter', options);
  }

  async cancel(): Promise<void> {
    await this.field.press('Escape');
  }

  /** Whether what is typed cannot be read by someone who looks on. */
  async isMasked(): Promise<boolean> {
    return (await this.field.getAttribute('type')) === 'password';
  }

  /** Waits for a message under the field: what is asked for, or what is wrong with what was typed. */
  async waitForMessage(message: string | RegExp): Promise<void> {
    await this.widget.locator('.quick-input-message').filter({ hasText: message }).waitFor();
  }

  async message(): Promise<string> {
    return (await this.widget.locator('.quick-input-message').innerText()).trim();
  }

  /** The rows in sight. */
  async rows(): Promise<QuickRow[]> {
    return this.widget.locator('.quick-input-list .monaco-list-row').evaluateAll((rows) =>
      rows.map((row) => {
        const text = (selector: string) => row.querySelector(selector)?.textContent.trim() ?? '';
        return {
          label: text('.quick-input-list-label .label-name, .quick-input-list-row .label-name'),
          description: text('.label-description'),
          detail: text('.quick-input-list-label-meta'),
        };
      }),
    );
  }

  /** Waits until the first row has this label. */
  async waitForRow(label: RegExp): Promise<QuickRow> {
    return until({
      what: `the first row is ${String(label)}`,
      look: async () => (await this.rows()).slice(0, 1).find((row) => label.test(row.label)),
      instead: () => this.rows(),
    });
  }

  /** Waits until the first row has this label, and chooses it with the keyboard. */
  async acceptRow(label: string): Promise<void> {
    await until({
      what: `the first row is “${label}”`,
      look: async () => (await this.rows()).slice(0, 1).find((row) => row.label === label),
      instead: () => this.rows(),
    });
    await this.accept();
  }

  /** Waits until a row with this label is in sight, wherever it stands. */
  async waitForLabel(label: string): Promise<void> {
    await this.widget.locator('.quick-input-list').getByText(label, { exact: true }).first().waitFor();
  }

  /** Waits for a row with this label and ticks it. */
  async check(label: string): Promise<void> {
    const row = this.widget
      .locator('.quick-input-list .monaco-list-row')
      .filter({ has: this.page.getByText(label, { exact: true }) })
      .first();
    await row.click();
    await row.locator('[aria-checked="true"], input:checked, .monaco-checkbox.checked').first().waitFor();
  }

  /** Waits for a row with this label and chooses it. */
  async choose(label: string): Promise<void> {
    const rows = this.widget.locator('.quick-input-list .monaco-list-row');
    await rows
      .filter({ has: this.page.getByText(label, { exact: true }) })
      .first()
      .click();
    await this.page.mouse.move(0, 0); // where it rests on nothing that shows a tooltip
  }
}
