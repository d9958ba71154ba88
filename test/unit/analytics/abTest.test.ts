import assert from 'node:assert/strict';
import { type ABTest, abTestOf, MAX_VARIANTS, type VerdictWord } from '../../../src/analytics/abTest';
import type { Counters } from '../../../src/analytics/figures';
import { reportOf } from '../../../src/analytics/report';
import { type ABTestRules, DEFAULT_AB_TEST_RULES } from '../../../src/analytics/rules';
import type { PlannedSize } from '../../../src/analytics/testPlan';
import type { VariantReport } from '../../../src/analytics/variant';
import type { VariantPair } from '../../../src/analytics/variantPairs';
import { type AnswerBuilder, anAnswer, aVariant } from '../builders';
import { assertAllClose, assertClose } from './statistics/close';
import reference from './statistics/reference.json';

const { closedForm, pBgtA, expectedLoss } = reference.tolerances;

/** Judges whatever there is, so that figures can be held against the references. */
const NO_MINIMUM: ABTestRules = { ...DEFAULT_AB_TEST_RULES, minimumSent: 0, minimumEvents: 0 };

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const lettered = (...all: Partial<Counters>[]): VariantReport[] =>
  all.map((counts, index) => aVariant(LETTERS[index] ?? String(index), counts));
const clicks = (...all: (readonly [clicked: number, sent: number])[]): VariantReport[] =>
  lettered(...all.map(([clicked, sent]) => ({ sent, clicked })));
const testOf = (variants: readonly VariantReport[], rules = DEFAULT_AB_TEST_RULES): ABTest => abTestOf(variants, rules);

function firstTest(answer: AnswerBuilder): ABTest {
  const test = answer.report().steps[0]?.test;
  assert.ok(test, 'no test');
  return test;
}

/** The only pair of a test of two. */
function pairOf({ pairs }: ABTest): VariantPair {
  assert.equal(pairs.length, 1);
  assert.ok(pairs[0], 'no pair');
  return pairs[0];
}

interface Verdict {
  readonly when: string;
  readonly variants: readonly VariantReport[];
  readonly word: VerdictWord;
  readonly interim?: boolean;
}

// Planned sizes are those for half as much again, P(best) is from the exact sum, p from scipy.
const verdicts: Verdict[] = [
  {
    when: 'size is reached and the difference is far from chance',
    variants: clicks([60, 4000], [140, 4000]),
    word: 'clearWinner',
  },
  {
    when: 'size is just reached and the difference is far from chance (2 % in all, 3,826 planned)',
    variants: clicks([20, 3826], [134, 3874]),
    word: 'clearWinner',
  },
  {
    when: 'a single mail is missing to the planned size, however far from chance the difference is',
    variants: clicks([20, 3825], [134, 3875]),
    word: 'leaning',
    interim: true,
  },
  {
    when: 'the difference is significant long before the planned size (p = 0.0003)',
    variants: clicks([3, 300], [20, 300]),
    word: 'leaning',
    interim: true,
  },
  {
    when: 'P(best) is just over 90 % before the planned size (0.90044)',
    variants: clicks([16, 400], [24, 400]),
    word: 'leaning',
    interim: true,
  },
  {
    when: 'P(best) is below 90 % before the planned size',
    variants: clicks([16, 400], [23, 400]),
    word: 'tooCloseToCall',
    interim: true,
  },
  {
    when: 'size is reached, p is 0.198 and P(best) just over 90 % (0.90014)',
    variants: clicks([58, 200], [70, 200]),
    word: 'leaning',
  },
  {
    when: 'size is reached and P(best) just under 90 % (0.89988)',
    variants: clicks([59, 300], [72, 300]),
    word: 'tooCloseToCall',
  },
  {
    when: 'size is reached and the variants are alike',
    variants: clicks([100, 4000], [100, 4000]),
    word: 'tooCloseToCall',
  },
  {
    when: 'one of the variants was sent 99 times',
    variants: clicks([5, 99], [500, 5000]),
    word: 'notEnoughData',
    interim: true,
  },
  {
    when: 'the smallest was sent 100 times',
    variants: clicks([5, 100], [250, 5000]),
    word: 'tooCloseToCall',
    interim: true,
  },
  { when: 'nine clicked in all', variants: clicks([3, 1000], [6, 1000]), word: 'notEnoughData', interim: true },
  {
    when: 'nine clicked, all of them one variant',
    variants: clicks([0, 1000], [9, 1000]),
    word: 'notEnoughData',
    interim: true,
  },
  {
    when: 'ten clicked, all of them one variant',
    variants: clicks([0, 1000], [10, 1000]),
    word: 'leaning',
    interim: true,
  },
  { when: 'ten clicked in all', variants: clicks([5, 1000], [5, 1000]), word: 'tooCloseToCall', interim: true },
  { when: 'a variant is empty', variants: clicks([0, 0], [20, 500]), word: 'notEnoughData', interim: true },
  { when: 'all variants are empty', variants: clicks([0, 0], [0, 0], [0, 0]), word: 'notEnoughData', interim: true },
  {
    when: 'one of three has too little',
    variants: clicks([60, 4000], [140, 4000], [1, 99]),
    word: 'notEnoughData',
    interim: true,
  },
  {
    when: 'three variants, and the first is far ahead of both others',
    variants: clicks([240, 4000], [100, 4000], [90, 4000]),
    word: 'clearWinner',
  },
  {
    when: 'p is 0.0285 against one of two others, but 0.0856 after Holm, and P(best) 93 %',
    variants: clicks([20, 600], [36, 600], [24, 600]),
    word: 'leaning',
    interim: true,
  },
];

describe('The verdict on a step’s variants', () => {
  for (const { when, variants, word, interim = false } of verdicts) {
    it(`is "${word}"${interim ? ', interim,' : ''} when ${when}`, () => {
      const test = testOf(variants);
      assert.equal(test.obstacle, null);
      assert.equal(test.word, word);
      assert.equal(test.interim, interim);
    });
  }

  it('asks for 100 mails sent, not for 100 delivered', () => {
    const half = { sent: 100, bounced: 50, clicked: 10 };
    assert.notEqual(testOf(lettered(half, half)).word, 'notEnoughData');
  });

  it('rests on the events of its own metric', () => {
    const many = { sent: 1000, opened: 900, clicked: 300 };
    const { metric, word } = testOf(lettered({ ...many, replied: 4 }, { ...many, replied: 5 }));
    assert.deepEqual([metric, word], ['replied', 'notEnoughData']);
  });

  it('names no winner between the two that are ahead of a third', () => {
    const test = testOf(clicks([30, 3000], [150, 3000], [155, 3000]));
    assert.ok(test.word !== 'clearWinner' && test.word !== 'notEnoughData', String(test.word));
  });

  it('names the variant with the highest rate as the leader, and none where two share it', () => {
    assert.equal(testOf(clicks([60, 4000], [140, 4000])).leader, 'B');
    assert.equal(testOf(clicks([140, 4000], [60, 4000])).leader, 'A');
    assert.ok(!('leader' in testOf(clicks([140, 4000], [60, 4000], [140, 4000]))), 'leader');
  });

  it('counts what is missing in the mails of the base: delivered, or sent', () => {
    const counts = { sent: 4000, bounced: 400, clicked: 72 };
    const over = (base: 'delivered' | 'sent') =>
      testOf([aVariant('A', counts, base), aVariant('B', counts, base)]).plan;
    assert.equal(over('delivered').baseRate, 0.02);
    assert.deepEqual([over('delivered').perVariant, over('delivered').missing], [3826, 226]);
    assert.equal(over('sent').baseRate, 0.018);
    assert.ok((over('sent').perVariant ?? 0) > 3826, 'a lower rate needs more');
  });
});

describe('What a test must reach', () => {
  const variants = clicks([60, 4000], [140, 4000]);

  const stricter: [string, Partial<ABTestRules>, VerdictWord][] = [
    ['fewer sent than the setting asks for is not enough', { minimumSent: 4001 }, 'notEnoughData'],
    ['as many sent as the setting asks for is enough', { minimumSent: 4000 }, 'clearWinner'],
    ['fewer clicks than the setting asks for is not enough', { minimumEvents: 201 }, 'notEnoughData'],
    ['as many clicks as the setting asks for is enough', { minimumEvents: 200 }, 'clearWinner'],
    ['a smaller lift to find takes more mails', { minimumLift: 1.1 }, 'leaning'],
  ];
  for (const [name, rules, word] of stricter) {
    it(`comes from the settings: ${name}`, () => {
      assert.equal(testOf(variants, { ...DEFAULT_AB_TEST_RULES, ...rules }).word, word);
    });
  }

  it('is 100 sent and 10 events unless a setting says otherwise', () => {
    assert.deepEqual(DEFAULT_AB_TEST_RULES, { minimumLift: 1.5, minimumSent: 100, minimumEvents: 10 });
  });

  it('reaches the tests of a report’s steps and of its subsequences', () => {
    const rows = ['A', 'B'].map((variant) => ({
      _id: { sequenceStep: 0, variant },
      sent: 500,
      clicked: 20,
      bounced: 0,
    }));
    const { value } = anAnswer()
      .set('stepAnalytics', rows)
      .set('subsequences', [{ id: 's1', stats: {}, stepStats: rows }])
      .read();
    const abTestRules = { ...DEFAULT_AB_TEST_RULES, minimumSent: 501 };
    const { steps, subsequences } = reportOf(value, { id: 'c1', rateBase: 'delivered', abTestRules });
    assert.equal(steps[0]?.test?.word, 'notEnoughData');
    assert.equal(subsequences[0]?.steps[0]?.test?.word, 'notEnoughData');
  });
});

describe('A size that was written down', () => {
  const size = (perVariant: number, changes: Partial<PlannedSize> = {}): PlannedSize => ({
    ...{ subsequence: null, step: 1, metric: 'clicked', perVariant, file: 'a.sendkit-test.json' },
    ...changes,
  });
  const variants = clicks([60, 4000], [140, 4000]); // 3,041 would be planned

  it('is what makes a verdict interim, or final', () => {
    const larger = abTestOf(variants, DEFAULT_AB_TEST_RULES, [size(4001)]);
    assert.deepEqual([larger.word, larger.interim, larger.plan.missing], ['leaning', true, 1]);
    const reached = abTestOf(variants, DEFAULT_AB_TEST_RULES, [size(4000)]);
    assert.deepEqual([reached.word, reached.interim, reached.plan.missing], ['clearWinner', false, 0]);
    assert.equal(reached.plan.file, 'a.sendkit-test.json');
    const early = clicks([30, 2000], [70, 2000]);
    assert.equal(testOf(early).interim, true);
    assert.equal(abTestOf(early, DEFAULT_AB_TEST_RULES, [size(2000)]).interim, false);
  });

  it('does not do away with the mails and clicks that every test must have', () => {
    const tiny = abTestOf(clicks([0, 50], [9, 50]), DEFAULT_AB_TEST_RULES, [size(1)]);
    assert.equal(tiny.word, 'notEnoughData');
  });

  it('counts for its own rate only, and of several the first does', () => {
    const planned = [size(10, { metric: 'opened' }), size(5000, { file: 'b' }), size(9000, { file: 'c' })];
    const { perVariant, file } = abTestOf(variants, DEFAULT_AB_TEST_RULES, planned).plan;
    assert.deepEqual([perVariant, file], [5000, 'b']);
    assert.ok(!('file' in abTestOf(variants, DEFAULT_AB_TEST_RULES, [size(10, { metric: 'opened' })]).plan), 'file');
  });

  it('reaches the e-mail it is for, in the main sequence or a subsequence, by the number that people see', () => {
    const rows = [0, 2].flatMap((sequenceStep) =>
      ['A', 'B'].map((variant) => ({ _id: { sequenceStep, variant }, sent: 500, clicked: 20, bounced: 0 })),
    );
    const { value } = anAnswer()
      .set('stepAnalytics', rows)
      .set('subsequences', [{ id: 's1', stats: {}, stepStats: rows }])
      .read();
    const filesOf = (planned: readonly PlannedSize[]): (string | undefined)[] => {
      const { steps, subsequences } = reportOf(value, { id: 'c1', rateBase: 'delivered', planned });
      return [...steps, ...(subsequences[0]?.steps ?? [])].map(({ test }) => test?.plan.file);
    };
    const none = undefined;
    assert.deepEqual(filesOf([size(900, { step: 2, file: 'x' })]), [none, 'x', none, none]);
    assert.deepEqual(filesOf([size(900, { subsequence: 's1', file: 'x' })]), [none, none, 'x', none]);
    assert.deepEqual(filesOf([size(900, { subsequence: 's2' }), size(900, { step: 3 })]), [none, none, none, none]);
  });
});

describe('The figures of a test', () => {
  for (const { id, a, b, ...expected } of reference.twoArm) {
    it(`of two are those of the references: ${id}`, () => {
      const test = testOf(clicks([a.x, a.n], [b.x, b.n]), NO_MINIMUM);
      const pair = pairOf(test);
      const method = expected.minExpectedCell >= 5 ? 'z' : 'fisher';
      const p = method === 'z' ? expected.pTwoSided : expected.fisherTwoSided;
      assert.deepEqual([pair.a, pair.b, pair.method], ['A', 'B', method]);
      assertClose(pair.difference, expected.diff, closedForm);
      assertAllClose([pair.interval?.low, pair.interval?.high], expected.newcombe95Diff, closedForm);
      assertAllClose([pair.p, pair.adjustedP], [p ?? NaN, p ?? NaN], closedForm);
      if (a.x === 0) assert.equal(pair.lift, null);
      else assertClose(pair.lift, b.x / b.n / (a.x / a.n) - 1, closedForm);
      const [first, second] = test.variants;
      assertClose(second?.bestProbability, expected.pBgtA, pBgtA);
      assertAllClose(
        [first?.expectedLoss, second?.expectedLoss],
        [expected.expectedLossChooseA, expected.expectedLossChooseB],
        expectedLoss,
      );
    });
  }

  it('hold the Wilson interval of every variant’s rate (3 of 100)', () => {
    const { rate } = testOf(clicks([3, 100], [10, 100])).variants[0] ?? {};
    assert.deepEqual([rate?.numerator, rate?.denominator, rate?.base], [3, 100, 'delivered']);
    assertClose(rate?.interval?.low, 0.010254524024038925, 1e-9);
    assertClose(rate?.interval?.high, 0.0845193642905276, 1e-9);
  });

  it('use the z test from five expected in every cell on, and Fisher’s exact test below', () => {
    assert.equal(pairOf(testOf(clicks([2, 100], [8, 100]))).method, 'z');
    assert.equal(pairOf(testOf(clicks([2, 101], [8, 100]))).method, 'fisher');
    assert.equal(pairOf(testOf(clicks([98, 100], [92, 100]))).method, 'z');
    assert.equal(pairOf(testOf(clicks([98, 100], [93, 100]))).method, 'fisher', 'those who did not are a cell, too');
  });

  for (const { id, arms, ...expected } of reference.multiArm) {
    it(`of three cover all pairs, adjusted by Holm, as in the references: ${id}`, () => {
      const { pairs, variants } = testOf(clicks(...arms.map(({ x, n }) => [x, n] as const)));
      assert.deepEqual(
        pairs.map((pair) => `${String(pair.a)}${String(pair.b)}`),
        expected.pairs,
      );
      assertAllClose(
        pairs.map((pair) => pair.p),
        expected.pRaw,
        closedForm,
      );
      assertAllClose(
        pairs.map((pair) => pair.adjustedP),
        expected.pHolmAllPairs,
        closedForm,
      );
      assertAllClose(
        variants.map((variant) => variant.bestProbability),
        expected.probBest,
        pBgtA,
      );
      assertAllClose(
        variants.map((variant) => variant.expectedLoss),
        expected.expectedLoss,
        expectedLoss,
      );
    });
  }

  it('leave P(best) and expected loss out while there is not enough data', () => {
    for (const variants of [clicks([5, 99], [50, 99]), clicks([0, 1000], [9, 1000]), clicks([0, 0], [20, 500])]) {
      for (const { bestProbability, expectedLoss } of testOf(variants).variants) {
        assert.deepEqual([bestProbability, expectedLoss], [null, null]);
      }
    }
  });

  it('know no p below 1 that would hold for many looks before the planned size', () => {
    assert.equal(pairOf(testOf(clicks([20, 3825], [134, 3875]))).alwaysValidP, 1);
    assert.ok(pairOf(testOf(clicks([20, 3826], [134, 3874]))).alwaysValidP < 0.05, 'still not valid');
  });
});

describe('The guardrail on bounces', () => {
  const bouncing = (a: number, b: number): ABTest =>
    testOf(lettered({ sent: 5000, clicked: 60, bounced: a }, { sent: 5000, clicked: 140, bounced: b }));

  it('keeps a leader that bounces significantly more from being called a clear winner, and says so', () => {
    const { word, leader, leaderBouncesMoreThan } = bouncing(12, 60);
    assert.notEqual(word, 'clearWinner');
    assert.notEqual(word, 'notEnoughData');
    assert.equal(leader, 'B');
    assert.deepEqual(leaderBouncesMoreThan, ['A']);
  });

  const harmless: [string, number, number][] = [
    ['bounces as much', 20, 20],
    ['bounces a little more, which chance explains (p = 0.09)', 12, 22],
    ['bounces significantly less', 60, 12],
    ['never bounces', 0, 0],
  ];
  for (const [what, a, b] of harmless) {
    it(`lets a leader win that ${what}`, () => {
      const { word, leaderBouncesMoreThan } = bouncing(a, b);
      assert.equal(word, 'clearWinner');
      assert.deepEqual(leaderBouncesMoreThan, []);
    });
  }

  it('lets nobody win who bounced more often than it was sent, over whichever base', () => {
    for (const base of ['delivered', 'sent'] as const) {
      const variants = [
        aVariant('A', { sent: 4000, clicked: 60, bounced: 0 }, base),
        aVariant('B', { sent: 4000, clicked: 140, bounced: 5000 }, base),
      ];
      assert.notEqual(testOf(variants).word, 'clearWinner', base);
    }
  });

  it('names only those of several that the leader is worse than', () => {
    const { word, leaderBouncesMoreThan } = testOf(
      lettered(
        { sent: 5000, clicked: 60, bounced: 60 },
        { sent: 5000, clicked: 150, bounced: 62 },
        { sent: 5000, clicked: 60, bounced: 5 },
      ),
    );
    assert.notEqual(word, 'clearWinner');
    assert.deepEqual(leaderBouncesMoreThan, ['C']);
  });
});

describe('Uneven sends', () => {
  const counts = (sent: number) => ({ sent, clicked: Math.round(sent / 10), opened: sent / 2, bounced: 0 });
  const report = (a: number, b: number) => anAnswer().step(3, 'A', counts(a)).step(3, 'B', counts(b)).report();

  it('are noted on the step when chance would bring them less than once in a thousand', () => {
    const notes = report(553, 447).notes.filter(({ kind }) => kind === 'unevenSends');
    assert.equal(notes.length, 1);
    assert.ok(notes[0]?.kind === 'unevenSends', 'another note');
    assert.equal(notes[0].step, 1);
    // chi-square 11.236 with one degree of freedom
    assertClose(notes[0].p, 0.0008022, 1e-6);
  });

  it('are noted in a subsequence, too', () => {
    const stepStats = ['A', 'B'].map((variant, index) => ({
      _id: { sequenceStep: 0, variant },
      ...counts(index === 0 ? 6000 : 5000),
    }));
    const { notes, subsequences } = anAnswer()
      .set('subsequences', [{ id: 's1', name: 'Again', stats: {}, stepStats }])
      .report();
    assert.ok(typeof subsequences[0]?.steps[0]?.test?.unevenSends === 'number', 'no p');
    assert.ok(
      notes.some(({ kind }) => kind === 'unevenSends'),
      'no note',
    );
  });

  it('are not noted when they may be chance (p = 0.00101)', () => {
    const { notes, steps } = report(552, 448);
    assert.ok(!notes.some(({ kind }) => kind === 'unevenSends'), 'noted');
    assert.equal(steps[0]?.test?.unevenSends, null);
  });

  it('change no verdict', () => {
    for (const [variants, word] of [
      [clicks([75, 5000], [210, 6000]), 'clearWinner'],
      [clicks([500, 5000], [600, 6000]), 'tooCloseToCall'],
    ] as const) {
      const test = testOf(variants);
      assert.ok(test.unevenSends !== null && test.unevenSends < 0.001, String(test.unevenSends));
      assert.equal(test.word, word);
    }
  });
});

describe('Variants that cannot be compared', () => {
  const good = { sent: 500, opened: 200, clicked: 20, bounced: 0 };
  const kindsOf = (answer: AnswerBuilder): string[] => answer.report().notes.map(({ kind }) => kind);

  const contradictions: [string, Partial<Counters>][] = [
    ['more were clicked than delivered', { ...good, opened: 600, clicked: 600 }],
    ['more were clicked than delivered after bounces', { ...good, opened: 450, clicked: 450, bounced: 100 }],
    ['more bounced than were sent', { ...good, bounced: 501 }],
    ['more were opened than delivered, and clicks are unknown', { sent: 500, opened: 501, bounced: 0 }],
  ];
  for (const [what, odd] of contradictions) {
    it(`get no verdict but a data note when ${what}`, () => {
      const answer = anAnswer().step(0, 'A', odd).step(0, 'B', good);
      const test = firstTest(answer);
      assert.equal(test.word, null);
      assert.ok(test.obstacle === 'contradictory' || test.obstacle === 'unknown', String(test.obstacle));
      assert.ok(kindsOf(answer).includes('variantsNotCompared'), 'no note');
      for (const { bestProbability } of test.variants) assert.equal(bestProbability, null);
      assert.ok(!('leader' in test), 'leader');
    });
  }

  const odd: [string, unknown][] = [
    ['negative', -1],
    ['fractional', 20.5],
    ['infinite', Infinity],
    ['not a number', NaN],
    ['beyond what can be counted', 1e300],
    ['missing', undefined],
    ['an object', {}],
  ];
  for (const [what, value] of odd) {
    it(`pass clicks over when one of them is ${what}, for it is unknown`, () => {
      const { metric, passedOver } = firstTest(
        anAnswer()
          .step(0, 'A', { ...good, clicked: value })
          .step(0, 'B', good),
      );
      assert.equal(metric, 'opened');
      assert.deepEqual(passedOver[1], { metric: 'clicked', why: 'unknown' });
    });

    it(`get no verdict when what was sent is ${what}`, () => {
      const answer = anAnswer()
        .step(0, 'A', { ...good, sent: value })
        .step(0, 'B', good);
      assert.deepEqual([firstTest(answer).word, firstTest(answer).obstacle], [null, 'unknown']);
      assert.ok(kindsOf(answer).includes('variantsNotCompared'), 'no note');
    });
  }

  it('get no verdict when nothing but the sends is known', () => {
    const { word, obstacle, metric } = testOf(lettered({ sent: 500 }, { sent: 500 }));
    assert.deepEqual([word, obstacle, metric], [null, 'unknown', null]);
  });

  it('are those of a damaged answer: 27 or 200 of them', () => {
    for (const count of [MAX_VARIANTS + 1, 200]) {
      const answer = Array.from({ length: count }, (_, index) => index).reduce(
        (sofar, label) => sofar.step(0, label, good),
        anAnswer(),
      );
      const { steps, notes } = answer.report();
      assert.equal(steps[0]?.variants.length, count, 'their figures are shown all the same');
      assert.deepEqual([steps[0].test?.word, steps[0].test?.obstacle], [null, 'tooManyVariants']);
      assert.deepEqual(steps[0].test?.pairs, []);
      assert.ok(
        notes.some((note) => note.kind === 'variantsNotCompared' && note.why === 'tooManyVariants'),
        'no note',
      );
    }
  });

  it('are not those of a whole alphabet', () => {
    assert.equal(MAX_VARIANTS, 26);
    const test = testOf(clicks(...LETTERS.map((_, index) => [100 + index, 4000] as const)));
    assert.equal(test.obstacle, null);
    assert.equal(test.pairs.length, (26 * 25) / 2);
    assert.ok(test.word !== null && test.word !== 'clearWinner', String(test.word));
  });
});

describe('What is tested in a report', () => {
  const low = { sent: 4000, opened: 400, clicked: 60, bounced: 0 };
  const high = { ...low, clicked: 140 };

  it('is no step that was sent in one copy only', () => {
    const steps = anAnswer().step(0, null, low).step(2, 'A', low).report().steps;
    assert.deepEqual(
      steps.map(({ test }) => test),
      [null, null],
    );
  });

  it('is every step by itself, so that the variants of one never meet those of another', () => {
    const { steps } = anAnswer().step(0, 'A', low).step(0, 'B', high).step(2, 'A', high).step(2, 'B', low).report();
    assert.deepEqual(
      steps.map(({ test }) => [test?.word, test?.leader]),
      [
        ['clearWinner', 'B'],
        ['clearWinner', 'A'],
      ],
    );
  });

  it('is the main copy against the lettered ones', () => {
    const ahead = firstTest(anAnswer().step(0, null, high).step(0, 'A', low));
    assert.ok('leader' in ahead, 'leader');
    assert.deepEqual([ahead.word, ahead.leader], ['clearWinner', null]);
    const behind = firstTest(anAnswer().step(0, null, low).step(0, 'A', high));
    assert.deepEqual([behind.word, behind.leader], ['clearWinner', 'A']);
  });

  it('takes numbers for labels, and any other text', () => {
    const { leader, variants } = firstTest(anAnswer().step(0, 1, low).step(0, '__proto__', high));
    assert.equal(leader, '__proto__');
    assert.deepEqual(new Set(variants.map(({ label }) => label)), new Set(['1', '__proto__']));
  });

  it('is a step of a subsequence, too, with the same verdict for the same counts', () => {
    const rows = [
      { _id: { sequenceStep: 0, variant: 'A' }, ...low },
      { _id: { sequenceStep: 0, variant: 'B' }, ...high },
    ];
    const { steps, subsequences } = anAnswer()
      .set('stepAnalytics', rows)
      .set('subsequences', [{ id: 's1', name: 'Again', stats: {}, stepStats: rows }])
      .report();
    assert.equal(subsequences[0]?.steps[0]?.test?.word, 'clearWinner');
    assert.deepEqual(subsequences[0].steps[0].test, steps[0]?.test);
  });
});
