import assert from 'node:assert/strict';
import { bandPath, linePath, runsOf } from '../../../src/report/page/charts/paths';

describe('A path along values', () => {
  const xs = [0, 10, 20, 30, 40];

  it('goes through those that are known, with a gap where one is not', () => {
    assert.equal(linePath(xs, [5, 6, null, 7, 8]), 'M0,5L10,6M30,7L40,8');
    assert.equal(linePath(xs, [null, null]), '');
    assert.equal(linePath([], []), '');
  });

  it('has a little length where a value stands alone', () => {
    assert.equal(linePath(xs, [null, 6, null]), 'M7,6L13,6');
    assert.equal(bandPath(xs, [null, [2, 8], null]), 'M7,2L13,2L13,8L7,8Z');
  });

  it('closes a band around upper and lower bounds', () => {
    assert.equal(bandPath(xs, [[1, 9], [2, 8], null]), 'M0,1L10,2L10,8L0,9Z');
  });

  it('is written in hundredths of a pixel', () => {
    assert.equal(linePath([1 / 3, 2 / 3], [1e-9, 100.006]), 'M0.33,0L0.67,100.01');
  });

  it('keeps a zero, which is no gap', () => {
    assert.deepEqual(runsOf([0, 1, null, 0]), [[0, 1], [3]]);
  });
});
