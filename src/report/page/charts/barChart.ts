import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { announce } from '../announce';
import { foreign } from '../foreignText';
import { drawMark, drawScale } from './barMarks';
import type { BarRow } from './barRow';
import type { BarLayout, BarMark } from './barLayout';
import { layoutBars } from './layoutBars';
import { measureTextIn } from './measureText';
import { rovingIndex } from './rovingIndex';

export interface BarChartModel {
  /** What the chart is of, for a screen reader. */
  readonly name: string;
  readonly rows: readonly BarRow[];
  readonly thickness: 'tall' | 'slim';
  readonly tick: ((value: number) => string) | null;
  /** Pixels on paper, whatever the window's width: so a chart's text keeps its size. */
  readonly paperWidth: number;
}

/**
 * Horizontal bars. One tab stop; arrow keys, Home and End walk the marks. The mark under focus or pointer shows its
 * details, and focus announces them. Drawn in the page's own tree, so that the page's stylesheet reaches it.
 */
@customElement('bar-chart')
export class BarChart extends LitElement {
  @property({ attribute: false }) model: BarChartModel | null = null;
  @state() private width = 0;
  /** The mark that the tab key leads to. */
  @state() private current = 0;
  /** The mark whose details are shown. */
  @state() private shown: number | null = null;
  private layout: BarLayout | null = null;

  private isPrinting = false;

  private readonly resized = new ResizeObserver(() => this.fit());
  private readonly beforePrint = (): void => this.fit(true);
  private readonly afterPrint = (): void => this.fit(false);

  override connectedCallback(): void {
    super.connectedCallback();
    this.resized.observe(this);
    window.addEventListener('beforeprint', this.beforePrint);
    window.addEventListener('afterprint', this.afterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
    window.removeEventListener('beforeprint', this.beforePrint);
    window.removeEventListener('afterprint', this.afterPrint);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.width = this.clientWidth;
    const { model, width } = this;
    this.layout =
      model && width > 0
        ? layoutBars(model.rows, {
            width,
            fontSize: Number.parseFloat(getComputedStyle(this).fontSize),
            measure: measureTextIn(this),
            thickness: model.thickness,
            tick: model.tick,
          })
        : null;
    const count = this.layout?.marks.length ?? 0;
    this.current = Math.min(this.current, Math.max(0, count - 1));
    if (this.shown !== null && this.shown >= count) this.shown = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { layout, model } = this;
    if (!layout || !model) return nothing;
    return html`<svg
        role="listbox"
        aria-label=${model.name}
        aria-roledescription=${l10n.t('chart')}
        width=${layout.width}
        height=${layout.height}
        viewBox="0 0 ${layout.width} ${layout.height}"
        @keydown=${(event: KeyboardEvent) => this.walk(event)}
        @pointerleave=${() => this.leave()}
      >
        ${drawScale(layout)} ${layout.marks.map((mark, index) => this.renderMark(mark, index))}
      </svg>
      ${this.renderDetails(layout)}`;
  }

  private renderMark(mark: BarMark, index: number): TemplateResult {
    const { x, y, width, height } = mark.area;
    return svg`<rect
      id="${this.id}-${index}"
      class="mark ${index === this.shown ? 'shown' : ''}"
      role="option"
      aria-label=${[mark.row.name, ...mark.row.texts].filter((text) => text !== '').join(', ')}
      aria-selected=${index === this.current}
      tabindex=${index === this.current ? 0 : -1}
      x=${x} y=${y} width=${width} height=${height} rx="3"
      @focus=${() => this.arriveAt(index)}
      @blur=${() => this.hide()}
      @pointerenter=${() => (this.shown = index)}
    ></rect><g class="drawing" aria-hidden="true">${drawMark(mark)}</g>`;
  }

  private renderDetails({ marks }: BarLayout): TemplateResult | typeof nothing {
    const mark = this.shown === null ? undefined : marks[this.shown];
    if (!mark) return nothing;
    return html`<div class="tooltip" aria-hidden="true">
      <strong>${foreign(mark.row.name)}</strong>
      ${mark.row.details.map((line) => html`<span>${line}</span>`)}
    </div>`;
  }

  protected override updated(): void {
    const mark = this.shown === null ? undefined : this.layout?.marks[this.shown];
    const tooltip = this.querySelector<HTMLElement>('.tooltip');
    if (!mark || !tooltip) return;
    const wanted = mark.bar ? mark.bar.x + mark.bar.width : mark.label.x;
    const left = Math.max(0, Math.min(wanted, this.clientWidth - tooltip.offsetWidth));
    tooltip.style.setProperty('left', `${left}px`);
    tooltip.style.setProperty('top', `${mark.area.y + mark.area.height + 4}px`);
  }

  private fit(isPrinting = this.isPrinting): void {
    this.isPrinting = isPrinting;
    this.width = isPrinting && this.model ? this.model.paperWidth : this.clientWidth;
  }

  private arriveAt(index: number): void {
    this.current = index;
    this.shown = index;
    const row = this.layout?.marks[index]?.row;
    if (row) announce(row.details.join(', '));
  }

  private hide(): void {
    this.shown = null;
  }

  /** The pointer is gone: what shows its details now is the focus, if it is here. */
  private leave(): void {
    this.shown = this.contains(document.activeElement) ? this.current : null;
  }

  private walk(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Escape') this.hide();
    const target = rovingIndex(event.key, this.current, this.layout?.marks.length ?? 0);
    if (target === undefined) return;
    event.preventDefault();
    this.querySelector<SVGElement>(`#${CSS.escape(`${this.id}-${target}`)}`)?.focus();
  }
}
