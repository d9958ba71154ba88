import * as l10n from '@vscode/l10n';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { BarLayout, BarMark } from './barLayout';
import { drawMark, drawScale } from './barMarks';
import type { BarRow } from './barRow';
import { ChartElement, type ChartFont, type ChartModel, type MarkWords } from './chartElement';
import { layoutBars } from './layoutBars';

export interface BarChartModel extends ChartModel {
  readonly rows: readonly BarRow[];
  readonly thickness: 'tall' | 'slim';
  readonly tick: ((value: number) => string) | null;
}

/** Horizontal bars and points, each a mark. */
@customElement('bar-chart')
export class BarChart extends ChartElement<BarChartModel> {
  private layout: BarLayout | null = null;

  protected override layOut(model: BarChartModel | null, width: number, font: ChartFont): number {
    this.layout =
      model && width > 0
        ? layoutBars(model.rows, {
            width,
            ...font,
            thickness: model.thickness,
            tick: model.tick,
          })
        : null;
    return this.layout?.marks.length ?? 0;
  }

  protected override wordsOf(index: number): MarkWords | undefined {
    return this.layout?.marks[index]?.row;
  }

  protected override placeOf(index: number): { left: number; top: number } {
    const mark = this.layout?.marks[index];
    if (!mark) return { left: 0, top: 0 };
    return {
      left: mark.point?.x ?? (mark.bar ? mark.bar.x + mark.bar.width : mark.label.x),
      top: mark.area.y + mark.area.height + 4,
    };
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
        @keydown=${(event: KeyboardEvent) => this.walk(event, layout.marks.length)}
        @pointerleave=${() => this.leave()}
      >
        ${drawScale(layout)} ${layout.marks.map((mark, index) => this.renderMark(mark, index))}
      </svg>
      ${this.renderDetails()}`;
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
}
