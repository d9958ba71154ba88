import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { ReportView } from '../../../src/report/protocol';
import { openPage } from '../../harness/browser';
import { FONT, THEMES, type ThemeName } from '../themes';

/** What the fake VS Code around the page has seen. Lives in the page. */
interface HostRecord {
  readonly messages: unknown[];
  readonly violations: string[];
  state: unknown;
}

declare global {
  interface Window {
    hostRecord: HostRecord;
  }
}

export interface OpenOptions extends BrowserContextOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  /** What the page remembered when it was last open. */
  readonly state?: unknown;
  /** Is given the browser's page before it shows anything. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** A report page in a browser, with a fake VS Code around it. */
export interface OpenedReport {
  readonly page: Page;
  /** Sends a view and waits until it is drawn. */
  readonly show: (view: ReportView) => Promise<void>;
  /** Sends anything at all, and waits as long as a view would take. */
  readonly send: (message: unknown) => Promise<void>;
  readonly setTheme: (theme: ThemeName) => Promise<void>;
  readonly messages: () => Promise<unknown[]>;
  /** What the page has asked VS Code to remember. */
  readonly state: () => Promise<unknown>;
  /** What the content security policy stopped, and what the page threw. */
  readonly violations: () => Promise<string[]>;
  readonly close: () => Promise<void>;
}

/** Opens the page as VS Code would: theme on the body, colours on the root, its API once. */
export async function openReport(browser: Browser, url: string, options: OpenOptions = {}): Promise<OpenedReport> {
  const { theme = 'dark', width = 900, state, prepare, ...context } = options;
  const page = await openPage(browser, { viewport: { width, height: 900 }, timezoneId: 'UTC', ...context });
  await page.addInitScript(fakeHost, state ?? null);
  await prepare?.(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  await page.goto(url);
  const send = (message: unknown): Promise<void> =>
    page.evaluate(
      (data) =>
        new Promise<void>((resolve) => {
          const drawn = (): unknown =>
            document.querySelector('main[aria-busy=true] .report') ? requestAnimationFrame(drawn) : resolve();
          const twoFrames = (): unknown => requestAnimationFrame(() => requestAnimationFrame(drawn));
          window.addEventListener('message', twoFrames, { once: true });
          window.postMessage(data, '*');
        }),
      message,
    );
  const opened: OpenedReport = {
    page,
    send,
    show: (view) => send({ type: 'show', view }),
    setTheme: (name) =>
      page.evaluate(
        ({ bodyClass, variables }) => {
          const root = document.documentElement.style;
          root.cssText = '';
          for (const [variable, value] of Object.entries(variables)) root.setProperty(variable, value);
          document.body.className = bodyClass;
        },
        { bodyClass: THEMES[name].bodyClass, variables: { ...FONT, ...THEMES[name].colors } },
      ),
    messages: () => page.evaluate(() => window.hostRecord.messages),
    state: () => page.evaluate(() => window.hostRecord.state),
    violations: async () => [...errors, ...(await page.evaluate(() => window.hostRecord.violations))],
    close: () => page.context().close(),
  };
  await opened.setTheme(theme);
  return opened;
}

/** Runs in the page before its own script. */
function fakeHost(state: unknown): void {
  const record: HostRecord = { messages: [], violations: [], state };
  window.hostRecord = record;
  let acquired = false;
  Object.assign(window, {
    acquireVsCodeApi: () => {
      if (acquired) throw new Error('VS Code gives its API only once.');
      acquired = true;
      return {
        postMessage: (message: unknown) => record.messages.push(message),
        getState: () => record.state ?? undefined,
        setState: (next: unknown) => (record.state = next),
      };
    },
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    record.violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
  );
}
