/** A point of a Gauss-Legendre rule on [-1, 1]. */
export interface QuadratureNode {
  readonly x: number;
  /** Its weight in the integral from -1 to 1. */
  readonly weight: number;
  /** The weights of all the rule's nodes, in order, in the integral from -1 to `x`. */
  readonly upTo: Float64Array;
}

/**
 * The `size` nodes of the rule: exact for polynomials up to degree 2 size - 1, and up to a node for size - 1.
 * Roots of the Legendre polynomial by Newton's method (DLMF 3.5.v); integrals from its neighbours (DLMF 18.9.7, 18.17).
 */
export function gaussLegendre(size: number): readonly QuadratureNode[] {
  const nodes = Array.from({ length: size }, (_, k) => {
    const x = rootNear(-Math.cos((Math.PI * (k + 0.75)) / (size + 0.5)), size);
    const values = legendre(x, size);
    return { x, weight: 2 / ((1 - x * x) * slope(values, x) ** 2), values };
  });
  return nodes.map(({ x, weight, values }) => ({
    x,
    weight,
    upTo: Float64Array.from(nodes, (other) => {
      let sum = (x + 1) / 2;
      for (let n = 1; n < size; n++) sum += (at(other.values, n) * (at(values, n + 1) - at(values, n - 1))) / 2;
      return other.weight * sum;
    }),
  }));
}

function rootNear(start: number, degree: number): number {
  let x = start;
  for (let step = 0; step < 4; step++) {
    const values = legendre(x, degree);
    x -= at(values, degree) / slope(values, x);
  }
  return x;
}

/** The Legendre polynomials of degree 0 to `degree` at `x`. */
function legendre(x: number, degree: number): number[] {
  const values = [1, x];
  for (let n = 1; n < degree; n++) {
    values.push(((2 * n + 1) * x * at(values, n) - n * at(values, n - 1)) / (n + 1));
  }
  return values;
}

/** Slope at `x` of the last of the polynomials, whose values there are given. */
function slope(values: readonly number[], x: number): number {
  const degree = values.length - 1;
  return (degree * (x * at(values, degree) - at(values, degree - 1))) / (x * x - 1);
}

const at = (values: readonly number[], index: number) => values[index] ?? 0;
