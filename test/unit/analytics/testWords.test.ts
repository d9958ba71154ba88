import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ABTest, abTestOf, type VerdictWord } from '../../../src/analytics/abTest';
import { formatFor, UNKNOWN } from '../../../src/analytics/format';
import { noteSentence } from '../../../src/analytics/noteWords';
import { DEFAULT_AB_TEST_RULES } from '../../../src/analytics/rules';
import { TEST_METRICS } from '../../../src/analytics/testMetric';
import { planOf } from '../../../src/analytics/testPlan';
import {
  differenceIntervalText,
  differenceText,
  metricHeading,
  metricRate,
  metricSentences,
  obstacleSentence,
  planSentence,
  testCautions,
  unevenSendsSentence,
  verdictLabel,
  verdictSentence,
  verdictTitle,
  verdictWord,
} from '../../../src/analytics/testWords';
import { aVariant } from '../builders';
import { anyReport, anyVariants, NO_WORDS } from './arbitraryVariants';

const format = formatFor('en');

const testOf = (...variants: Parameters<typeof aVariant>[]): ABTest =>
  abTestOf(
    variants.map((variant) => aVariant(...variant)),
    DEFAULT_AB_TEST_RULES,
  );
const clicks = (sent: number, ...all: number[]): ABTest =>
  testOf(...all.map((clicked, index): Parameters<typeof aVariant> => ['ABC'[index] ?? null, { sent, clicked }]));

const clearWinner = clicks(4000, 60, 140);
const leaningInterim = clicks(400, 16, 24);
const leaning = clicks(200, 58, 70);
const tooClose = clicks(4000, 100, 101);
const tooCloseInterim = clicks(400, 16, 17);
const notEnoughData = clicks(99, 5, 6);
const contradictory = clicks(100, 101, 20);
const tooMany = clicks(500, ...Array.from({ length: 27 }, () => 20));
const nothingKnown = testOf(['A', { sent: 500 }], ['B', { sent: 500 }]);
const bouncing = testOf(
  ['A', { sent: 5000, clicked: 60, bounced: 12 }],
  ['B', { sent: 5000, clicked: 140, bounced: 60 }],
);

describe('The words of a verdict', () => {
  const words: [VerdictWord, string][] = [
    ['clearWinner', 'Clear winner'],
    ['leaning', 'Leaning'],
    ['tooCloseToCall', 'Too close to call'],
    ['notEnoughData', 'Not enough data'],
  ];
  for (const [word, text] of words) it(`are "${text}"`, () => assert.equal(verdictWord(word), text));

  const titles: [string, ABTest, RegExp, boolean][] = [
    ['a clear winner', clearWinner, /^Clear winner/, false],
    ['one that leans at the planned size', leaning, /^Leaning/, false],
    ['one that leans before it', leaningInterim, /^Leaning/, true],
    ['one too close to call', tooClose, /^Too close to call/, false],
    ['one too close to call before the planned size', tooCloseInterim, /^Too close to call/, true],
  ];
  for (const [what, test, title, interim] of titles) {
    it(`${interim ? 'are marked interim' : 'are not marked interim'} for ${what}`, () => {
      for (const text of [verdictTitle(test), verdictLabel(test)]) {
        assert.match(text, title);
        assert.equal(/interim/i.test(text), interim, text);
      }
    });
  }

  it('are a dash where nothing can be said', () => {
    for (const test of [contradictory, tooMany, nothingKnown]) {
      assert.equal(verdictTitle(test), UNKNOWN);
      assert.equal(verdictLabel(test), UNKNOWN);
    }
  });

  it('name the variant in a row of the tree', () => {
    assert.match(verdictLabel(clearWinner), /\bB\b/);
    assert.match(verdictLabel(leaningInterim), /\bB\b/);
    assert.match(
      verdictLabel(testOf([null, { sent: 4000, clicked: 140 }], ['A', { sent: 4000, clicked: 60 }])),
      /\bMain\b/,
    );
    assert.doesNotMatch(verdictLabel(tooClose), /\b[AB]\b/);
    assert.doesNotMatch(verdictLabel(notEnoughData), /\b[AB]\b/);
  });
});

describe('The sentence of a verdict', () => {
  const says: [string, ABTest, readonly RegExp[]][] = [
    ['a clear winner: who, by what, and the rates', clearWinner, [/\bB\b/, /click rate/, /1\.5%/, /3\.5%/]],
    ['one that leans: who, and that chance may explain it', leaning, [/\bB\b/, /29\.0%/, /35\.0%/, /chance/]],
    ['one too close to call: that chance explains it', tooClose, [/chance/i, /2\.5%/]],
    ['one without enough data: that there is too little', notEnoughData, [/too little|not enough|too few/i]],
    ['a leader that bounces more: that it does', bouncing, [/\bB\b/, /bounce/i]],
    [
      'the main copy ahead',
      testOf([null, { sent: 4000, clicked: 140 }], ['A', { sent: 4000, clicked: 60 }]),
      [/\bMain\b/],
    ],
    ['replies', testOf(['A', { sent: 4000, replied: 60 }], ['B', { sent: 4000, replied: 140 }]), [/reply rate/]],
    ['opens', testOf(['A', { sent: 4000, opened: 60 }], ['B', { sent: 4000, opened: 140 }]), [/open rate/]],
  ];
  for (const [what, test, patterns] of says) {
    it(`says of ${what}`, () => {
      const sentence = verdictSentence(test, format);
      for (const pattern of patterns) assert.match(sentence, pattern);
      assert.doesNotMatch(sentence, NO_WORDS);
    });
  }

  it('never praises as a clear winner what is none', () => {
    for (const test of [leaning, leaningInterim, tooClose, tooCloseInterim, notEnoughData, bouncing]) {
      assert.doesNotMatch(verdictSentence(test, format), /more than chance|clear winner/i);
    }
  });

  // B and C are alike, but A is far behind both: p < 1e-19 at the planned size, p = 0.0005 before it.
  for (const [when, test] of [
    ['at the planned size', clicks(3000, 30, 150, 155)],
    ['before the planned size', clicks(300, 3, 20, 21)],
  ] as const) {
    it(`does not call it chance that one of three is far behind, ${when}`, () => {
      assert.doesNotMatch(verdictSentence(test, format), /whichever|chance explains the difference/i);
    });
  }

  it('says why where nothing can be said, each time something else', () => {
    const obstacles = ['unknown', 'contradictory', 'tooManyVariants'] as const;
    assert.equal(new Set(obstacles.map(obstacleSentence)).size, obstacles.length);
    assert.equal(verdictSentence(contradictory, format), obstacleSentence('contradictory'));
    assert.equal(verdictSentence(tooMany, format), obstacleSentence('tooManyVariants'));
    assert.equal(verdictSentence(nothingKnown, format), obstacleSentence('unknown'));
  });

  it('stays short for a whole alphabet of variants', () => {
    const many = testOf(
      ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').map((label, index): Parameters<typeof aVariant> => [
        label,
        { sent: 4000, clicked: 100 + index },
      ]),
    );
    assert.ok(verdictSentence(many, format).length < 250, 'too long');
  });

  it('gives the rate of the one that it is about, though it is the last of six', () => {
    const rows = ['A', 'B', 'C', 'D', 'E', 'F'].map((label, index): Parameters<typeof aVariant> => [
      label,
      { sent: 8000, clicked: index === 5 ? 711 : 160 },
    ]);
    const test = testOf(...rows);
    assert.deepEqual([test.word, test.leader], ['clearWinner', 'F']);
    assert.match(verdictSentence(test, format), /8\.9%/);
  });

  it('shows labels as they came', () => {
    const odd = testOf(['{1}', { sent: 4000, clicked: 140 }], ['<b>{0}</b>', { sent: 4000, clicked: 60 }]);
    assert.ok(verdictSentence(odd, format).includes('{1}'), 'changed');
    assert.ok(verdictSentence(odd, format).includes('<b>{0}</b>'), 'changed');
  });
});

describe('The words for a metric', () => {
  it('have a rate and a heading of their own each', () => {
    assert.deepEqual(TEST_METRICS.map(metricRate), ['reply rate', 'click rate', 'open rate']);
    assert.equal(new Set(TEST_METRICS.map(metricHeading)).size, TEST_METRICS.length);
  });

  it('say which metric was used', () => {
    for (const metric of TEST_METRICS) {
      assert.match(metricSentences({ metric, passedOver: [] }).join(' '), new RegExp(metricRate(metric)));
    }
  });

  it('always caution against opens, and only against opens', () => {
    const caution = /privacy|bots|scanners/i;
    assert.match(metricSentences({ metric: 'opened', passedOver: [] }).join(' '), caution);
    assert.doesNotMatch(metricSentences({ metric: 'clicked', passedOver: [] }).join(' '), caution);
    assert.doesNotMatch(metricSentences({ metric: 'replied', passedOver: [] }).join(' '), caution);
  });

  const passedOver: [string, Parameters<typeof metricSentences>[0]['passedOver'][number], RegExp][] = [
    ['that SendKit gives no replies by variant', { metric: 'replied', why: 'unknown' }, /repl(y|ies)/i],
    ['that nobody replied', { metric: 'replied', why: 'none' }, /repl(y|ies|ied)/i],
    ['that clicks are unknown', { metric: 'clicked', why: 'unknown' }, /click.*(unknown|missing)/i],
    ['that clicks are not tracked', { metric: 'clicked', why: 'notTracked' }, /click.*not tracked/i],
    ['that nobody clicked', { metric: 'clicked', why: 'none' }, /click/i],
  ];
  for (const [what, over, pattern] of passedOver) {
    it(`say ${what} where a weightier metric was passed over for that`, () => {
      const without = metricSentences({ metric: 'opened', passedOver: [] }).join(' ');
      const text = metricSentences({ metric: 'opened', passedOver: [over] }).join(' ');
      assert.notEqual(text, without);
      assert.match(text.replace(without, ''), pattern);
    });
  }

  it('tell the reasons apart', () => {
    const texts = passedOver.map(([, over]) => metricSentences({ metric: 'opened', passedOver: [over] }).join(' '));
    assert.equal(new Set(texts).size, texts.length);
  });

  it('can be written where there is no metric at all', () => {
    assert.doesNotMatch(metricSentences(nothingKnown).join(' '), NO_WORDS);
  });
});

describe('The planning sentence', () => {
  const plan = (events: number, trials: number, lift = 1.5) =>
    planOf(
      [
        { events, trials },
        { events, trials },
      ],
      lift,
    );

  it('says how many more per variant, of what, for which lift, at which power', () => {
    // 3,826 are planned for 2 %.
    const text = planSentence(plan(20, 1000), 'delivered', format);
    assert.match(text, /about 2,826 more delivered per variant to detect a 1\.5× lift/i);
    assert.match(text, /80% power/);
    assert.match(text, /\b5%/);
  });

  it('counts in the mails of the rate’s base', () => {
    assert.match(planSentence(plan(20, 1000), 'sent', format), /2,826 more sent per variant/);
    assert.doesNotMatch(planSentence(plan(20, 1000), 'sent', format), /delivered/);
  });

  it('names another lift where the setting does', () => {
    assert.match(planSentence(plan(20, 1000, 2), 'delivered', format), /2×/);
  });

  it('says that the size is reached, and asks for no more', () => {
    const text = planSentence(plan(80, 4000), 'delivered', format);
    assert.match(text, /reached/);
    assert.match(text, /3,826/);
    assert.doesNotMatch(text, /\bmore\b/);
  });

  it('gives no number where nothing has happened yet', () => {
    for (const [events, trials] of [
      [0, 0],
      [0, 1000],
    ] as const) {
      const text = planSentence(plan(events, trials), 'delivered', format);
      assert.doesNotMatch(text, /\d/);
      assert.doesNotMatch(text, NO_WORDS);
    }
  });

  it('names the file that a size was written down in, and no lift', () => {
    const written = (missing: number) =>
      ({ baseRate: null, lift: 1.5, perVariant: 3900, missing, file: 'opening.sendkit-test.json' }) as const;
    assert.equal(
      planSentence(written(1900), 'delivered', format),
      'About 1,900 more delivered per variant to the planned 3,900 (planned in opening.sendkit-test.json).',
    );
    assert.match(
      planSentence(written(1900), 'sent', format),
      /^About 1,900 more sent per variant to the planned 3,900/,
    );
    assert.equal(
      planSentence(written(0), 'delivered', format),
      'The planned size of 3,900 delivered per variant is reached (planned in opening.sendkit-test.json).',
    );
    assert.match(planSentence(written(0), 'sent', format), /3,900 sent per variant is reached/);
  });

  it('does not say that nothing has happened where everybody opened', () => {
    assert.doesNotMatch(planSentence(plan(1000, 1000), 'delivered', format), /nothing has happened/i);
  });
});

describe('What else has to be known of a test', () => {
  it('is that an interim verdict has not reached its size', () => {
    assert.match(testCautions(leaningInterim, format).join(' '), /interim|planned size/i);
    assert.deepEqual(testCautions(leaning, format), []);
    assert.deepEqual(testCautions(clearWinner, format), []);
  });

  it('is who bounces more than whom', () => {
    const text = testCautions(bouncing, format).join(' ');
    assert.match(text, /bounce/i);
    assert.match(text, /\bB\b.*\bA\b/);
  });

  it('is that the variants were sent unevenly', () => {
    const uneven = testOf(['A', { sent: 6000, clicked: 600 }], ['B', { sent: 5000, clicked: 500 }]);
    assert.ok(uneven.unevenSends !== null, 'not uneven');
    assert.ok(testCautions(uneven, format).includes(unevenSendsSentence(uneven.unevenSends, format)), 'no caution');
    assert.match(unevenSendsSentence(uneven.unevenSends, format), /uneven/i);
  });
});

describe('A difference in words', () => {
  it('is in points, signed, with its interval', () => {
    const [pair] = clicks(1000, 50, 80).pairs;
    assert.ok(pair, 'no pair');
    const text = differenceText(pair, format);
    for (const part of ['+3.0', '+0.8', '+5.2', 'points', '95%']) assert.ok(text.includes(part), text);
  });

  it('keeps the sign of a fall', () => {
    const [pair] = clicks(1000, 80, 50).pairs;
    assert.ok(pair, 'no pair');
    assert.match(differenceText(pair, format), /^[-−–]3\.0/u);
  });

  it('has no interval where there is none', () => {
    const text = differenceText({ difference: 0.04, interval: null }, format);
    assert.match(text, /\+4\.0/);
    assert.doesNotMatch(text, /95%|null/);
    assert.equal(differenceIntervalText({ interval: null }, format), undefined);
  });

  it('has the same interval where that stands alone', () => {
    const [pair] = clicks(1000, 50, 80).pairs;
    assert.ok(pair, 'no pair');
    const alone = differenceIntervalText(pair, format) ?? '';
    assert.match(alone, /95%.*\+0\.8.*\+5\.2/);
    assert.ok(differenceText(pair, format).includes(alone), alone);
  });
});

describe('Whatever is tested', () => {
  const sentencesOf = (test: ABTest): string[] => [
    verdictTitle(test),
    verdictLabel(test),
    verdictSentence(test, format),
    ...metricSentences(test),
    planSentence(test.plan, 'delivered', format),
    planSentence(test.plan, 'sent', format),
    ...testCautions(test, format),
    ...test.pairs.flatMap((pair) => [
      differenceText(pair, format),
      differenceIntervalText(pair, format) ?? UNKNOWN,
      format.lift(pair.lift),
      format.pValue(pair.alwaysValidP),
    ]),
    ...test.variants.flatMap(({ bestProbability, expectedLoss }) => [
      format.chance(bestProbability),
      format.percent(expectedLoss),
    ]),
  ];

  it('its words are written, and hold no undefined, NaN or gap', () => {
    fc.assert(
      fc.property(anyVariants, (variants) => {
        for (const text of sentencesOf(abTestOf(variants, DEFAULT_AB_TEST_RULES))) {
          assert.ok(text.length > 0, 'no words');
          assert.doesNotMatch(text, NO_WORDS);
        }
      }),
    );
  });

  it('so are those of any report, with its notes', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const steps = [...report.steps, ...report.subsequences.flatMap((subsequence) => subsequence.steps)];
        const texts = steps.flatMap(({ test }) => (test ? sentencesOf(test) : []));
        for (const text of [...texts, ...report.notes.map((note) => noteSentence(note, format))]) {
          assert.ok(text.length > 0, 'no words');
          assert.doesNotMatch(text, NO_WORDS);
        }
      }),
    );
  });
});
