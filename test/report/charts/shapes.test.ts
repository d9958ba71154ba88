import assert from 'node:assert/strict';
import { seriesLook, shapePath, SHAPES } from '../../../src/report/page/charts/shapes';

describe('The look of a series', () => {
  it('is another for each variant that a step can have', () => {
    const looks = Array.from({ length: 26 }, (_, index) => JSON.stringify(seriesLook(index)));
    assert.equal(new Set(looks).size, 26);
  });

  it('has another shape and another colour for the next one', () => {
    const [first, second] = [seriesLook(0), seriesLook(1)];
    assert.notEqual(first.shape, second.shape);
    assert.notEqual(first.colour, second.colour);
  });

  for (const shape of SHAPES) {
    it(`is drawn around its place: ${shape}`, () => {
      const path = shapePath(shape, 100, 50, 10);
      const corners = [...path.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x) - 100, Number(y) - 50]);
      assert.ok(corners.length >= 3);
      for (const [x = 0, y = 0] of corners) assert.ok(Math.hypot(x, y) <= 14, `${x}, ${y}`);
      const [mostLeft, mostRight] = [
        Math.min(...corners.map(([x = 0]) => x)),
        Math.max(...corners.map(([x = 0]) => x)),
      ];
      assert.ok(Math.abs(mostLeft + mostRight) < 0.1, 'in the middle');
      assert.match(path, /^M.*Z$/);
      assert.doesNotMatch(path, /NaN|e-/);
    });
  }
});
