import type { Proportion } from './proportion';

/** Tables this much likelier than the observed one still count as equally likely, as in R's `fisher.test`. */
const TIE = 1 + 1e-7;

/** Weights below this count as 0: smaller doubles have too few digits to shrink any further. */
const VANISHING = 1e-300;

/**
 * Two-sided p of Fisher's exact test: the probability of all tables with the same margins that are no likelier than the
 * observed one. Weights come from the ratios of neighbouring tables, outward from the likeliest, which loses no digits
 * however large the margins; the walk is some forty standard deviations long, short wherever a small cell is expected.
 */
export function fisherExact(a: Proportion, b: Proportion): number {
  const events = a.events + b.events;
  const trials = a.trials + b.trials;
  const lowest = Math.max(0, events - b.trials);
  const highest = Math.min(events, a.trials);
  /** Probability of `k` events on side a over that of `k - 1`. */
  const ratio = (k: number) => ((events - k + 1) / k) * ((a.trials - k + 1) / (b.trials - events + k));

  const likeliest = Math.floor(((events + 1) / (trials + 2)) * (a.trials + 1));
  const start = Math.min(highest, Math.max(lowest, likeliest));

  /** Calls `visit` with each table and its weight, the likeliest having 1, until weights vanish. */
  const walk = (visit: (k: number, weight: number) => void) => {
    visit(start, 1);
    for (let k = start + 1, weight = 1; k <= highest && weight > VANISHING; k++) visit(k, (weight *= ratio(k)));
    for (let k = start, weight = 1; k > lowest && weight > VANISHING; k--) visit(k - 1, (weight /= ratio(k)));
  };

  let observed = 0;
  walk((k, weight) => {
    if (k === a.events) observed = weight;
  });
  let all = 0;
  let noLikelier = 0;
  walk((_, weight) => {
    all += weight;
    if (weight <= observed * TIE) noLikelier += weight;
  });
  return Math.min(1, noLikelier / all);
}
