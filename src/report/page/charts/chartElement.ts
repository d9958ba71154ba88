import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { adoptStyles } from '../adoptStyles';
import { announce } from '../announce';
import { foreign } from '../foreignText';
import { chartStyles } from './chartStyles';
import { measureTextIn, type MeasureText } from './measureText';
import { rovingIndex } from './rovingIndex';

/** What a chart of any kind is given. */
export interface ChartModel {
  /** What the chart is of, for a screen reader. */
  readonly name: string;
  /** Pixels on paper, whatever the window's width: so a chart's text keeps its size. */
  readonly paperWidth: number;
}

/** What a chart's text is set in. */
export interface ChartFont {
  /** Pixels. */
  readonly fontSize: number;
  readonly measure: MeasureText;
}

/** What is said of a mark: shown on hover and focus, one line each. */
export interface MarkWords {
  readonly name: string;
  readonly details: readonly string[];
}

/**
 * A chart whose marks are walked: one tab stop; arrow keys, Home and End lead from mark to mark. The mark under focus or
 * pointer shows its details, focus announces them, Escape hides them. Drawn in the page's own tree, as wide as its place,
 * or as the paper while the page is printed.
 */
export abstract class ChartElement<Model extends ChartModel> extends LitElement {
  @property({ attribute: false }) model: Model | null = null;
  @state() protected width = 0;
  /** The mark that the tab key leads to. */
  @state() protected current = 0;
  /** The mark whose details are shown. */
  @state() protected shown: number | null = null;

  /** Charts that were put into the page and have no width yet. */
  private static readonly unmeasured = new Set<ChartElement<ChartModel>>();
  /** Read with the widths; the next time it may be another. */
  private font: ChartFont | null = null;

  private isPrinting = false;

  private readonly resized = new ResizeObserver(() => this.fit());
  private readonly beforePrint = (): void => this.fit(true);
  private readonly afterPrint = (): void => this.fit(false);

  /** Lays the chart out for its width, or forgets its layout where it has none; returns how many marks there are. */
  protected abstract layOut(model: Model | null, width: number, font: ChartFont): number;

  protected abstract wordsOf(index: number): MarkWords | undefined;

  /** Where the details of a mark stand, given their own size. */
  protected abstract placeOf(index: number, size: { width: number; height: number }): { left: number; top: number };

  override connectedCallback(): void {
    super.connectedCallback();
    ChartElement.unmeasured.add(this);
    this.resized.observe(this);
    window.addEventListener('beforeprint', this.beforePrint);
    window.addEventListener('afterprint', this.afterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    ChartElement.unmeasured.delete(this);
    this.resized.disconnect();
    window.removeEventListener('beforeprint', this.beforePrint);
    window.removeEventListener('afterprint', this.afterPrint);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (ChartElement.unmeasured.has(this)) ChartElement.measure();
    if (this.hasUpdated && !changed.has('model') && !changed.has('width')) return;
    const count = this.layOut(this.model, this.width, this.font ?? fontOf(this));
    this.font = null;
    this.current = Math.min(this.current, Math.max(0, count - 1));
    if (this.shown !== null && this.shown >= count) this.shown = null;
  }

  protected override updated(): void {
    const tooltip = this.querySelector<HTMLElement>('.tooltip');
    if (this.shown === null || !tooltip) return;
    const { left, top } = this.placeOf(this.shown, { width: tooltip.offsetWidth, height: tooltip.offsetHeight });
    tooltip.style.setProperty('left', `${Math.max(0, Math.min(left, this.clientWidth - tooltip.offsetWidth))}px`);
    tooltip.style.setProperty('top', `${top}px`);
  }

  protected renderDetails(): TemplateResult | typeof nothing {
    const words = this.shown === null ? undefined : this.wordsOf(this.shown);
    if (!words) return nothing;
    return html`<div class="tooltip" aria-hidden="true">
      <strong>${foreign(words.name)}</strong>
      ${words.details.map((line) => html`<span>${line}</span>`)}
    </div>`;
  }

  protected arriveAt(index: number): void {
    this.current = index;
    this.shown = index;
    const words = this.wordsOf(index);
    if (words) announce(words.details.join(', '));
  }

  protected hide(): void {
    this.shown = null;
  }

  /** The pointer is gone: what shows its details now is the focus, if it is here. */
  protected leave(): void {
    this.shown = this.contains(document.activeElement) ? this.current : null;
  }

  protected walk(event: KeyboardEvent, count: number): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Escape') this.hide();
    const target = rovingIndex(event.key, this.current, count);
    if (target === undefined) return;
    event.preventDefault();
    this.querySelector<SVGElement>(`#${CSS.escape(`${this.id}-${target}`)}`)?.focus();
  }

  /** All at once: to ask after one chart was drawn how wide the next is would lay the whole page out anew for each. */
  private static measure(): void {
    for (const chart of ChartElement.unmeasured) {
      chart.fit();
      chart.font = fontOf(chart);
    }
    ChartElement.unmeasured.clear();
  }

  private fit(isPrinting = this.isPrinting): void {
    this.isPrinting = isPrinting;
    this.width = isPrinting && this.model ? this.model.paperWidth : this.clientWidth;
  }
}

function fontOf(element: Element): ChartFont {
  return { fontSize: Number.parseFloat(getComputedStyle(element).fontSize), measure: measureTextIn(element) };
}

adoptStyles(chartStyles);
