import assert from 'node:assert/strict';
import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { linearScale, niceTop } from '../../../src/report/page/charts/linearScale';

/** Rates and counts as charts have them. */
const tops = fc.oneof(
  fc.integer({ min: 1, max: 1_000_000 }).map((millionths) => millionths / 1e6),
  fc.integer({ min: 1, max: 1_000_000_000 }),
);
const counts = fc.integer({ min: 1, max: 8 });

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

describe('A scale', () => {
  it('ends at the round value at which d3-scale ends', () => {
    fc.assert(
      fc.property(tops, counts, (top, count) => {
        const expected = scaleLinear([0, top], [0, 1]).nice(count).domain()[1] ?? 0;
        assert.ok(near(niceTop(top, count), expected), `${niceTop(top, count)}, not ${expected}`);
      }),
      { numRuns: 5_000 },
    );
  });

  it('has the ticks of d3-scale', () => {
    fc.assert(
      fc.property(tops, counts, (top, count) => {
        const ticks = linearScale(top, 0, 1).ticks(count);
        const expected = scaleLinear([0, top], [0, 1]).ticks(count);
        assert.equal(ticks.length, expected.length);
        ticks.forEach((tick, index) => assert.ok(near(tick, expected[index] ?? 0)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('comes to an end for any value at all', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e300, noNaN: true }), counts, (highest, count) => {
        const top = niceTop(highest, count);
        assert.ok(top >= highest * (1 - 1e-9) && Number.isFinite(top));
        assert.ok(linearScale(top, 0, 1).ticks(count).length <= 2 * count + 2);
      }),
    );
  });

  it('runs from zero, also downwards', () => {
    const { at } = linearScale(4, 100, 20);
    assert.deepEqual([0, 1, 4].map(at), [100, 80, 20]);
  });
});
