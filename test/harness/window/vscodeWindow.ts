import { mkdir } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Frame, Locator, Page } from 'playwright-core';
import type { VSCodeServer } from '../vscodeServer';
import { CodeEditor } from './codeEditor';
import { Notifications } from './notifications';
import { QuickInput } from './quickInput';
import { themes, type ThemeKind } from './themes';
import { TreeView } from './treeView';
import { until } from './until';

/** A VS Code window, and what a person does in it. Every gesture waits until it can be made. */
export class VSCodeWindow {
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;

  constructor(
    readonly page: Page,
    private readonly behind?: VSCodeServer,
  ) {
    this.quickInput = new QuickInput(page);
    this.notifications = new Notifications(page);
  }

  get hasServer(): boolean {
    return this.behind !== undefined;
  }

  get server(): VSCodeServer {
    if (!this.behind) throw new Error('This window has no server behind it.');
    return this.behind;
  }

  /** Waits until the window is drawn. */
  async waitUntilReady(): Promise<void> {
    await this.page.locator('.monaco-workbench .statusbar').waitFor();
    await this.page.locator('.monaco-workbench .activitybar').waitFor();
  }

  /** Runs a command by its name in the command palette, "Category: Title". */
  async runCommand(name: string): Promise<void> {
    await this.openPalette(name);
    await this.quickInput.choose(name);
  }

  /** The same without the mouse. */
  async runCommandByKeys(name: string): Promise<void> {
    await this.openPalette(name);
    await this.quickInput.acceptRow(name);
  }

  private async openPalette(name: string): Promise<void> {
    await until({
      what: 'the command palette opens',
      look: async () => {
        // A page that is being drawn in a webview takes the key for itself and gives it to nobody.
        await this.page.keyboard.press('F1');
        return (await this.quickInput.opensSoon()) || undefined;
      },
      instead: () => Promise.resolve(this.page.frames().map((frame) => frame.url())),
    });
    await this.quickInput.type(`>${name}`);
  }

  /** Opens a view container by the name that its icon has in the activity bar. */
  async openViewContainer(name: string): Promise<void> {
    const icon = this.page.locator('.activitybar').getByRole('tab', { name });
    const title = this.page.locator('.sidebar .composite.title').filter({ hasText: name });
    const opensSoon = () =>
      title.waitFor({ timeout: 2000 }).then(
        () => true,
        () => undefined,
      );
    await until({
      what: `${name} is open in the sidebar`,
      // A window that opens it by itself meanwhile, as it was before a reload, closes it at the click.
      look: async () => {
        if ((await icon.getAttribute('aria-selected')) !== 'true') await icon.click();
        return opensSoon();
      },
      instead: () => icon.getAttribute('aria-selected'),
      seconds: 60,
    });
  }

  /** The editor of text in front. */
  get editor(): CodeEditor {
    return new CodeEditor(this.page);
  }

  /** Where the folder that is open lies on this computer. */
  get folder(): string {
    const folder = new URL(this.page.url()).searchParams.get('folder');
    if (folder === null) throw new Error('No folder is open.');
    return folder;
  }

  tree(name: string): TreeView {
    return new TreeView(this.page, name);
  }

  /** Waits for the text of an empty view, which tells what can be done, and returns all of it. */
  async welcomeText(expected: string | RegExp): Promise<string> {
    return this.welcome.filter({ hasText: expected }).innerText();
  }

  async pressInWelcome(button: string): Promise<void> {
    await this.welcome.getByRole('button', { name: button }).click();
  }

  private get welcome(): Locator {
    return this.page.locator('.sidebar .welcome-view-content:visible');
  }

  /** Waits until the open editors have these titles. */
  async waitForTabs(titles: readonly string[]): Promise<void> {
    const open = () => this.page.locator('.tabs-container .tab .label-name').allInnerTexts();
    await until({
      what: `the editors ${titles.join(', ')} are open`,
      look: async () => (isDeepStrictEqual(await open(), titles) ? true : undefined),
      instead: open,
    });
  }

  /** Brings an editor to the front; `index` tells those with the same title apart. */
  async selectTab(title: string, index = 0): Promise<void> {
    await this.page.locator('.tabs-container').getByRole('tab', { name: title, exact: true }).nth(index).click();
    await this.page.mouse.move(0, 0); // where it rests on nothing that shows a tooltip
    await this.waitForTab(title);
  }

  /** Waits until an editor with this title is in front. */
  async waitForTab(title: string | RegExp): Promise<void> {
    await this.page.locator('.tabs-container .tab.active').filter({ hasText: title }).waitFor();
  }

  /** The frame of the webview panel in front, once its title is this. The frame is gone when the panel is hidden. */
  async webview(title: string): Promise<Frame> {
    await this.waitForTab(title);
    return until({
      what: `the page of "${title}" is loaded`,
      look: () => this.webviewInFront(),
      instead: () => Promise.resolve(this.page.frames().map((frame) => frame.url())),
    });
  }

  private async webviewInFront(): Promise<Frame | undefined> {
    const outer = this.page.locator('iframe.webview.ready:visible');
    if ((await outer.count()) !== 1) return undefined;
    try {
      const frame = await (await outer.elementHandle()).contentFrame();
      const inner = await frame?.$('iframe#active-frame');
      return (await inner?.contentFrame()) ?? undefined;
    } catch {
      return undefined; // taken away while it was looked at
    }
  }

  /** Chooses a colour theme, and waits until the window and the webview in front show it. */
  async setTheme(kind: ThemeKind): Promise<void> {
    const { name, windowClass, webviewClass } = themes[kind];
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.waitForPlaceholder('Select Color Theme');
    await this.quickInput.type(name);
    await this.quickInput.choose(name);
    await this.quickInput.waitUntilClosed();
    await this.page.locator(`.monaco-workbench.${windowClass}`).waitFor();
    const webview = await this.webviewInFront();
    await webview?.locator(`body.${webviewClass}`).waitFor();
  }

  /** Waits until the output panel says this, and returns the lines in sight. */
  async waitForOutput(expected: RegExp): Promise<string> {
    const lines = this.page.locator('.part.panel .view-lines');
    const read = async () => (await lines.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
    return until({
      what: `the output says ${String(expected)}`,
      look: async () => {
        const text = await read();
        return expected.test(text) ? text : undefined;
      },
      instead: read,
    });
  }

  /** Waits until the status bar says this. */
  async waitForStatus(text: string): Promise<void> {
    await this.page.locator('.statusbar .statusbar-item').filter({ hasText: text }).waitFor();
  }

  /** Gives a path in the dialog that asks where to save. */
  async saveAs(file: string): Promise<void> {
    await this.page.locator('.quick-input-widget:visible').getByRole('button', { name: 'OK' }).waitFor();
    await until({
      what: 'the dialog proposes a name',
      look: async () => extname(await this.quickInput.text()) === extname(file) || undefined,
      instead: () => this.quickInput.text(),
    });
    await this.quickInput.type(file);
    await until({
      what: 'the dialog closes',
      look: async () => {
        if (!(await this.quickInput.isOpen())) return true;
        // While it still looks at what was typed, it takes no answer. It may close between two of these.
        const typed = await this.quickInput.text({ timeout: 1000 }).catch(() => undefined);
        if (typed === file) await this.quickInput.accept({ timeout: 1000 }).catch(() => undefined);
        return undefined;
      },
      instead: () => this.quickInput.text(),
    });
  }

  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.waitUntilReady();
  }

  /** Takes a picture of the window, or of a part of it. */
  async screenshot(file: string, part: Pick<Locator, 'screenshot'> = this.page): Promise<void> {
    await mkdir(dirname(file), { recursive: true });
    await part.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  }
}
