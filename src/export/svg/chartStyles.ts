import type { ColorName } from './chartColors';

const TONES = [
  ...(['neutral', 'blue', 'purple', 'green', 'red'] as const),
  ...(['variant-0', 'variant-1', 'variant-2', 'variant-3', 'variant-4', 'variant-5'] as const),
] satisfies readonly ColorName[];

/** The stylesheet of charts. A page gives variables for colours; a picture plain ones, as not all who draw it know variables. */
export function chartStyles(color: (name: ColorName) => string): string {
  return `.chart{display:block;overflow:visible;font:13px/1.3 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.chart text{fill:${color('ink')}}
.chart text.quiet{fill:${color('quiet')};font-size:11.5px}
.chart .label,.chart .value{font-weight:600}
.chart .value{font-variant-numeric:tabular-nums}
.chart .track{fill:${color('track')}}
.chart .grid{stroke:${color('grid')}}
.chart .zero{stroke:${color('neutral')}}
.chart .line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.chart .band{opacity:.16}
.chart .rim line{stroke:${color('paper')};stroke-width:3}
.chart .point .rim{display:none}
.chart .whisker line{stroke:${color('ink')};stroke-width:1.5}
.chart .mark{stroke:${color('paper')}}
${TONES.map((tone) => toneStyles(tone, color(tone))).join('\n')}
`;
}

function toneStyles(tone: string, color: string): string {
  const fills = ['fill', 'band', 'mark', 'key'].map((part) => `.chart .${tone} .${part}`);
  return `${fills.join(',')}{fill:${color}}.chart .${tone} .line{stroke:${color}}`;
}
