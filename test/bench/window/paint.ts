import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

const SECONDS = 40;

/** How to see in a page that it is drawn: a selector, or a text that one of its elements has. */
export interface Sight {
  readonly selector: string;
  readonly text?: string;
}

/** Milliseconds from a gesture until something was in sight, both clocked in the browser. */
export type Painted = number;

interface Watch {
  gesture: number;
}

declare global {
  interface Window {
    benchWatch?: Watch;
    /** Resolves with the epoch milliseconds of the second frame in which it is there. */
    benchSeen?: (sight: Sight) => Promise<number>;
    benchPainted?: (name: string, times: PagePainted) => void;
  }
}

/** What VS Code's webviews show first, and what last. */
export const PAGES = {
  report: { figures: '.report .tile', last: '.report .definitions-fold' },
  empty: { figures: '#bench-empty', last: '#bench-empty' },
} as const;

/** Milliseconds from the gesture that opens a page. */
export interface PagePainted {
  /** Until its figures were on the screen, as the browser says. */
  readonly figures: number;
  /** Until the second frame with all of it. */
  readonly all: number;
}

/** Clocks gestures in the window, and the first painting of pages in its webviews. Call before the window is loaded. */
export async function watchPaint(page: Page): Promise<PaintWatch> {
  const painted = new Map<string, (times: PagePainted) => void>();
  await page.exposeBinding('benchPainted', (_source, name: string, times: PagePainted) => {
    painted.get(name)?.(times);
    painted.delete(name);
  });
  await page.addInitScript(inEachFrame, PAGES);
  const gestureTime = () => page.evaluate(() => window.benchWatch?.gesture ?? Number.NaN);
  return {
    async untilPage(name, gesture) {
      const seen = new Promise<PagePainted>((resolve) => painted.set(name, resolve));
      await gesture();
      const { figures, all } = await inTime(seen, name);
      const began = await gestureTime();
      return { figures: figures - began, all: all - began };
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
  readonly untilPage: (name: keyof typeof PAGES, gesture: () => Promise<unknown>) => Promise<PagePainted>;
  /** Makes a gesture that shows something in the window itself. */
  readonly untilSeen: (sight: Sight, gesture: () => Promise<unknown>) => Promise<Painted>;
}

async function inTime<T>(seen: Promise<T>, what: string): Promise<T> {
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
  /** Epoch milliseconds at which the first text within an element that was just put there was presented, as the browser says. */
  const onScreen = (element: Element): Promise<number> =>
    new Promise((resolve) => {
      const { PerformanceObserver, performance } = element.ownerDocument.defaultView ?? window;
      for (const part of [element, ...element.querySelectorAll('*')]) part.setAttribute('elementtiming', '');
      const observer = new PerformanceObserver((list) => {
        const [first] = list.getEntries() as (PerformanceEntry & { readonly renderTime: number })[];
        if (first) resolve(performance.timeOrigin + first.renderTime);
        observer.disconnect();
      });
      observer.observe({ type: 'element', buffered: true });
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
  for (const [name, { figures, last }] of Object.entries(pages)) {
    const look = (): void => {
      const element = shownDocument()?.querySelector(figures);
      if (!element) {
        requestAnimationFrame(look);
        return;
      }
      void Promise.all([onScreen(element), seen({ selector: last })]).then(([first, all]) =>
        window.benchPainted?.(name, { figures: first, all }),
      );
    };
    look();
  }
}
