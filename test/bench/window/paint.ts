import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

const SECONDS = 40;

/** How to see in a page that it is drawn: a selector, or a text that one of its elements has. */
export interface Sight {
  readonly selector: string;
  readonly text?: string;
}

/** Milliseconds from a gesture to the frame after which something was in sight, both clocked in the browser. */
export type Painted = number;

interface Watch {
  gesture: number;
}

declare global {
  interface Window {
    benchWatch?: Watch;
    /** Resolves with the epoch milliseconds of the second frame in which it is there. */
    benchSeen?: (sight: Sight) => Promise<number>;
    benchPainted?: (name: string, time: number) => void;
  }
}

/** What VS Code's webviews show when they are drawn. */
export const PAGES = { report: '.report .tile', empty: '#bench-empty' } as const;

/** Clocks gestures in the window, and the first painting of pages in its webviews. Call before the window is loaded. */
export async function watchPaint(page: Page): Promise<PaintWatch> {
  const painted = new Map<string, (time: number) => void>();
  await page.exposeBinding('benchPainted', (_source, name: string, time: number) => {
    painted.get(name)?.(time);
    painted.delete(name);
  });
  await page.addInitScript(inEachFrame, PAGES);
  const gestureTime = () => page.evaluate(() => window.benchWatch?.gesture ?? Number.NaN);
  return {
    async untilPage(name, gesture) {
      const seen = new Promise<number>((resolve) => painted.set(name, resolve));
      await gesture();
      return (await inTime(seen, name)) - (await gestureTime());
    },
    async untilSeen(sight, gesture) {
      const seen = page.evaluate((asked) => window.benchSeen?.(asked) ?? Number.NaN, sight);
      seen.catch(() => undefined);
      await gesture();
      return (await inTime(seen, sight.text ?? sight.selector)) - (await gestureTime());
    },
  };
}

export interface PaintWatch {
  /** Makes a gesture that opens a page in a webview. */
  readonly untilPage: (name: keyof typeof PAGES, gesture: () => Promise<unknown>) => Promise<Painted>;
  /** Makes a gesture that shows something in the window itself. */
  readonly untilSeen: (sight: Sight, gesture: () => Promise<unknown>) => Promise<Painted>;
}

async function inTime(seen: Promise<number>, what: string): Promise<number> {
  const late = new AbortController();
  const never = sleep(SECONDS * 1000, undefined, { signal: late.signal }).then(() => {
    throw new Error(`${what} was not painted within ${SECONDS} s`);
  });
  never.catch(() => undefined);
  try {
    return await Promise.race([seen, never]);
  } finally {
    late.abort();
  }
}

/** Runs in the window and in all frames of its webviews, before their own scripts. */
function inEachFrame(pages: typeof PAGES): void {
  const watch: Watch = { gesture: Number.NaN };
  const now = (): number => performance.timeOrigin + performance.now();
  /** A webview is a frame that VS Code writes anew, and so loses what runs in it, within one that stays. */
  const shownDocument = (): Document | null | undefined =>
    window.parent === window
      ? document
      : document.querySelector<HTMLIFrameElement>('iframe#active-frame')?.contentDocument;
  const isThere = ({ selector, text }: Sight): boolean =>
    [...(shownDocument()?.querySelectorAll(selector) ?? [])].some(
      (element) => text === undefined || element.textContent.trim().startsWith(text),
    );
  /** Looks once a frame; two more go by until what is there has been drawn. */
  const seen = (sight: Sight): Promise<number> =>
    new Promise((resolve) => {
      let frames = 0;
      const look = (): void => {
        if (frames > 0 || isThere(sight)) frames += 1;
        if (frames > 2) resolve(now());
        else requestAnimationFrame(look);
      };
      look();
    });
  window.benchWatch = watch;
  window.benchSeen = seen;
  if (window.parent === window) {
    for (const kind of ['keydown', 'mousedown'] as const) {
      window.addEventListener(kind, () => (watch.gesture = now()), { capture: true });
    }
    return;
  }
  if (!location.pathname.endsWith('/webview/browser/pre/index.html')) return;
  for (const [name, selector] of Object.entries(pages)) {
    void seen({ selector }).then((time) => window.benchPainted?.(name, time));
  }
}
