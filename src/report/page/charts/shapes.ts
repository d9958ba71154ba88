import { round } from './paths';

/** What tells points apart besides their colour. There are as many colours as is prime to this, so that pairs repeat late. */
export const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'wedge', 'plus', 'cross'] as const;
export type Shape = (typeof SHAPES)[number];

/** As in the charts' stylesheet: blue, yellow, purple and ink, which every kind of colour blindness keeps apart. */
export const COLOURS = 4;

/** The look of series `index`, counted from 0. The first 28 all differ. */
export function seriesLook(index: number): { readonly shape: Shape; readonly colour: number } {
  return { shape: SHAPES[index % SHAPES.length] ?? 'circle', colour: index % COLOURS };
}

/** An SVG path of about the same area for each shape, within `radius` of its centre or little more. */
export function shapePath(shape: Shape, x: number, y: number, radius: number): string {
  return outlineOf(shape)
    .map(([dx, dy], corner) => `${corner === 0 ? 'M' : 'L'}${round(x + dx * radius)},${round(y + dy * radius)}`)
    .join('')
    .concat('Z');
}

type Corner = readonly [x: number, y: number];

/** Half the thickness of the bars of a plus. */
const BAR = 0.36;
const PLUS: readonly Corner[] = turned([
  [-BAR, -BAR],
  [-BAR, -1.05],
  [BAR, -1.05],
]);

function outlineOf(shape: Shape): readonly Corner[] {
  switch (shape) {
    case 'circle':
      return Array.from({ length: 24 }, (_, corner) => rotate([0, -0.95], (corner * Math.PI) / 12));
    case 'square':
      return turned([[-0.84, -0.84]]);
    case 'triangle':
      return TRIANGLE;
    case 'diamond':
      return turned([[0, -1.15]]);
    case 'wedge':
      return TRIANGLE.map(([x, y]) => [x, -y] as const);
    case 'plus':
      return PLUS;
    case 'cross':
      return PLUS.map((corner) => rotate(corner, Math.PI / 4));
  }
}

const TRIANGLE: readonly Corner[] = [
  [0, -1.05],
  [1.1, 0.85],
  [-1.1, 0.85],
];

/** The same corners in all four quarters. */
function turned(corners: readonly Corner[]): Corner[] {
  return [0, 1, 2, 3].flatMap((quarter) => corners.map((corner) => rotate(corner, (quarter * Math.PI) / 2)));
}

function rotate([x, y]: Corner, angle: number): Corner {
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}
