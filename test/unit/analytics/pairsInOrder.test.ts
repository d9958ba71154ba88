import assert from 'node:assert/strict';
import { abTestOf, type ABTest } from '../../../src/analytics/abTest';
import { pairsInOrder } from '../../../src/analytics/pairsInOrder';
import { DEFAULT_AB_TEST_RULES } from '../../../src/analytics/rules';
import { aVariant } from '../builders';

/** Variants A, B, C …, each better than the one before. */
function testOf(count: number): ABTest {
  const variants = Array.from({ length: count }, (_, index) =>
    aVariant(String.fromCharCode(65 + index), { sent: 1000, clicked: 20 + index }),
  );
  return abTestOf(variants, DEFAULT_AB_TEST_RULES);
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
});
