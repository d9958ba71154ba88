import { GAP, SMALL, type BarLayoutOptions, type PlacedText } from './barLayout';
import type { LinearScale } from './linearScale';

const MOST_TICKS = 5;

/** As many values of a scale as their texts leave room for, at least where it begins and ends. */
export function barTicks(
  scale: LinearScale,
  tick: (value: number) => string,
  { width, fontSize: em, measure }: Pick<BarLayoutOptions, 'width' | 'fontSize' | 'measure'>,
): PlacedText[] {
  const textWidth = ({ text }: PlacedText): number => measure(text) * SMALL;
  const left = (placed: PlacedText): number =>
    placed.x - { start: 0, middle: 0.5, end: 1 }[placed.anchor] * textWidth(placed);
  const place = (value: number): PlacedText => {
    const placed = { x: scale.at(value), y: 0.95 * em, anchor: 'middle', text: tick(value) } as const;
    const half = textWidth(placed) / 2;
    return { ...placed, anchor: placed.x < half ? 'start' : placed.x > width - half ? 'end' : 'middle' };
  };
  for (let count = MOST_TICKS; count > 0; count--) {
    const ticks = (count === 1 ? [0, scale.top] : scale.ticks(count)).map(place);
    const areApart = ticks.every((next, index) => {
      const before = ticks[index - 1];
      return !before || left(next) >= left(before) + textWidth(before) + GAP * em;
    });
    if (areApart) return ticks;
  }
  return [];
}
