import { gaussLegendre, type QuadratureNode } from './gaussLegendre';
import { type LogOddsDensity, logOddsDensity } from './logOdds';
import { type Panel, panelsFor } from './panels';
import type { Proportion } from './proportion';

let rule: readonly QuadratureNode[] | undefined;

/** The quadrature within a panel; made when first asked for, so that to load this file takes no time. */
const nodesOfPanel = () => (rule ??= gaussLegendre(12));

/** One arm's rate at all nodes of all panels, in order. */
interface Curve {
  /** The probability that each node stands for; 1 in all. */
  readonly mass: Float64Array;
  /** P(rate <= the node's). */
  readonly below: Float64Array;
}

/**
 * For each arm P(its rate is the highest), and what choosing it is expected to lose, E[highest rate - its rate], as a
 * fraction, with Beta(1 + events, 1 + failures) for every rate: ∫ fᵢ ∏ Fⱼ and ∫ Fᵢ (1 - ∏ Fⱼ) over the j other than i.
 * Gauss-Legendre quadrature in panels that follow every density, however narrow.
 */
export function bestOf(arms: readonly Proportion[]): { probabilities: number[]; expectedLosses: number[] } {
  const densities = arms.map(logOddsDensity);
  const panels = panelsFor(densities);
  const curves = withOthers(densities.map((density) => curveOf(density, panels)));
  const steps = rateSteps(panels);
  const wins = curves.map(({ mass, others }) => dot(mass, others));
  const certain = wins.reduce((sum, win) => sum + win, 0);
  return {
    probabilities: wins.map((win) => win / certain),
    expectedLosses: curves.map(({ below, others }) =>
      dot(
        steps,
        below.map((share, node) => share * (1 - (others[node] ?? 0))),
      ),
    ),
  };
}

function curveOf(density: LogOddsDensity, panels: readonly Panel[]): Curve {
  const nodes = nodesOfPanel();
  const mass = new Float64Array(panels.length * nodes.length);
  const below = new Float64Array(mass.length);
  const heights = new Float64Array(nodes.length);
  let total = 0;
  for (const [index, { middle, half }] of panels.entries()) {
    const before = total;
    nodes.forEach(({ x }, k) => (heights[k] = half * density.at(middle + half * x)));
    nodes.forEach(({ weight, upTo }, k) => {
      const node = index * nodes.length + k;
      const share = weight * (heights[k] ?? 0);
      mass[node] = share;
      below[node] = before + dot(upTo, heights);
      total += share;
    });
  }
  return {
    mass: mass.map((share) => share / total),
    below: below.map((sum) => Math.min(1, Math.max(0, sum / total))),
  };
}

/** The change of rate that each node stands for: that of the log-odds times rate (1 - rate). */
function rateSteps(panels: readonly Panel[]): Float64Array {
  return Float64Array.from(
    panels.flatMap(({ middle, half }) =>
      nodesOfPanel().map(({ x, weight }) => (half * weight) / (2 * Math.cosh((middle + half * x) / 2)) ** 2),
    ),
  );
}

/** Adds to each curve, at each node, P(every other rate <= the node's): the product over those before and after it. */
function withOthers(curves: readonly Curve[]): (Curve & { readonly others: Float64Array })[] {
  const all = curves.map((curve) => ({ ...curve, others: new Float64Array(curve.below.length).fill(1) }));
  for (const inOrder of [all, all.toReversed()]) {
    let product = new Float64Array(inOrder[0]?.below.length ?? 0).fill(1);
    for (const { below, others } of inOrder) {
      product.forEach((value, node) => (others[node] = (others[node] ?? 1) * value));
      product = product.map((value, node) => value * (below[node] ?? 1));
    }
  }
  return all;
}

function dot(some: Float64Array, others: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < some.length; index++) sum += (some[index] ?? 0) * (others[index] ?? 0);
  return sum;
}
