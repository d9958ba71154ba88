import assert from 'node:assert/strict';
import fc from 'fast-check';
import { differenceInterval } from '../../../../src/analytics/statistics/newcombe';
import { assertAllClose, assertClose } from './close';
import { anyProportion, proportionOf } from './proportions';
import reference from './reference.json';

const { twoArm, tolerances } = reference;

describe("Newcombe's interval of a difference", () => {
  for (const { id, a, b, diff, newcombe95Diff } of twoArm) {
    it(`of ${id} meets the reference`, () => {
      const interval = differenceInterval(proportionOf(a), proportionOf(b));
      assertAllClose([interval?.low, interval?.high], newcombe95Diff, tolerances.closedForm);
      assertClose(b.x / b.n - a.x / a.n, diff, tolerances.closedForm);
    });
  }

  it('does not exist without trials', () => {
    const none = { events: 0, trials: 0 };
    assert.equal(differenceInterval(none, { events: 1, trials: 2 }), null);
    assert.equal(differenceInterval({ events: 1, trials: 2 }, none), null);
  });

  it('holds the difference, stays within -1 and 1, and mirrors when the sides are swapped, for any counts', () => {
    fc.assert(
      fc.property(anyProportion, anyProportion, (a, b) => {
        const interval = differenceInterval(a, b);
        const swapped = differenceInterval(b, a);
        if (a.trials === 0 || b.trials === 0) {
          assert.equal(interval, null);
          return;
        }
        assert.ok(interval && swapped);
        const difference = b.events / b.trials - a.events / a.trials;
        assert.ok(-1 <= interval.low && interval.low <= difference);
        assert.ok(difference <= interval.high && interval.high <= 1);
        assertAllClose([swapped.low, swapped.high], [-interval.high, -interval.low], 1e-15);
      }),
      { numRuns: 1000 },
    );
  });
});
