import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { PlacedText } from './barLayout';
import type { PlacedStrip, TrendLayout } from './layoutTrend';

/** What stands behind the slots' own areas: the scales. */
export function drawGrid({ strips, plotLeft, plotRight }: TrendLayout): SVGTemplateResult {
  const lines = (strip: PlacedStrip): string => strip.grid.map((y) => `M${plotLeft},${y}H${plotRight}`).join('');
  return svg`<g aria-hidden="true">${strips.map((strip) => svg`<path class="grid" d=${lines(strip)}></path>`)}</g>`;
}

/** All series, and the axis of days. */
export function drawStrips({ strips, dates }: TrendLayout): SVGTemplateResult {
  return svg`${strips.map(drawStrip)} ${dates.map((date) => drawText(date, 'tick'))}`;
}

function drawStrip({ strip, label, newest, ticks, baseline, bars, line, band }: PlacedStrip): SVGTemplateResult {
  const path = (kind: string, d: string): SVGTemplateResult | typeof nothing =>
    d === '' ? nothing : svg`<path class="${kind} tone-${strip.tone}" d=${d}></path>`;
  return svg`
    ${path('band', band)} ${path('bars', bars)} <path class="zero" d=${baseline}></path> ${path('line', line)}
    ${drawText(label, 'label')} ${drawText(newest, 'value level-0')} ${ticks.map((tick) => drawText(tick, 'tick'))}`;
}

/** A line through all strips at one slot, with a dot on each known value. */
export function drawCrosshair({ areas, strips }: TrendLayout, slot: number): SVGTemplateResult | typeof nothing {
  const area = areas[slot];
  if (!area) return nothing;
  const x = area.x + area.width / 2;
  return svg`<path class="crosshair" d="M${x},${area.y}V${area.height}"></path>
    ${strips.map(({ strip, tops }) => {
      const y = tops[slot] ?? null;
      return y === null ? nothing : svg`<circle class="dot tone-${strip.tone}" cx=${x} cy=${y} r="3.5"></circle>`;
    })}`;
}

function drawText({ x, y, anchor, text }: PlacedText, kind: string): SVGTemplateResult {
  return svg`<text class=${kind} x=${x} y=${y} text-anchor=${anchor}>${text}</text>`;
}
