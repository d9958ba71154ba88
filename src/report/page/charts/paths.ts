// SVG paths along values that may be unknown. d3-shape draws the same, for 20 KB of the page's script.

/** Half the length of what stands for a point alone between two gaps. */
const ALONE = 3;

/** A line through the points, with a gap where one is unknown. */
export function linePath(xs: readonly number[], ys: readonly (number | null)[]): string {
  return runsOf(ys)
    .map(
      (run) =>
        `M${spread(run, xs)
          .map(([x, index]) => at(x, ys[index]))
          .join('L')}`,
    )
    .join('');
}

/** The band between upper and lower bounds, with the same gaps. */
export function bandPath(
  xs: readonly number[],
  bounds: readonly (readonly [top: number, bottom: number] | null)[],
): string {
  return runsOf(bounds)
    .map((run) => {
      const side = (which: 0 | 1): string[] => spread(run, xs).map(([x, index]) => at(x, bounds[index]?.[which]));
      return `M${[...side(0), ...side(1).reverse()].join('L')}Z`;
    })
    .join('');
}

/** Where a run of values goes along; one alone has a little length, so that it is seen. */
function spread(run: readonly number[], xs: readonly number[]): [x: number, index: number][] {
  const [first = 0] = run;
  const x = xs[first] ?? 0;
  if (run.length === 1)
    return [
      [x - ALONE, first],
      [x + ALONE, first],
    ];
  return run.map((index) => [xs[index] ?? 0, index]);
}

/** Places of values that stand side by side without an unknown one between them. */
export function runsOf(values: readonly unknown[]): number[][] {
  const runs: number[][] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    if (index > 0 && values[index - 1] !== null) runs.at(-1)?.push(index);
    else runs.push([index]);
  });
  return runs;
}

/** Hundredths of a pixel are enough, and keep a path of hundreds of points short. */
export function round(length: number): number {
  return Math.round(length * 100) / 100;
}

function at(x = 0, y: number | null = 0): string {
  return `${round(x)},${round(y ?? 0)}`;
}
