import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { BarLayout, BarMark, PlacedText } from './layoutBars';

/** The scale's lines and values, behind the marks. */
export function drawScale({ ticks, plotLeft, plotTop, height }: BarLayout): SVGTemplateResult {
  return svg`<g aria-hidden="true">
    ${ticks.map(
      (tick) => svg`<line class="grid" x1=${tick.x} x2=${tick.x} y1=${plotTop} y2=${height}></line>${drawText(tick, 'tick')}`,
    )}
    <line class="zero" x1=${plotLeft} x2=${plotLeft} y1=${plotTop} y2=${height}></line>
  </g>`;
}

/** What a mark looks like; who it is to a screen reader and the keyboard is the chart's affair. */
export function drawMark({ row, area, bar, label, texts, whisker, lost, funnel }: BarMark): SVGTemplateResult {
  return svg`
    <rect class="area" x=${area.x} y=${area.y} width=${area.width} height=${area.height} rx="3"></rect>
    ${funnel === null ? nothing : svg`<path class="funnel tone-${row.tone}" d=${funnel}></path>`}
    ${bar === null ? nothing : svg`<rect class="bar level-${row.level} tone-${row.tone}" x=${bar.x} y=${bar.y} width=${bar.width} height=${bar.height} rx=${Math.min(2, bar.width / 2)}></rect>`}
    ${whisker === null ? nothing : drawWhisker(whisker)}
    ${drawText(label, `label level-${row.level}`)}
    ${texts.map((text, column) => drawText(text, column === 0 ? 'value' : 'aside'))}
    ${lost === null ? nothing : drawText(lost, 'lost')}`;
}

function drawWhisker({ x1, x2, y, cap }: NonNullable<BarMark['whisker']>): SVGTemplateResult {
  const path = `M${x1},${y}H${x2}M${x1},${y - cap}V${y + cap}M${x2},${y - cap}V${y + cap}`;
  return svg`<path class="whisker-edge" d=${path}></path><path class="whisker" d=${path}></path>`;
}

function drawText({ x, y, anchor, text }: PlacedText, kind: string): SVGTemplateResult {
  return svg`<text class=${kind} x=${x} y=${y} text-anchor=${anchor}>${text}</text>`;
}
