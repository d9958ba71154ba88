import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ABTest, abTestOf } from '../../../src/analytics/abTest';
import { DEFAULT_AB_TEST_RULES } from '../../../src/analytics/rules';
import type { VariantReport } from '../../../src/analytics/variant';
import type { VariantPair } from '../../../src/analytics/variantPairs';
import { anAnswer } from '../builders';
import { agreeingVariants, anyReport, anyVariants, decidedVariants, leavesOf } from './arbitraryVariants';
import { assertClose } from './statistics/close';

const testOf = (variants: readonly VariantReport[]): ABTest => abTestOf(variants, DEFAULT_AB_TEST_RULES);

/** The only pair of a test of two. */
function pairOf({ pairs }: ABTest): VariantPair {
  assert.equal(pairs.length, 1);
  assert.ok(pairs[0], 'no pair');
  return pairs[0];
}

const shuffled = agreeingVariants.chain((variants) =>
  fc.tuple(fc.constant(variants), fc.shuffledSubarray(variants, { minLength: variants.length })),
);

/** A pair seen from its alphabetically first side. */
function turned({ a, b, difference, interval, p, adjustedP, alwaysValidP, method }: VariantPair) {
  const straight = String(a) <= String(b);
  const sign = straight ? 1 : -1;
  return {
    key: straight ? `${String(a)}–${String(b)}` : `${String(b)}–${String(a)}`,
    method,
    numbers: [
      sign * difference,
      (straight ? interval?.low : -(interval?.high ?? 0)) ?? 0,
      (straight ? interval?.high : -(interval?.low ?? 0)) ?? 0,
      p,
      adjustedP,
      alwaysValidP,
    ],
  };
}

describe('Whatever the counts of a test', () => {
  it('the verdict does not depend on the order of the variants', () => {
    fc.assert(
      fc.property(shuffled, ([variants, others]) => {
        const test = testOf(variants);
        const other = testOf(others);
        for (const key of ['word', 'obstacle', 'interim', 'leader', 'metric', 'plan'] as const) {
          assert.deepEqual(other[key], test[key], key);
        }
        assert.equal(other.unevenSends === null, test.unevenSends === null);
        assert.deepEqual(new Set(other.leaderBouncesMoreThan), new Set(test.leaderBouncesMoreThan));
        for (const { label, bestProbability, expectedLoss } of test.variants) {
          const same = other.variants.find((variant) => variant.label === label);
          if (bestProbability === null) assert.equal(same?.bestProbability, null);
          else assertClose(same?.bestProbability, bestProbability, 1e-9);
          if (expectedLoss !== null) assertClose(same?.expectedLoss, expectedLoss, 1e-9);
        }
        const found = new Map(other.pairs.map((pair) => [turned(pair).key, turned(pair)]));
        assert.equal(other.pairs.length, test.pairs.length);
        for (const { key, method, numbers } of test.pairs.map(turned)) {
          const same = found.get(key);
          assert.equal(same?.method, method);
          for (const [index, number] of numbers.entries()) assertClose(same.numbers[index], number, 1e-9);
        }
      }),
    );
  });

  it('a report’s verdicts do not depend on the order of the rows', () => {
    const rows = fc.array(
      fc.record({
        _id: fc.record({ sequenceStep: fc.integer({ min: 0, max: 1 }), variant: fc.constantFrom(null, 'A', 'B', 'C') }),
        sent: fc.constantFrom(100, 4000),
        clicked: fc.integer({ min: 0, max: 100 }),
        opened: fc.constant(100),
        bounced: fc.constant(0),
      }),
      { minLength: 2, maxLength: 8 },
    );
    const shuffledRows = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffledRows, ([all, others]) => {
        const verdictsOf = (stepAnalytics: unknown) =>
          anAnswer()
            .set('stepAnalytics', stepAnalytics)
            .report()
            .steps.map(({ sequenceStep, test }) => [sequenceStep, test?.word, test?.leader, test?.interim, test?.plan]);
        assert.deepEqual(verdictsOf(others), verdictsOf(all));
      }),
    );
  });

  it('swapping the counts of two variants turns their difference round, and changes nothing else', () => {
    fc.assert(
      fc.property(agreeingVariants, ([first, second]) => {
        assert.ok(first && second, 'two variants');
        const test = testOf([first, second]);
        const swapped = testOf([
          { ...first, figures: second.figures },
          { ...second, figures: first.figures },
        ]);
        assert.deepEqual([swapped.word, swapped.interim, swapped.plan], [test.word, test.interim, test.plan]);
        if ('leader' in test) assert.equal(swapped.leader, test.leader === first.label ? second.label : first.label);
        const pair = pairOf(test);
        const back = pairOf(swapped);
        assertClose(back.difference, -pair.difference, 1e-12);
        assertClose(back.p, pair.p, 1e-9);
        assert.equal(back.method, pair.method);
        assert.equal(back.interval === null, pair.interval === null);
        if (pair.interval && back.interval) {
          assertClose(back.interval.low, -pair.interval.high, 1e-9);
          assertClose(back.interval.high, -pair.interval.low, 1e-9);
        }
      }),
    );
  });

  it('Holm never makes a p smaller, nor does looking often, and intervals hold what they are of', () => {
    fc.assert(
      fc.property(agreeingVariants, (variants) => {
        const { pairs, variants: compared } = testOf(variants);
        assert.equal(pairs.length, (variants.length * (variants.length - 1)) / 2);
        for (const { p, adjustedP, alwaysValidP, difference, interval } of pairs) {
          assert.ok(p >= 0 && p <= adjustedP && adjustedP <= 1, `${p} ${adjustedP}`);
          assert.ok(adjustedP <= alwaysValidP + 1e-12 && alwaysValidP <= 1, `${adjustedP} ${alwaysValidP}`);
          if (interval === null) continue;
          assert.ok(interval.low >= -1 && interval.high <= 1, 'outside of the interval');
          assert.ok(interval.low <= difference && difference <= interval.high, 'outside of the interval');
        }
        for (const { rate } of compared) {
          if (rate.value === null) continue;
          assert.ok(
            rate.interval && rate.interval.low <= rate.value && rate.value <= rate.interval.high,
            'outside of the interval',
          );
        }
      }),
    );
  });

  it('the chances of being the best add up to 1 where they are given, and no choice loses less than nothing', () => {
    fc.assert(
      fc.property(agreeingVariants, (variants) => {
        const { word, variants: compared } = testOf(variants);
        const chances = compared.map(({ bestProbability }) => bestProbability).filter((chance) => chance !== null);
        const losses = compared.map(({ expectedLoss }) => expectedLoss).filter((loss) => loss !== null);
        assert.equal(losses.length, chances.length);
        assert.equal(chances.length, word === 'notEnoughData' || word === null ? 0 : variants.length);
        if (chances.length === 0) return;
        assertClose(
          chances.reduce((total, chance) => total + chance, 0),
          1,
          1e-6,
        );
        for (const number of [...chances, ...losses]) assert.ok(number >= 0 && number <= 1 + 1e-9, String(number));
      }),
    );
  });

  it('a clear winner has the planned size, is ahead of every other for good, and does not bounce more', () => {
    let winners = 0;
    fc.assert(
      fc.property(fc.oneof(decidedVariants, anyVariants), (variants) => {
        const { word, interim, leader, pairs, plan, leaderBouncesMoreThan, variants: compared } = testOf(variants);
        if (interim) assert.notEqual(word, 'clearWinner');
        if (word !== 'clearWinner') return;
        winners += 1;
        assert.equal(plan.missing, 0);
        assert.deepEqual(leaderBouncesMoreThan, []);
        const own = pairs.filter(({ a, b }) => a === leader || b === leader);
        assert.equal(own.length, variants.length - 1);
        for (const { a, difference, adjustedP, alwaysValidP } of own) {
          assert.ok(alwaysValidP < 0.05 && adjustedP < 0.05, `${alwaysValidP} ${adjustedP}`);
          assert.ok(a === leader ? difference < 0 : difference > 0, `${difference}`);
        }
        for (const { label, rate } of compared) {
          assert.ok((rate.denominator ?? 0) >= (plan.perVariant ?? Infinity), 'before the planned size');
          if (label !== leader) {
            const best = compared.find((variant) => variant.label === leader);
            assert.ok((rate.value ?? 1) < (best?.rate.value ?? 0), 'not ahead');
          }
        }
      }),
    );
    assert.ok(winners > 0, 'no run had a winner: the property says nothing');
  });

  it('there is not enough data exactly below 100 sent or 10 events, unless nothing can be compared', () => {
    fc.assert(
      fc.property(anyVariants, (variants) => {
        const { word, obstacle, metric } = testOf(variants);
        assert.equal(word === null, obstacle !== null);
        if (word === null || metric === null) return;
        const fewSent = variants.some(({ figures }) => (figures.sent.count ?? 0) < 100);
        const events = variants.reduce((total, { figures }) => total + (figures[metric].count ?? 0), 0);
        assert.equal(word === 'notEnoughData', fewSent || events < 10);
      }),
    );
  });

  it('nobody leans without nine chances in ten or a significant difference', () => {
    fc.assert(
      fc.property(agreeingVariants, (variants) => {
        const { word, leader, variants: compared, pairs } = testOf(variants);
        if (word !== 'leaning') return;
        const best = compared.find(({ label }) => label === leader)?.bestProbability ?? 0;
        assert.ok(best >= 0.9 || pairs.some(({ adjustedP }) => adjustedP < 0.05), `${best}`);
      }),
    );
  });

  it('no part of the whole report is NaN or infinite', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const { path, leaf } of leavesOf(report)) {
          assert.notEqual(leaf, undefined, path);
          if (typeof leaf === 'number') assert.ok(Number.isFinite(leaf), `${path} is ${leaf}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the report stays plain data that any message or file can carry', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
      }),
    );
  });
});
