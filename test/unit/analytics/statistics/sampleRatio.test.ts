import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chiSquareUpperTail } from '../../../../src/analytics/statistics/chiSquare';
import { sampleRatioP } from '../../../../src/analytics/statistics/sampleRatio';
import { assertClose } from './close';
import { MOST } from './proportions';

const sends = fc.array(fc.integer({ min: 0, max: MOST }), { maxLength: 26 });

describe('The sample ratio', () => {
  it('is compared to equal shares', () => {
    // (60 - 50)² / 50 + (40 - 50)² / 50 = 4, and likewise for three.
    assertClose(sampleRatioP([60, 40]), chiSquareUpperTail(4, 1), 1e-12);
    assertClose(sampleRatioP([130, 100, 70]), chiSquareUpperTail(18, 2), 1e-12);
  });

  it('says nothing where the shares are equal, nothing was sent, or there is one variant', () => {
    for (const sends of [[500, 500], [7, 7, 7], [0, 0], [], [12]]) assert.equal(sampleRatioP(sends), 1);
  });

  it('gives a p between 0 and 1 that does not depend on the order, for any counts', () => {
    fc.assert(
      fc.property(sends, (counts) => {
        const p = sampleRatioP(counts);
        assert.ok(p >= 0 && p <= 1);
        assertClose(sampleRatioP(counts.toReversed()), p, 1e-9);
      }),
    );
  });

  it('takes the same shares more seriously the more was sent', () => {
    const ps = [1, 10, 100].map((times) => sampleRatioP([55 * times, 45 * times]));
    assert.deepEqual(
      ps,
      ps.toSorted((one, other) => other - one),
    );
    assert.ok((ps.at(-1) ?? 1) < 0.001);
  });
});
