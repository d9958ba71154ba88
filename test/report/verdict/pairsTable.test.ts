import assert from 'node:assert/strict';
import type { ABTest } from '../../../src/analytics/abTest';
import { formatFor } from '../../../src/analytics/format';
import { pairsTable } from '../../../src/report/page/verdict/pairsTable';
import { answerWithVariants, reportFrom } from '../support/reports';

function testOf(count: number): ABTest {
  const test = reportFrom(answerWithVariants(count)).steps[0]?.test;
  assert.ok(test);
  return test;
}

describe('The pairs of a test', () => {
  it('are named so that the sign of the difference is clear, also with the main copy', () => {
    const [pair] = testOf(2).pairs;
    assert.ok(pair);
    const { rows } = pairsTable([pair, { ...pair, a: null }], 'Pairs', formatFor('en'));
    assert.deepEqual(
      rows.map(({ header }) => header),
      ['B against A', 'B against Main'],
    );
    assert.match(rows[0]?.cells[0]?.main ?? '', /^\+0\.1 points$/);
  });

  it('have no interval where none is known', () => {
    const [pair] = testOf(2).pairs;
    assert.ok(pair);
    const { rows } = pairsTable([{ ...pair, interval: null, lift: null }], 'Pairs', formatFor('en'));
    assert.deepEqual([rows[0]?.cells[0]?.below, rows[0]?.cells[1]?.main], [undefined, '—']);
  });
});
