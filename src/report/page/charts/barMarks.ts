import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { BarLayout, BarMark, PlacedText } from './barLayout';
import { seriesLook, shapePath } from './shapes';

/** The scale's lines and values, behind the marks. */
export function drawScale({ ticks, plotLeft, plotSpans }: BarLayout): SVGTemplateResult {
  const line = (x: number): string => plotSpans.map(({ y1, y2 }) => `M${x},${y1}V${y2}`).join('');
  return svg`<g aria-hidden="true">
    ${ticks.map((tick) => svg`<path class="grid" d=${line(tick.x)}></path>${drawText(tick, 'tick')}`)}
    <path class="zero" d=${line(plotLeft)}></path>
  </g>`;
}

/** What a mark looks like. Focus, pointer and screen reader know the mark by its area, which the chart draws. */
export function drawMark({ row, bar, point, label, texts, whisker, lost, slope }: BarMark): SVGTemplateResult {
  return svg`
    ${slope === null ? nothing : svg`<path class="slope tone-${row.tone}" d=${slope}></path>`}
    ${bar === null ? nothing : svg`<rect class="bar level-${row.level} tone-${row.tone}" x=${bar.x} y=${bar.y} width=${bar.width} height=${bar.height} rx=${Math.min(2, bar.width / 2)}></rect>`}
    ${whisker === null ? nothing : drawWhisker(whisker)}
    ${point === null || row.series === null ? nothing : drawPoint(point, row.series)}
    ${drawText(label, `label level-${row.level}`)}
    ${texts.map((text, column) => drawText(text, column === 0 ? `value level-${row.level}` : 'aside'))}
    ${lost === null ? nothing : drawText(lost, 'lost')}`;
}

function drawWhisker({ x1, x2, y, cap }: NonNullable<BarMark['whisker']>): SVGTemplateResult {
  const path = `M${x1},${y}H${x2}M${x1},${y - cap}V${y + cap}M${x2},${y - cap}V${y + cap}`;
  return svg`<path class="whisker-edge" d=${path}></path><path class="whisker" d=${path}></path>`;
}

function drawPoint({ x, y, radius }: NonNullable<BarMark['point']>, series: number): SVGTemplateResult {
  const { shape, colour } = seriesLook(series);
  return svg`<path class="point series-${colour}" d=${shapePath(shape, x, y, radius)}></path>`;
}

function drawText({ x, y, anchor, text }: PlacedText, kind: string): SVGTemplateResult {
  return svg`<text class=${kind} x=${x} y=${y} text-anchor=${anchor}>${text}</text>`;
}
