import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatFor } from '../../../src/analytics/format';
import { type Advice, adviceOf } from '../../../src/analytics/summary';
import { summaryText } from '../../../src/analytics/summaryWords';
import { type AnswerBuilder, anAnswer } from '../builders';
import { anyReport, leavesOf, NO_WORDS } from './arbitraryVariants';

const format = formatFor('en');

const HEALTHY = {
  sent: 16_000,
  delivered: 15_980,
  opened: 4000,
  clicked: 600,
  replied: 320,
  bounced: 20,
  unsubscribed: 0,
};
const healthy = anAnswer().stats(HEALTHY).set('totalReplied', 320);

const weak = { sent: 4000, opened: 1000, clicked: 60, bounced: 5 };
const strong = { ...weak, clicked: 140 };
const early = { ...weak, clicked: 62 };
const settled = { ...weak, clicked: 300 };

const withWinner = (answer: AnswerBuilder, step: number) => answer.step(step, 'A', weak).step(step, 'B', strong);
const withRunning = (answer: AnswerBuilder, step: number) => answer.step(step, 'A', weak).step(step, 'B', early);
const withDraw = (answer: AnswerBuilder, step: number) => answer.step(step, 'A', settled).step(step, 'B', settled);

interface Case {
  readonly when: string;
  readonly answer: AnswerBuilder;
  readonly kind: Advice['kind'];
}

const nothing = { sent: 0, delivered: 0, opened: 0, clicked: 0, replied: 0, bounced: 0, unsubscribed: 0 };

const cases: Case[] = [
  { when: 'nothing was sent', answer: anAnswer().stats(nothing).set('totalReplied', 0), kind: 'nothingSent' },
  { when: 'all is well and nothing is tested', answer: healthy, kind: 'nothingToDo' },
  { when: 'all is well and the only test has come to nothing', answer: withDraw(healthy, 0), kind: 'nothingToDo' },
  { when: 'a test has not reached its size', answer: withRunning(healthy, 0), kind: 'keepTesting' },
  { when: 'a test has a winner', answer: withWinner(healthy, 0), kind: 'useWinner' },
  {
    when: 'one test has a winner, and an earlier one has not reached its size',
    answer: withWinner(withRunning(healthy, 0), 1),
    kind: 'useWinner',
  },
  {
    when: 'a bounce alarm stands beside a winner',
    answer: withWinner(healthy, 0).stats({ bounced: 1600, delivered: 14_400 }),
    kind: 'health',
  },
  {
    when: 'a mere warning stands beside a winner',
    answer: withWinner(healthy, 0).stats({ unsubscribed: 100 }),
    kind: 'health',
  },
  {
    when: 'too few were sent for an alarm',
    answer: anAnswer().stats({ ...nothing, sent: 10, delivered: 9, bounced: 1, replied: 1 }),
    kind: 'nothingToDo',
  },
  {
    when: 'the counts of a test contradict each other',
    answer: healthy.step(0, 'A', { ...weak, opened: 4001, clicked: 4001 }).step(0, 'B', strong),
    kind: 'nothingToDo',
  },
];

describe('The advice on a campaign', () => {
  for (const { when, answer, kind } of cases) {
    it(`is "${kind}" when ${when}`, () => {
      assert.equal(adviceOf(answer.report()).kind, kind);
    });
  }

  it('is never to use a variant that is ahead but bounces more', () => {
    const answer = healthy.step(0, 'A', { ...weak, bounced: 1 }).step(0, 'B', { ...strong, bounced: 60 });
    assert.notEqual(adviceOf(answer.report()).kind, 'useWinner');
  });

  it('takes what is unknown for unknown, not for nothing sent', () => {
    for (const answer of [anAnswer().withoutStat('sent'), anAnswer().set('stats', {})]) {
      assert.notEqual(adviceOf(answer.report()).kind, 'nothingSent');
    }
  });

  it('is about the worst signal, not the first', () => {
    const advice = adviceOf(healthy.stats({ bounced: 400, delivered: 15_580, unsubscribed: 1000 }).report());
    assert.ok(advice.kind === 'health', advice.kind);
    assert.deepEqual([advice.signal.signal, advice.signal.level], ['unsubscribed', 'critical']);
  });

  it('names the step that has the winner, or whose test should run on', () => {
    const winner = adviceOf(withWinner(withRunning(healthy, 0), 3).report());
    assert.ok(winner.kind === 'useWinner', winner.kind);
    assert.equal(winner.place.step.rank, 2);
    const running = adviceOf(withRunning(withDraw(healthy, 0), 3).report());
    assert.ok(running.kind === 'keepTesting', running.kind);
    assert.equal(running.place.step.rank, 2);
  });
});

describe('The summary of a campaign', () => {
  const says: [string, AnswerBuilder, readonly RegExp[]][] = [
    ['that nothing was sent', anAnswer().stats(nothing).set('totalReplied', 0), [/nothing/i, /sent/]],
    ['how many replied, of how many', healthy, [/2\.0%/, /320 of 15,980 delivered/]],
    [
      'which signal alarms',
      healthy.stats({ bounced: 1600, delivered: 14_400 }),
      [/bounce rate/i, /critical/, /10\.0%/],
    ],
    [
      'which step is at fault',
      healthy
        .stats({ bounced: 1600, delivered: 14_400 })
        .step(0, null, { sent: 8000, opened: 1, clicked: 1, bounced: 40 })
        .step(1, null, { sent: 8000, opened: 1, clicked: 1, bounced: 1560 }),
      [/Email 2/],
    ],
    ['which variant of which step wins', withWinner(withDraw(healthy, 0), 2), [/Email 2/, /\bB\b/, /winner/i]],
    ['that the main copy wins', healthy.step(0, null, strong).step(0, 'A', weak), [/Email 1/, /\bMain\b/, /winner/i]],
    ['how much is missing to a test', withRunning(healthy, 0), [/Email 1/, /more delivered per variant/, /1\.5×/]],
  ];
  for (const [what, answer, patterns] of says) {
    it(`says ${what}`, () => {
      const text = summaryText(answer.report(), format);
      for (const pattern of patterns) assert.match(text, pattern);
    });
  }

  it('does not take unknown replies for none', () => {
    const text = summaryText(healthy.withoutStat('replied').report(), format);
    assert.doesNotMatch(text, /\b0 of\b|0\.0%/);
    assert.match(text, /unknown|—/);
  });

  it('does not call replies unknown that are known, where only their rate is not', () => {
    const answer = healthy.withoutStat('delivered').withoutStat('bounced');
    const { figures } = answer.report();
    assert.deepEqual([figures.replied.count, figures.replied.rate?.value], [320, null]);
    assert.doesNotMatch(summaryText(answer.report(), format), /how many replied is unknown/);
  });

  it('does not let a subsequence’s Email 1 pass for that of the main sequence', () => {
    const stepStats = [
      { _id: { sequenceStep: 0, variant: 'A' }, ...weak },
      { _id: { sequenceStep: 0, variant: 'B' }, ...strong },
    ];
    const answer = healthy
      .step(0, null, weak)
      .set('subsequences', [{ id: 's1', name: 'Book a call', stats: {}, stepStats }]);
    const text = summaryText(answer.report(), format);
    if (text.includes('winner')) assert.match(text, /Book a call/);
  });

  it('does not say that nothing was sent where that is unknown', () => {
    assert.doesNotMatch(summaryText(anAnswer().set('stats', {}).report(), format), /nothing has been sent/i);
  });

  it('shows hostile names as they came', () => {
    const text = summaryText(healthy.step(0, '{0}', weak).step(0, '{1}', strong).report(), format);
    assert.ok(text.includes('{1}'), text);
  });

  it('is short, and holds no undefined, NaN or gap', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const text = summaryText(report, format);
        assert.ok(text.length > 0, 'no words');
        assert.doesNotMatch(text, NO_WORDS);
      }),
    );
  });

  it('invents nothing: every number in it stands in the report', () => {
    const numbersIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/gu) ?? [];
    fc.assert(
      fc.property(anyReport, (report) => {
        // 80 % power and 5 % are those of every plan.
        const known = new Set(['80', '5']);
        for (const { leaf } of leavesOf(report)) {
          const texts =
            typeof leaf === 'number'
              ? [format.count(leaf), format.percent(leaf), format.tick(leaf), format.factor(leaf), format.chance(leaf)]
              : [String(leaf)];
          for (const number of texts.flatMap(numbersIn)) known.add(number);
        }
        const text = summaryText(report, format);
        for (const number of numbersIn(text)) assert.ok(known.has(number), `${number} in "${text}"`);
      }),
    );
  });
});
