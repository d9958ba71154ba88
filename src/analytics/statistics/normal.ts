/** Density of the standard normal distribution at `z`. */
export function normalPdf(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/**
 * P(Z > z) for a standard normal Z, with a relative error below 1e-13 down to where doubles end (z = 38).
 * Near the middle by the series of Marsaglia (2004), further out by the continued fraction of Laplace (1805).
 */
export function normalUpperTail(z: number): number {
  if (z < 0) return 1 - normalUpperTail(-z);
  return z < 2 ? 0.5 - normalPdf(z) * oddSeries(z) : normalPdf(z) / millsFraction(z);
}

/** P(Z <= z) for a standard normal Z. */
export function normalCdf(z: number): number {
  return normalUpperTail(-z);
}

/**
 * The z with P(Z <= z) = p, for p in [0, 1]; infinite at both ends.
 * Starts from Abramowitz and Stegun 26.2.23, right to 5e-4, and takes three of Halley's steps.
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p <= 0) return -Infinity;
  const t = Math.sqrt(-2 * Math.log(p));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 3; step++) {
    const miss = (normalUpperTail(z) - p) / normalPdf(z);
    z += miss / (1 - 0.5 * z * miss);
  }
  return -z;
}

/** z + z³/3 + z⁵/(3·5) + …: the area from 0 to z, divided by the density at z. */
function oddSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

/** z + 1/(z + 2/(z + 3/(z + …))): the density at z, divided by the area above z. For z >= 2, from its 120th term on. */
function millsFraction(z: number): number {
  let fraction = z;
  for (let term = 120; term > 0; term--) fraction = z + term / fraction;
  return fraction;
}
