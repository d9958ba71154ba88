import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  COMPARED_RATES,
  type ComparedPair,
  type ComparedRateName,
  type Comparison,
  comparisonOf,
  type ComparisonSubject,
  MAX_SUBJECTS,
  MIN_SUBJECTS,
} from '../../../src/analytics/comparison';
import type { Counters } from '../../../src/analytics/figures';
import type { Period } from '../../../src/analytics/period';
import { rate } from '../../../src/analytics/rate';
import { aSubject } from '../builders';
import { agreeingCounts, leavesOf, rateBase } from './arbitraryVariants';
import { assertClose } from './statistics/close';

const FIVE_PERCENT = rate(50, 1000, 'delivered');

const replying = (id: string, replied: number | null, sent: number, period?: Period): ComparisonSubject =>
  aSubject(id, { sent, bounced: 0, replied }, period);

function pairsOf({ rates }: Comparison, name: ComparedRateName): readonly ComparedPair[] {
  const found = rates.find((one) => one.name === name);
  assert.ok(found, `${name} is missing`);
  return found.pairs;
}

const allPairs = ({ rates }: Comparison): readonly ComparedPair[] => rates.flatMap(({ pairs }) => pairs);

const order = ({ ranking }: Comparison): number[] => ranking.map(({ subject }) => subject);

/** Holm as the textbooks write it: the smallest p first, each times how many are left, never falling. */
function holm(ps: readonly number[]): number[] {
  const ascending = ps.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = Array<number>(ps.length).fill(0);
  let largest = 0;
  for (const [rank, { p, index }] of ascending.entries()) {
    largest = Math.max(largest, Math.min(1, p * (ps.length - rank)));
    adjusted[index] = largest;
  }
  return adjusted;
}

function near(actual: number | null | undefined, expected: number): void {
  assertClose(actual, expected, 1e-9);
}

describe('A comparison of campaigns', () => {
  it('is of two to six', () => {
    assert.deepEqual([MIN_SUBJECTS, MAX_SUBJECTS], [2, 6]);
  });

  for (const count of [2, 3, 4, 5, 6]) {
    it(`of ${count} tests every rate in all ${(count * (count - 1)) / 2} pairs`, () => {
      const subjects = Array.from({ length: count }, (_, index) =>
        aSubject(String(index), { sent: 1000, bounced: 10, opened: 400, clicked: 50, replied: 20, unsubscribed: 2 }),
      );
      const comparison = comparisonOf(subjects, 'delivered', null);
      assert.deepEqual(
        comparison.rates.map(({ name }) => name),
        [...COMPARED_RATES],
      );
      for (const { rates, pairs } of comparison.rates) {
        assert.equal(rates.length, count);
        assert.equal(pairs.length, (count * (count - 1)) / 2);
        assert.equal(new Set(pairs.map(({ a, b }) => `${Math.min(a, b)}–${Math.max(a, b)}`)).size, pairs.length);
      }
      assert.equal(comparison.ranking.length, count);
      assert.equal(comparison.subjects.length, count);
    });
  }

  it('gives the difference of a pair with interval, lift and p (reference "reply-5-vs-8-n1000")', () => {
    const [pair] = pairsOf(
      comparisonOf([replying('a', 50, 1000), replying('b', 80, 1000)], 'delivered', null),
      'replied',
    );
    assert.deepEqual([pair?.a, pair?.b, pair?.method], [0, 1, 'z']);
    near(pair?.difference, 0.03);
    near(pair?.interval?.low, 0.008386683911944803);
    near(pair?.interval?.high, 0.05195222178494294);
    near(pair?.lift, 0.6);
    near(pair?.p, 0.006506597483637838);
  });

  it('uses Fisher’s exact test where few are expected (reference "reply-2of100-vs-4of100")', () => {
    const [pair] = pairsOf(comparisonOf([replying('a', 2, 100), replying('b', 4, 100)], 'delivered', null), 'replied');
    assert.equal(pair?.method, 'fisher');
    near(pair.p, 0.6827165895859618);
  });

  it('adjusts by Holm over all pairs and all rates together', () => {
    const counts = (index: number): Partial<Counters> => ({
      sent: 1000,
      bounced: 10 + 5 * index,
      opened: 400 + 30 * index,
      clicked: 50 + 10 * index,
      replied: 20 + 8 * index,
      unsubscribed: 2 + 3 * index,
    });
    const comparison = comparisonOf(
      [0, 1, 2, 3].map((index) => aSubject(String(index), counts(index))),
      'delivered',
      null,
    );
    const pairs = allPairs(comparison);
    assert.equal(pairs.length, 6 * COMPARED_RATES.length);
    for (const [index, adjusted] of holm(pairs.map(({ p }) => p)).entries()) {
      near(pairs[index]?.adjustedP, adjusted);
      assert.equal(pairs[index]?.moreThanNoise, adjusted < 0.05);
    }
    assert.ok(
      pairs.some(({ p, moreThanNoise }) => p < 0.05 && !moreThanNoise),
      'Holm has made a difference',
    );
    assert.ok(
      pairs.some(({ moreThanNoise }) => moreThanNoise),
      'all noise',
    );
  });

  it('tests a rate only between those that have it', () => {
    const known = { sent: 1000, bounced: 10, replied: 20 };
    const comparison = comparisonOf(
      [
        aSubject('a', { ...known, clicked: 50 }),
        aSubject('b', known),
        aSubject('c', { ...known, clicked: 60 }),
        aSubject('d', {}),
      ],
      'delivered',
      null,
    );
    assert.deepEqual(
      pairsOf(comparison, 'clicked').map(({ a, b }) => [a, b]),
      [[0, 2]],
    );
    assert.equal(pairsOf(comparison, 'replied').length, 3);
    assert.equal(pairsOf(comparison, 'opened').length, 0);
  });

  it('tests no rate that contradicts itself or has nothing to divide by', () => {
    const fine = aSubject('a', { sent: 1000, bounced: 0, opened: 400, replied: 20 });
    const odd = aSubject('b', { sent: 100, bounced: 0, opened: 400, replied: 20 });
    const empty = aSubject('c', { sent: 0, bounced: 0, opened: 0, replied: 0 });
    const comparison = comparisonOf([fine, odd, empty], 'delivered', null);
    assert.deepEqual(pairsOf(comparison, 'opened'), []);
    assert.deepEqual(
      pairsOf(comparison, 'replied').map(({ a, b }) => [a, b]),
      [[0, 1]],
    );
  });

  it('compares over the base of the figures', () => {
    const counts = { sent: 1000, bounced: 200, replied: 40 };
    for (const base of ['delivered', 'sent'] as const) {
      const subjects = ['a', 'b'].map((id) => aSubject(id, counts, {}, base));
      const comparison = comparisonOf(subjects, base, null);
      assert.equal(comparison.rateBase, base);
      assert.equal(comparison.rates[0]?.rates[0]?.denominator, base === 'sent' ? 1000 : 800);
    }
  });
});

describe('Periods that are compared', () => {
  const january = { from: '2025-01-01', to: '2025-01-31' };
  const february = { from: '2025-02-01', to: '2025-02-28' };
  const tested = (...all: [id: string, period: Period][]): Comparison =>
    comparisonOf(
      all.map(([id, period], index) => replying(id, 20 + 50 * index, 1000, period)),
      'delivered',
      null,
    );

  const disjoint: [string, [string, Period][]][] = [
    [
      'the same campaign in two months',
      [
        ['a', january],
        ['a', february],
      ],
    ],
    [
      'the same campaign in two months, the later first',
      [
        ['a', february],
        ['a', january],
      ],
    ],
    [
      'the same campaign until a day and from the next',
      [
        ['a', { to: '2025-01-31' }],
        ['a', { from: '2025-02-01' }],
      ],
    ],
    [
      'different campaigns in the same month',
      [
        ['a', january],
        ['b', january],
      ],
    ],
    [
      'different campaigns of all time',
      [
        ['a', {}],
        ['b', {}],
      ],
    ],
  ];
  for (const [what, subjects] of disjoint) {
    it(`are tested when they are ${what}`, () => {
      const comparison = tested(...subjects);
      assert.equal(comparison.overlapping, false);
      assert.equal(pairsOf(comparison, 'replied').length, 1);
      assert.equal(pairsOf(comparison, 'replied')[0]?.moreThanNoise, true);
    });
  }

  const overlapping: [string, [string, Period][]][] = [
    [
      'the same',
      [
        ['a', january],
        ['a', january],
      ],
    ],
    [
      'one day of which is in both',
      [
        ['a', january],
        ['a', { from: '2025-01-31', to: '2025-02-28' }],
      ],
    ],
    [
      'one day of which is in both, the later first',
      [
        ['a', { from: '2025-01-31', to: '2025-02-28' }],
        ['a', january],
      ],
    ],
    [
      'one inside the other',
      [
        ['a', { from: '2025-01-10', to: '2025-01-12' }],
        ['a', january],
      ],
    ],
    [
      'a month and all time',
      [
        ['a', {}],
        ['a', january],
      ],
    ],
    [
      'open to the same side',
      [
        ['a', { from: '2025-01-01' }],
        ['a', { from: '2025-06-01' }],
      ],
    ],
    [
      'open to each other',
      [
        ['a', { to: '2025-01-31' }],
        ['a', { from: '2025-01-31' }],
      ],
    ],
  ];
  for (const [what, subjects] of overlapping) {
    it(`of one campaign are not tested when they are ${what}, for the same mails are on both sides`, () => {
      const comparison = tested(...subjects);
      assert.equal(comparison.overlapping, true);
      assert.deepEqual(allPairs(comparison), []);
      assert.equal(comparison.ranking.length, 2, 'they are shown all the same');
      assert.equal(comparison.rates[0]?.rates.length, 2);
    });
  }

  it('that overlap are never a pair, whatever stands beside them', () => {
    const comparison = tested(['a', january], ['b', january], ['a', { from: '2025-01-15', to: '2025-02-15' }]);
    assert.equal(comparison.overlapping, true);
    assert.ok(!allPairs(comparison).some(({ a, b }) => a !== 1 && b !== 1), 'tested all the same');
  });
});

describe('The ranking of campaigns', () => {
  it('draws small ones towards the workspace’s rate, so that 1 of 2 is not above 40 of 400', () => {
    const comparison = comparisonOf([replying('lucky', 1, 2), replying('steady', 40, 400)], 'delivered', FIVE_PERCENT);
    assert.deepEqual(order(comparison), [1, 0]);
    assert.equal(comparison.prior?.from, 'workspace');
    assert.equal(comparison.prior.rate, 0.05);
  });

  it('weighs the prior as so many mails at its rate', () => {
    const { ranking, prior } = comparisonOf([replying('a', 1, 2), replying('b', 40, 400)], 'delivered', FIVE_PERCENT);
    assert.ok(prior && prior.weight > 0, 'no prior');
    near(ranking.find(({ subject }) => subject === 0)?.shrunkRate, (1 + prior.weight * 0.05) / (2 + prior.weight));
    near(ranking.find(({ subject }) => subject === 1)?.shrunkRate, (40 + prior.weight * 0.05) / (400 + prior.weight));
  });

  it('leaves large ones all but where they are', () => {
    const { ranking } = comparisonOf(
      [replying('a', 80_000, 1_000_000), replying('b', 1, 10)],
      'delivered',
      FIVE_PERCENT,
    );
    assertClose(ranking[0]?.shrunkRate, 0.08, 1e-4);
  });

  it('does not rank a small one without replies below a large one that is worse than the workspace', () => {
    const comparison = comparisonOf([replying('large', 10, 5000), replying('small', 0, 5)], 'delivered', FIVE_PERCENT);
    assert.deepEqual(order(comparison), [1, 0]);
  });

  it('puts those whose replies are unknown last, without a rate', () => {
    const comparison = comparisonOf(
      [replying('unknown', null, 1000), replying('none', 0, 5000), aSubject('nothing', {}), replying('some', 50, 1000)],
      'delivered',
      FIVE_PERCENT,
    );
    assert.deepEqual(order(comparison).slice(0, 2), [3, 1]);
    assert.deepEqual(
      comparison.ranking.map(({ shrunkRate }) => shrunkRate === null),
      [false, false, true, true],
    );
  });

  it('takes the rate of all compared where that of the workspace is not known', () => {
    const subjects = [replying('a', 10, 100), replying('b', 30, 900)];
    for (const workspace of [null, rate(null, 1000, 'delivered'), rate(0, 0, 'delivered')]) {
      const { prior } = comparisonOf(subjects, 'delivered', workspace);
      assert.equal(prior?.from, 'compared');
      near(prior.rate, 40 / 1000);
    }
  });

  it('leaves the unknown out of the rate of all compared', () => {
    const { prior } = comparisonOf([replying('a', 40, 1000), replying('b', null, 9000)], 'delivered', null);
    near(prior?.rate, 0.04);
  });

  it('has no prior and no rate where nobody’s replies are known', () => {
    const { prior, ranking } = comparisonOf([replying('a', null, 100), aSubject('b', {})], 'delivered', null);
    assert.equal(prior, null);
    assert.deepEqual(
      ranking.map(({ shrunkRate }) => shrunkRate),
      [null, null],
    );
  });
});

const months = ['01', '02', '03', '04', '05', '06'].map((month) => ({
  from: `2025-${month}-01`,
  to: `2025-${month}-28`,
}));
const comparisons = fc
  .tuple(
    fc.array(
      fc.tuple(
        agreeingCounts,
        fc.boolean(),
        fc.constantFrom('a', 'b'),
        fc.option(fc.constantFrom(...months), { nil: {} }),
      ),
      { minLength: MIN_SUBJECTS, maxLength: MAX_SUBJECTS },
    ),
    rateBase,
    fc.constantFrom(null, FIVE_PERCENT, rate(0, 0, 'delivered')),
  )
  .map(([all, base, workspace]) => {
    const subjects = all.map(([counts, known, id, period]) =>
      aSubject(id, known ? counts : { ...counts, replied: null, opened: null }, period, base),
    );
    return { subjects, compare: (some: readonly ComparisonSubject[]) => comparisonOf(some, base, workspace) };
  });

describe('Whatever is compared', () => {
  it('nothing is NaN or infinite, and Holm never makes a p smaller', () => {
    fc.assert(
      fc.property(comparisons, ({ subjects, compare }) => {
        const comparison = compare(subjects);
        for (const { path, leaf } of leavesOf(comparison)) {
          if (typeof leaf === 'number') assert.ok(Number.isFinite(leaf), `${path} is ${leaf}`);
        }
        for (const { p, adjustedP, moreThanNoise } of allPairs(comparison)) {
          assert.ok(p >= 0 && p <= adjustedP && adjustedP <= 1, `${p} ${adjustedP}`);
          assert.equal(moreThanNoise, adjustedP < 0.05);
        }
      }),
    );
  });

  it('the ranking names every subject once, by falling rate, each between its own and the prior’s', () => {
    fc.assert(
      fc.property(comparisons, ({ subjects, compare }) => {
        const { ranking, prior } = compare(subjects);
        assert.deepEqual(new Set(ranking.map(({ subject }) => subject)), new Set(subjects.keys()));
        assert.equal(ranking.length, subjects.length);
        const rates = ranking.map(({ shrunkRate }) => shrunkRate ?? -1);
        assert.deepEqual(
          rates,
          [...rates].sort((a, b) => b - a),
        );
        for (const { subject, shrunkRate } of ranking) {
          const own = subjects[subject]?.figures.replied.rate?.value ?? null;
          if (shrunkRate === null || own === null || prior === null) continue;
          assert.ok(
            shrunkRate >= Math.min(own, prior.rate) - 1e-12 && shrunkRate <= Math.max(own, prior.rate) + 1e-12,
            `${shrunkRate}`,
          );
        }
      }),
    );
  });

  it('the order in which they are chosen changes no figure', () => {
    fc.assert(
      fc.property(comparisons, ({ subjects, compare }) => {
        const straight = compare(subjects);
        const back = compare([...subjects].reverse());
        assert.equal(back.overlapping, straight.overlapping);
        const sorted = (comparison: Comparison) =>
          allPairs(comparison)
            .map(({ adjustedP }) => adjustedP)
            .sort((a, b) => a - b);
        const expected = sorted(straight);
        const found = sorted(back);
        assert.equal(found.length, expected.length);
        for (const [index, p] of expected.entries()) near(found[index], p);
        for (const { subject, shrunkRate } of straight.ranking) {
          const same = back.ranking.find((other) => other.subject === subjects.length - 1 - subject);
          if (shrunkRate === null) assert.equal(same?.shrunkRate, null);
          else near(same?.shrunkRate, shrunkRate);
        }
      }),
    );
  });
});
