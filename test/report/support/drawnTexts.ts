// Whether what is drawn can be read.
import type { Frame, Page } from 'playwright-core';

/** A page, or a page in a webview of VS Code's. */
type Drawn = Page | Frame;

/** Every pair of texts of one chart that overlap by more than a pixel. */
export function overlaps(page: Drawn): Promise<string[]> {
  return page.locator('bar-chart, trend-chart').evaluateAll((charts) =>
    charts.flatMap((chart) => {
      const texts = [...chart.querySelectorAll('text')].filter((text) => text.textContent !== '');
      const boxes = texts.map((text) => ({ name: text.textContent, box: text.getBoundingClientRect() }));
      return boxes.flatMap((a, index) =>
        boxes
          .slice(index + 1)
          .filter(
            (b) =>
              Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1 &&
              Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 3,
          )
          .map((b) => `${chart.id}: ${a.name} | ${b.name}`),
      );
    }),
  );
}

/** Texts of charts, and cells, that reach outside of what they belong to. */
export function cutOff(page: Drawn): Promise<string[]> {
  return page.locator('main :is(text, td, th, dt, dd, li, h1, h2, h3, p)').evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return (
          width > 1 &&
          (left < 0 || right > innerWidth || element.scrollWidth > element.clientWidth + 1) &&
          element.clientWidth > 1
        );
      })
      .map((element) => `${element.tagName} ${element.textContent}`),
  );
}

/** Every text that is hidden in part by the edge of something around it, or shortened; a list that scrolls hides none. */
export function clipped(page: Drawn): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    /** Drawn on one pixel, as is usual for what is only spoken. */
    const isForScreenReaders = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      const own = getComputedStyle(element).position === 'absolute' && width <= 1 && height <= 1;
      return own || (element.parentElement !== null && isForScreenReaders(element.parentElement));
    };
    const check = (text: Text, parent: Element): void => {
      const words = text.data.trim();
      if (words === '' || isForScreenReaders(parent) || !parent.checkVisibility({ visibilityProperty: true })) return;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      if (parent.closest('svg') !== null && words.endsWith('…')) found.push(`shortened: ${words}`);
      if (box.left < -1 || box.right > innerWidth + 1) found.push(`outside: ${words}`);
      for (let around: Element | null = parent; around; around = outside(around)) {
        if (getComputedStyle(around).overflowX === 'visible' && getComputedStyle(around).overflowY === 'visible')
          continue;
        const edge = around.getBoundingClientRect();
        const isCut =
          box.left < edge.left - 1 ||
          box.right > edge.right + 1 ||
          box.top < edge.top - 1 ||
          box.bottom > edge.bottom + 1;
        if (isCut) found.push(`cut by ${around.tagName.toLowerCase()}.${around.getAttribute('class') ?? ''}: ${words}`);
      }
    };
    const outside = (element: Element): Element | null => {
      const root = element.getRootNode();
      return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    };
    const visit = (node: Node): void => {
      for (const child of node.childNodes) {
        if (child instanceof Text) {
          const parent = child.parentElement;
          if (parent && !['STYLE', 'SCRIPT', 'OPTION', 'TITLE', 'DESC'].includes(parent.tagName.toUpperCase()))
            check(child, parent);
        } else if (child instanceof Element) {
          if (child.shadowRoot) visit(child.shadowRoot);
          visit(child);
        }
      }
    };
    visit(document.body);
    return found;
  });
}

/** Every word that is on the page or spoken of it, in whole texts. */
export function allTexts(page: Drawn): Promise<string[]> {
  return page.evaluate(() => {
    const spoken = [
      ...document.querySelectorAll('[aria-label], [title], [placeholder], [aria-roledescription]'),
    ].flatMap((element) =>
      ['aria-label', 'title', 'placeholder', 'aria-roledescription'].map((name) => element.getAttribute(name) ?? ''),
    );
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest('style, script') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const written: string[] = [];
    while (walker.nextNode()) written.push(walker.currentNode.textContent ?? '');
    return [...new Set([...spoken, ...written].map((text) => text.trim()).filter((text) => text !== ''))];
  });
}

/** The colours that charts are drawn in, and the system's own for text. */
export function chartColours(page: Drawn): Promise<{ drawn: string[]; system: string }> {
  return page.evaluate(() => {
    const probe = document.createElement('p');
    document.body.append(probe);
    const system = getComputedStyle(probe).color;
    probe.remove();
    const marks = document.querySelectorAll('.bar, .bars, .band, .point, :is(bar-chart, trend-chart) text');
    return { drawn: [...new Set([...marks].map((element) => getComputedStyle(element).fill))], system };
  });
}
