import type { Locator, Page } from 'playwright-core';
import { until } from './until';

/** The text editor in front, and what a person does in it. */
export class CodeEditor {
  private readonly editor: Locator;

  constructor(private readonly page: Page) {
    this.editor = page.locator('.editor-group-container.active .monaco-editor').first();
  }

  /** The lines in sight. */
  async text(): Promise<string> {
    const lines = await this.editor.locator('.view-lines .view-line').evaluateAll((elements) =>
      elements
        .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Waits until the lines in sight say this, and returns them. */
  async waitForText(expected: string | RegExp): Promise<string> {
    return until({
      what: `the editor says ${String(expected)}`,
      look: async () => {
        const text = await this.text();
        return (typeof expected === 'string' ? text.includes(expected) : expected.test(text)) ? text : undefined;
      },
      instead: () => this.text(),
    });
  }

  /** Waits until a line above the code says this. */
  async waitForLens(expected: string | RegExp): Promise<string> {
    return (await this.lens(expected).innerText()).replaceAll('\u00a0', ' ');
  }

  async clickLens(text: string | RegExp): Promise<void> {
    await this.lens(text).click();
  }

  private lens(text: string | RegExp): Locator {
    return this.editor.locator('.codelens-decoration a').filter({ hasText: text });
  }

  /** Selects the one place where this stands, by searching for it. */
  async select(text: string): Promise<void> {
    await this.waitForText(text);
    await this.editor.locator('.view-lines').click();
    await this.page.keyboard.press('Control+F');
    const search = this.editor.locator('.find-widget.visible');
    await search.locator('.find-part textarea').fill(text);
    await search.locator('.matchesCount').filter({ hasText: '1 of 1' }).waitFor();
    await this.page.keyboard.press('Escape');
    await search.waitFor({ state: 'hidden' });
  }

  /** Puts a text where the selection is, as pasting does: nothing is closed or completed. */
  async insert(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Deletes the selection and asks what could stand there. */
  async askForCompletion(): Promise<string[]> {
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.press('Control+Space');
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  async complete(label: string): Promise<void> {
    const row = this.page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: label }).first();
    await row.click();
    await this.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  }

  /** What would put right what is wrong at the cursor. */
  async askForQuickFixes(): Promise<string[]> {
    await this.page.keyboard.press('Control+.');
    const rows = this.page.locator('.action-widget .monaco-list-row.action .title');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  async fix(title: string): Promise<void> {
    await this.page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first().click();
    await this.page.locator('.action-widget .monaco-list-row').first().waitFor({ state: 'hidden' });
  }

  /** Waits until something at the cursor is underlined for this reason. */
  async waitForProblem(message: string | RegExp): Promise<void> {
    await this.editor.locator('.squiggly-error, .squiggly-warning, .squiggly-info').first().waitFor();
    await this.page.keyboard.press('F8');
    await this.page.locator('.marker-widget .message').filter({ hasText: message }).waitFor();
    await this.page.keyboard.press('Escape');
    await this.page.locator('.marker-widget').waitFor({ state: 'hidden' });
  }

  async waitForNoProblem(): Promise<void> {
    const underlined = this.editor.locator('.squiggly-error, .squiggly-warning, .squiggly-info');
    await until({
      what: 'nothing is underlined',
      look: async () => ((await underlined.count()) === 0 ? true : undefined),
      instead: () => underlined.count(),
    });
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
  }
}
