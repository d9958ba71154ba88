// Paths over slots of width 1: the chart's own width stretches them.
import { round } from './round';

/** Bars from the bottom; the smallest of counts is still seen, and zero is none. */
export function barsPath(values: readonly (number | null)[], end: number, height: number): string {
  return values
    .map((value, slot) =>
      value
        ? `M${round(slot + 0.12)} ${height}V${round(height - Math.max(1, (value / end) * height))}h0.76V${height}Z`
        : '',
    )
    .join('');
}

/** A line through the middles of slots, with a gap where a value is unknown; one alone has a little length. */
export function linePath(values: readonly (number | null)[], end: number, height: number): string {
  const y = (value: number): number => round(height - Math.min(1, value / end) * height);
  return runsOf(values)
    .map(
      (run) =>
        `M${points(run)
          .map(([x, slot]) => `${x} ${y(values[slot] ?? 0)}`)
          .join('L')}`,
    )
    .join('');
}

/** The band between bounds, with the same gaps; what reaches above the scale ends there. */
export function bandPath(
  bounds: readonly ({ readonly low: number; readonly high: number } | null)[],
  end: number,
  height: number,
): string {
  const y = (value: number): number => round(height - Math.min(1, value / end) * height);
  return runsOf(bounds)
    .map((run) => {
      const side = (which: 'low' | 'high'): string[] =>
        points(run).map(([x, slot]) => `${x} ${y(bounds[slot]?.[which] ?? 0)}`);
      return `M${[...side('high'), ...side('low').reverse()].join('L')}Z`;
    })
    .join('');
}

function points(run: readonly number[]): (readonly [x: number, slot: number])[] {
  const [first = 0] = run;
  return run.length === 1
    ? [
        [first + 0.2, first],
        [first + 0.8, first],
      ]
    : run.map((slot) => [slot + 0.5, slot]);
}

function runsOf(values: readonly unknown[]): number[][] {
  const runs: number[][] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    if (index > 0 && values[index - 1] !== null) runs.at(-1)?.push(index);
    else runs.push([index]);
  });
  return runs;
}
