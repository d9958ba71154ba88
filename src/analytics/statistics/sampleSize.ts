import { normalCdf, normalQuantile } from './normal';

/** A test of rate `base` against `base · lift`, both fractions in (0, 1). */
interface Test {
  readonly base: number;
  readonly lift: number;
  /** How often it finds the lift if it is there; 0.8 unless given. */
  readonly power?: number;
  /** How often, two-sided, it finds one that is not there; 0.05 unless given. */
  readonly alpha?: number;
}

interface WithTrials {
  /** Trials on each of the two sides. */
  readonly trialsPerArm: number;
}

/**
 * Trials needed on each side, a whole number, for the pooled z test without continuity correction to find `lift`:
 * (z √(2 p̄ q̄) + z' √(p₁q₁ + p₂q₂))² / (p₂ - p₁)², z and z' the quantiles of 1 - alpha/2 and of `power`
 * (Fleiss, Levin and Paik 2003, 4.2). `null` where nothing can be tested: no base rate, no lift, or a rate of 1 or more.
 */
export function sampleSizePerArm(test: Test): number | null {
  const size = exactSize(test);
  return Number.isFinite(size) ? Math.ceil(size) : null;
}

/**
 * The smallest lift above 1 that `trialsPerArm` on each side can show, by bisection of the formula above.
 * `null` when there is none that leaves `base · lift` below 1.
 */
export function detectableLift({ trialsPerArm, ...test }: Omit<Test, 'lift'> & WithTrials): number | null {
  if (!(test.base > 0)) return null;
  let tooSmall = 1;
  let high = 1 / test.base;
  let found: number | null = null;
  for (let step = 0; step < 100; step++) {
    const lift = (tooSmall + high) / 2;
    if (exactSize({ ...test, lift }) <= trialsPerArm) found = high = lift;
    else tooSmall = lift;
  }
  return found;
}

/**
 * How often, a fraction, `trialsPerArm` on each side find `lift` in its own direction: the formula above solved for
 * `power`. 0 where nothing can be tested.
 */
export function powerOf({ trialsPerArm, alpha = 0.05, ...test }: Omit<Test, 'power'> & WithTrials): number {
  const { difference, ifEqual, ifNot } = spread(test);
  if (!(difference >= 0)) return 0;
  return normalCdf((difference * Math.sqrt(trialsPerArm) + normalQuantile(alpha / 2) * ifEqual) / ifNot);
}

/** The formula before rounding; not finite where nothing can be tested. */
function exactSize({ base, lift, power = 0.8, alpha = 0.05 }: Test): number {
  const { difference, ifEqual, ifNot } = spread({ base, lift });
  return ((normalQuantile(power) * ifNot - normalQuantile(alpha / 2) * ifEqual) / difference) ** 2;
}

/** How far the rates are apart, and √trials times the standard error of that, if they are equal and if not; or NaN. */
function spread({ base, lift }: Pick<Test, 'base' | 'lift'>) {
  const other = base * lift;
  const valid = base > 0 && base < 1 && other > 0 && other < 1;
  const mean = (base + other) / 2;
  return {
    difference: valid ? Math.abs(other - base) : NaN,
    ifEqual: Math.sqrt(2 * mean * (1 - mean)),
    ifNot: Math.sqrt(base * (1 - base) + other * (1 - other)),
  };
}
