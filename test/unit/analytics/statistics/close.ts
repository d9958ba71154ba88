import assert from 'node:assert/strict';

/** That `actual` is a number no further than `tolerance` from `expected`. */
export function assertClose(actual: number | null | undefined, expected: number | undefined, tolerance: number): void {
  assert.ok(typeof actual === 'number' && expected !== undefined, `${String(actual)}, expected ${String(expected)}`);
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected} within ${tolerance}`);
}

/** The same for numbers so small or large that their digits count, not their size. */
export function assertCloseInDigits(actual: number, expected: number, tolerance: number): void {
  assertClose(actual, expected, tolerance * Math.abs(expected));
}

/** That each number is close to the one in its place. */
export function assertAllClose(
  actual: readonly (number | null | undefined)[],
  expected: readonly number[],
  tolerance: number,
): void {
  assert.equal(actual.length, expected.length);
  for (const [index, value] of actual.entries()) assertClose(value, expected[index], tolerance);
}
