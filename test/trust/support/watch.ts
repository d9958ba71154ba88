import type { Page } from 'playwright-core';

/** What came of hostile text in a browser's page and all frames in it. None of it should be there. */
export interface Watch {
  /** Scripts that ran, dialogs and windows that opened, policies that stopped something, places that were asked for. */
  readonly harm: readonly string[];
  /** Messages that arrived in frames, as JSON. */
  readonly pageMessages: readonly string[];
  /** What was laid on the clipboard. */
  readonly copied: readonly string[];
}

/** Where hostile text tries to lead. The name cannot exist. */
export const EVIL_HOST = 'evil.invalid';

/** Watches a page from before it shows anything. */
export async function watch(page: Page): Promise<Watch> {
  const harm: string[] = [];
  const pageMessages: string[] = [];
  const copied: string[] = [];
  const notes = { harm, message: pageMessages, copied };
  await page.exposeFunction('trustNotes', (kind: Kind, text: string) => {
    notes[kind].push(text);
  });
  await page.addInitScript(watchFrame);
  page.on('dialog', (dialog) => {
    harm.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) harm.push(`policy: ${message.text()}`);
  });
  page.context().on('request', (request) => {
    if (request.url().includes(EVIL_HOST)) harm.push(`request: ${request.url()}`);
  });
  page.context().on('page', (other) => {
    harm.push(`window: ${other.url()}`);
  });
  return { harm, pageMessages, copied };
}

type Kind = 'harm' | 'message' | 'copied';

declare const trustNotes: (kind: Kind, text: string) => void;

/** Runs in each frame before its own scripts. */
function watchFrame(): void {
  // What hostile text calls.
  Object.assign(globalThis, { trustPwned: (what: unknown) => trustNotes('harm', `script: ${String(what)}`) });

  if (typeof Clipboard !== 'undefined') {
    const copy = Reflect.get(Clipboard.prototype, 'writeText');
    Object.assign(Clipboard.prototype, {
      writeText(this: Clipboard, text: string) {
        trustNotes('copied', text);
        return copy.call(this, text);
      },
    });
  }

  const add = Reflect.get(EventTarget.prototype, 'addEventListener');
  const listen = (): void => {
    add.call(globalThis, 'message', (event) => trustNotes('message', JSON.stringify((event as MessageEvent).data)));
    add.call(document, 'securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI } = event as SecurityPolicyViolationEvent;
      trustNotes('harm', `policy: ${violatedDirective} ${blockedURI}`);
    });
  };
  listen();
  // VS Code writes a webview's page into its frame, which takes all listeners away.
  const open = Reflect.get(Document.prototype, 'open') as (this: Document, ...args: unknown[]) => unknown;
  Object.assign(Document.prototype, {
    open(this: Document, ...args: unknown[]) {
      const opened = open.apply(this, args);
      (this.defaultView as unknown as { trustListen?: () => void }).trustListen?.();
      return opened;
    },
  });
  Object.assign(globalThis, { trustListen: listen });
}
