import assert from 'node:assert/strict';
import type { ABTest } from '../../../src/analytics/abTest';
import { formatFor } from '../../../src/analytics/format';
import { pairsInOrder, pairsTable } from '../../../src/report/page/verdict/pairsTable';
import { answerWithVariants, reportFrom } from '../support/reports';

function testOf(count: number): ABTest {
  const test = reportFrom(answerWithVariants(count)).steps[0]?.test;
  assert.ok(test);
  return test;
}

const names = (pairs: ABTest['pairs']): string[] => pairs.map(({ a, b }) => `${a}${b}`);

describe('The pairs of a test', () => {
  it('are all shown at once where they are few, the leader’s first', () => {
    const { first, rest } = pairsInOrder(testOf(4));
    assert.deepEqual(names(first), ['AD', 'BD', 'CD', 'AB', 'AC', 'BC']);
    assert.deepEqual(rest, []);
  });

  it('are those of the leader where they are many, and none is lost', () => {
    const test = testOf(26);
    const { first, rest } = pairsInOrder(test);
    assert.ok(first.every(({ a, b }) => a === 'Z' || b === 'Z'));
    assert.deepEqual([first.length, rest.length], [25, 300]);
    assert.deepEqual(new Set([...first, ...rest]), new Set(test.pairs));
  });

  it('begin with the first variant’s where nobody leads', () => {
    const { pairs, variants } = testOf(5);
    const { first, rest } = pairsInOrder({ pairs, variants });
    assert.deepEqual(names(first), ['AB', 'AC', 'AD', 'AE']);
    assert.equal(rest.length, 6);
  });

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
