import type { Locator, Page } from 'playwright-core';
import { until } from './until';

export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** 1 for the outermost rows. */
  readonly level: number;
  /** `undefined` where there is nothing to expand. */
  readonly expanded: boolean | undefined;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly index: number;
}

/** A tree view of the sidebar; rows are named by the labels that lead to them. */
export class TreeView {
  private readonly tree: Locator;

  constructor(
    private readonly page: Page,
    private readonly name: string,
  ) {
    this.tree = page.getByRole('tree', { name, exact: true });
  }

  /** The rows in sight, from the top. */
  async rows(): Promise<TreeRow[]> {
    const rows = await this.tree.locator('.monaco-list-row').evaluateAll((elements) =>
      elements.map((row) => {
        const text = (selector: string) => row.querySelector(selector)?.textContent.trim() ?? '';
        const expanded = row.getAttribute('aria-expanded');
        return {
          label: text('.label-name'),
          description: text('.label-description'),
          level: Number(row.getAttribute('aria-level')),
          expanded: expanded === null ? undefined : expanded === 'true',
          spoken: row.getAttribute('aria-label') ?? '',
          index: Number(row.getAttribute('data-index')),
        };
      }),
    );
    return rows.sort((a, b) => a.index - b.index);
  }

  /** Waits for a row that is there and accepted. */
  async waitForRow(path: readonly string[], accept: (row: TreeRow) => boolean = () => true): Promise<TreeRow> {
    return until({
      what: `the view ${this.name} shows ${path.join(' › ')} as expected`,
      look: async () => {
        const row = rowAt(await this.rows(), path);
        return row !== undefined && accept(row) ? row : undefined;
      },
      instead: async () => (await this.rows()).map(({ spoken, level }) => `${'  '.repeat(level - 1)}${spoken}`),
    });
  }

  async expand(...path: string[]): Promise<void> {
    await this.setExpanded(path, true);
  }

  async collapse(...path: string[]): Promise<void> {
    await this.setExpanded(path, false);
  }

  async click(...path: string[]): Promise<void> {
    await (await this.locate(path)).locator('.label-name').click();
  }

  /** Clicks an action at the end of a row, which is there while the mouse is on the row. */
  async clickAction(action: string, ...path: string[]): Promise<void> {
    await this.settled();
    const row = await this.locate(path);
    await row.hover();
    await this.settled();
    await row.locator(`.actions .action-label[aria-label^="${action}"]`).click();
  }

  /** Rests the mouse on a row and reads what comes up. */
  async tooltip(...path: string[]): Promise<string> {
    const hover = this.page.locator('.monaco-hover:visible').filter({ hasText: /\S/ });
    await this.page.mouse.move(0, 0);
    await hover.first().waitFor({ state: 'hidden' });
    await (await this.locate(path)).locator('.label-name').hover();
    await hover.first().waitFor();
    return (await hover.first().innerText()).replaceAll('\u00a0', ' ').trim();
  }

  /**
   * Resolves when the view has stopped drawing. VS Code gathers changes for 200 ms and may then draw a row anew,
   * with its actions: a click between two drawings hits nothing.
   */
  private async settled(): Promise<void> {
    await this.tree.evaluate(
      (tree, quietFor) =>
        new Promise<void>((resolve) => {
          const done = (): void => {
            observer.disconnect();
            resolve();
          };
          let timer = setTimeout(done, quietFor);
          const observer = new MutationObserver(() => {
            clearTimeout(timer);
            timer = setTimeout(done, quietFor);
          });
          observer.observe(tree, { subtree: true, childList: true, attributes: true, characterData: true });
        }),
      250,
    );
  }

  private async setExpanded(path: readonly string[], expanded: boolean): Promise<void> {
    await this.settled();
    const { expanded: now } = await this.waitForRow(path);
    if (now === undefined) throw new Error(`${path.join(' › ')} has nothing to expand.`);
    if (now !== expanded) await (await this.locate(path)).locator('.monaco-tl-twistie').click();
    await this.waitForRow(path, (row) => row.expanded === expanded);
  }

  private async locate(path: readonly string[]): Promise<Locator> {
    const { index } = await this.waitForRow(path);
    return this.tree.locator(`.monaco-list-row[data-index="${index}"]`);
  }
}

/** Follows labels down the tree. */
function rowAt(rows: readonly TreeRow[], path: readonly string[]): TreeRow | undefined {
  let inside = rows;
  let found: TreeRow | undefined;
  for (const [depth, label] of path.entries()) {
    found = inside.find((row) => row.level === depth + 1 && row.label === label);
    if (found === undefined) return undefined;
    const { index } = found;
    const after = inside.filter((row) => row.index > index);
    const end = after.findIndex((row) => row.level <= depth + 1);
    inside = end < 0 ? after : after.slice(0, end);
  }
  return found;
}
