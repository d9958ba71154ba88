import assert from 'node:assert/strict';
import { simulate } from '../../bench/peeking';
import { EQUAL_VARIANTS, TWICE_AS_GOOD } from '../../bench/scenarios';

// The short form of `npm run bench:verdicts`; seeded, so that it passes always or never.
const RUNS = 200;

describe('a test that is looked at every day', function () {
  this.timeout(60_000);

  for (const scenario of EQUAL_VARIANTS) {
    const { rates, perDay } = scenario;
    it(`calls a winner among equals in at most 5 % of runs: ${rates.join(' / ')}, ${String(perDay)} a day`, () => {
      const { everClear } = simulate(scenario, RUNS, 7);
      assert.ok(everClear <= 0.05, String(everClear));
    });
  }

  it('calls some winner among equals, so that the bound is not met by silence', () => {
    const all = EQUAL_VARIANTS.slice(0, 6).map((scenario) => simulate(scenario, RUNS, 8).everClear);
    assert.ok(Math.max(...all) > 0);
  });

  for (const scenario of TWICE_AS_GOOD) {
    const { rates, perDay } = scenario;
    it(`calls a variant that is twice as good in at least 75 % of runs: ${rates.join(' / ')}, ${String(perDay)} a day`, () => {
      const { clearAtPlannedSize } = simulate(scenario, RUNS, 7);
      assert.ok(clearAtPlannedSize >= 0.75, String(clearAtPlannedSize));
    });
  }
});
