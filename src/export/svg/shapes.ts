/** What tells variants apart besides their colours: disc, square, triangle, diamond, cross, triangle on its head. */
const SHAPES = [
  'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z',
  'M-4 -4H4V4H-4Z',
  'M0 -5L5 4H-5Z',
  'M0 -5.5L5.5 0L0 5.5L-5.5 0Z',
  'M-1.7 -5H1.7V-1.7H5V1.7H1.7V5H-1.7V1.7H-5V-1.7H-1.7Z',
  'M0 5L5 -4H-5Z',
];

/** An SVG path around 0, 0 for the nth variant. */
export function shapePath(variant: number): string {
  return SHAPES[variant % SHAPES.length] ?? '';
}
