// Where the focus is in the page of a webview, and how a keyboard brings it elsewhere.
import type { Frame, Page } from 'playwright-core';

/** What Tab leads to, as a person would name it: by its label, else by its id. */
const STOPS = 'button, summary, select, input, a[href], vscode-button, [tabindex="0"]';

/** The stop that has the focus; an empty string where none has it. */
export function focused(frame: Frame): Promise<string> {
  return frame.evaluate((stops) => {
    const element = document.hasFocus() ? document.activeElement : null;
    return element?.matches(stops) ? (element.getAttribute('aria-label') ?? element.id) : '';
  }, STOPS);
}

/** All that can be seen and has to be reached, from the top. */
export function stopsInSight(frame: Frame): Promise<string[]> {
  return frame.evaluate(
    (stops) =>
      [...document.querySelectorAll(stops)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .map((element) => element.getAttribute('aria-label') ?? element.id),
    STOPS,
  );
}

/** Presses a key, and waits until the page has drawn what came of it. */
export async function pressIn(frame: Frame, { keyboard }: Page, key: string): Promise<void> {
  await keyboard.press(key);
  await frame.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** Presses Tab from the top of the page until it is left; the stops on the way. */
export async function walkThrough(frame: Frame, page: Page): Promise<string[]> {
  const passed: string[] = [];
  for (let at = await next(); at !== '' && at !== passed[0]; at = await next()) passed.push(at);
  return passed;

  async function next(): Promise<string> {
    await pressIn(frame, page, 'Tab');
    return focused(frame);
  }
}

/** Presses Tab, or Shift+Tab, until a stop has the focus. */
export async function tabTo(frame: Frame, page: Page, stop: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  while ((await focused(frame)) !== stop) {
    if (passed.length > 150) throw new Error(`${key} does not lead to “${stop}”, but to ${passed.join(', ')}`);
    await pressIn(frame, page, key);
    passed.push(await focused(frame));
  }
}
