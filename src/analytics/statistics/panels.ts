import type { LogOddsDensity } from './logOdds';

/** A stretch of log-odds, `middle` ± `half`. */
export interface Panel {
  readonly middle: number;
  readonly half: number;
}

/** Where a density is cut, in widths from its centre. Less than e⁻³⁹ of it is outside the last. */
const CUTS = [0, 1.5, 3, 5, 8, 14, 24, 40];

/** Log-odds that are cut in any case: rate (1 - rate), a factor of what is integrated, turns too fast for wider panels. */
const RATE_CUTS = [-20, -16, -12, -8, -4, 0, 4, 8, 12, 16, 20];

/** Panels side by side that reach as far as any of the densities, so cut that in each of them all are smooth. */
export function panelsFor(densities: readonly LogOddsDensity[]): Panel[] {
  const ofDensities = densities.flatMap(({ centre, width }) =>
    CUTS.flatMap((cut) => [centre - cut * width, centre + cut * width]),
  );
  const from = Math.min(...ofDensities);
  const to = Math.max(...ofDensities);
  const cuts = [...ofDensities, ...RATE_CUTS.filter((cut) => from < cut && cut < to)].sort((a, b) => a - b);
  const closest = Math.min(...densities.map(({ width }) => width)) / 2;
  const panels: Panel[] = [];
  let last = from;
  for (const cut of cuts) {
    if (cut - last < closest) continue;
    panels.push({ middle: (last + cut) / 2, half: (cut - last) / 2 });
    last = cut;
  }
  return panels;
}
