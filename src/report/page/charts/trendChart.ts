import * as l10n from '@vscode/l10n';
import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { adoptStyles } from '../adoptStyles';
import type { Box } from './barLayout';
import { ChartElement, type ChartFont, type ChartModel, type MarkWords } from './chartElement';
import { fittingGrain, layoutTrend, type TrendLayout } from './layoutTrend';
import { drawCrosshair, drawGrid, drawStrips } from './trendMarks';
import type { TrendGrain, TrendSeries } from './trendSeries';

export interface TrendChartModel extends ChartModel {
  /** The finest first. */
  readonly grains: readonly TrendGrain[];
}

/** Between the crosshair and what is said of its slot. */
const TOOLTIP_GAP = 12;

/** Series over days, one strip each. A mark is a slot through all strips, and the newest is reached first. */
@customElement('trend-chart')
export class TrendChart extends ChartElement<TrendChartModel> {
  private series: TrendSeries | null = null;
  private layout: TrendLayout | null = null;

  protected override layOut(model: TrendChartModel | null, width: number, font: ChartFont): number {
    const { fontSize } = font;
    const grain = model && width > 0 ? fittingGrain(model.grains, { width, fontSize }) : undefined;
    const slots = grain?.slots ?? 0;
    if (slots !== this.layout?.areas.length) {
      this.current = Math.max(0, slots - 1);
      this.shown = null;
    }
    this.series = grain?.series() ?? null;
    this.layout = this.series && layoutTrend(this.series, slots, { width, ...font });
    return slots;
  }

  protected override wordsOf(index: number): MarkWords | undefined {
    return this.series?.wordsOf(index);
  }

  /** Beside the crosshair, or below the chart where there is no room beside it. */
  protected override placeOf(index: number, { width }: { width: number }): { left: number; top: number } {
    const { layout } = this;
    const area = layout?.areas[index];
    if (!area) return { left: 0, top: 0 };
    const x = area.x + area.width / 2;
    const left = x < layout.width / 2 ? x + TOOLTIP_GAP : x - TOOLTIP_GAP - width;
    return { left, top: left < 0 || left + width > layout.width ? layout.height : 0 };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { layout, series, model } = this;
    if (!layout || !series || !model) return nothing;
    return html`<svg
        role="listbox"
        aria-label=${model.name}
        aria-roledescription=${l10n.t('chart')}
        aria-orientation="horizontal"
        width=${layout.width}
        height=${layout.height}
        viewBox="0 0 ${layout.width} ${layout.height}"
        @keydown=${(event: KeyboardEvent) => this.walk(event, layout.areas.length)}
        @pointerleave=${() => this.leave()}
      >
        ${drawGrid(layout)} ${layout.areas.map((area, index) => this.renderSlot(area, index, series))}
        <g class="drawing" aria-hidden="true">
          ${drawStrips(layout)} ${this.shown === null ? nothing : drawCrosshair(layout, this.shown)}
        </g>
      </svg>
      ${series.note === undefined ? nothing : html`<p class="sentence quiet">${series.note}</p>`}
      ${this.renderDetails()}`;
  }

  private renderSlot({ x, y, width, height }: Box, index: number, series: TrendSeries): SVGTemplateResult {
    return svg`<rect
      id="${this.id}-${index}"
      class="mark ${index === this.shown ? 'shown' : ''}"
      role="option"
      aria-label=${series.wordsOf(index).name}
      aria-selected=${index === this.current}
      tabindex=${index === this.current ? 0 : -1}
      x=${x} y=${y} width=${width} height=${height}
      @focus=${() => this.arriveAt(index)}
      @blur=${() => this.hide()}
      @pointerenter=${() => (this.shown = index)}
    ></rect>`;
  }
}

adoptStyles(css`
  trend-chart {
    .line {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    .band {
      opacity: 0.22;
    }

    .line.tone-blue {
      stroke: var(--blue);
    }

    .line.tone-purple {
      stroke: var(--purple);
    }

    .line.tone-green {
      stroke: var(--green);
    }

    .line.tone-red {
      stroke: var(--red);
    }

    .tooltip {
      max-width: min(100%, 72ch);
    }

    .crosshair {
      stroke: var(--ink);
      stroke-dasharray: 2 2;
    }

    .dot {
      stroke: var(--paper);
      stroke-width: 1.5;
    }
  }

  .trend-panels {
    display: grid;
    gap: 28px 48px;
  }

  .trend .sentence:has(+ .trend-panels) {
    margin: 0 0 12px;
  }

  .trend .twin {
    margin-top: 8px;
  }

  .trend td {
    white-space: normal;
  }

  @container page (width >= 1040px) {
    .trend-panels {
      grid-template-columns: 1fr 1fr;
    }
  }
`);
