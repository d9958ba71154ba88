import type { Page } from 'playwright-core';

/** What VS Code tells a person at the lower right, or asks in a dialog. */
export class Notifications {
  constructor(private readonly page: Page) {}

  /** Waits for a notification to come up. */
  async waitFor(message: string | RegExp): Promise<void> {
    await this.item(message).waitFor();
  }

  /** Presses a button of a notification. */
  async press(message: string | RegExp, button: string): Promise<void> {
    await this.item(message).getByRole('button', { name: button, exact: true }).click();
  }

  /** Opens the notification centre, reads all that is kept there, and closes it. */
  async readAll(): Promise<string[]> {
    const bell = this.page.locator('[id="status.notifications"] .statusbar-item-label');
    const centre = this.page.locator('.notifications-center');
    if (!(await centre.isVisible())) await bell.click();
    await centre.locator('.notifications-center-header').waitFor();
    const messages = await centre.locator('.notification-list-item-message').allInnerTexts();
    await this.page.keyboard.press('Escape');
    if (await centre.isVisible()) await bell.click();
    await centre.waitFor({ state: 'hidden' });
    return messages;
  }

  /** Waits for a modal dialog that says this, and presses a button of it. */
  async answerDialog(message: string | RegExp, button: string): Promise<void> {
    const dialog = this.page.locator('.monaco-dialog-box').filter({ hasText: message });
    await dialog.getByRole('button', { name: button, exact: true }).click();
  }

  private item(message: string | RegExp) {
    return this.page.locator('.notification-list-item:visible').filter({ hasText: message }).first();
  }
}
