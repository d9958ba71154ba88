import assert from 'node:assert/strict';
import { FIGURE_NAMES } from '../../../src/analytics/figures';
import { stepName, variantName } from '../../../src/analytics/words';
import { type AnswerBuilder, anAnswer } from '../builders';

const ROW = { sent: 100, opened: 50, clicked: 12, bounced: 3 };

const stepsOf = (answer: AnswerBuilder) => answer.report().steps;
const variantNames = (answer: AnswerBuilder) => stepsOf(answer).map(({ variants }) => variants.map(variantName));
const kinds = (answer: AnswerBuilder) => answer.report().notes.map(({ kind }) => kind);

describe('E-mails', () => {
  it('are numbered by their rank, because waits take a number in SendKit’s sequence too', () => {
    const steps = stepsOf(anAnswer().step(0, null, ROW).step(2, null, ROW).step(7, null, ROW));
    assert.deepEqual(
      steps.map((step) => [stepName(step), step.rank, step.sequenceStep]),
      [
        ['Email 1', 1, 0],
        ['Email 2', 2, 2],
        ['Email 3', 3, 7],
      ],
    );
  });

  it('come in ascending order, as numbers and not as text, whatever the order of the answer', () => {
    const steps = stepsOf(anAnswer().step(10, null, ROW).step(2, null, ROW).step(0, null, ROW));
    assert.deepEqual(
      steps.map(({ sequenceStep }) => sequenceStep),
      [0, 2, 10],
    );
  });

  it('start at Email 1 even where SendKit counts from 1', () => {
    assert.equal(stepName(stepsOf(anAnswer().step(1, null, ROW))[0] ?? { rank: null }), 'Email 1');
  });

  it('without a number are shown last, unnumbered, and noted', () => {
    const answer = anAnswer().step(null, null, ROW).step(0, null, ROW);
    const steps = stepsOf(answer);
    assert.deepEqual(
      steps.map(({ rank, sequenceStep }) => [rank, sequenceStep]),
      [
        [1, 0],
        [null, null],
      ],
    );
    assert.ok(!/\d|null/.test(stepName({ rank: null })));
    assert.ok(kinds(answer).includes('stepWithoutNumber'));
  });

  it('are none where the answer has no rows, with no note', () => {
    assert.deepEqual(stepsOf(anAnswer()), []);
    assert.deepEqual(kinds(anAnswer()), []);
    assert.deepEqual(kinds(anAnswer().set('stepAnalytics', [])), []);
  });

  it('have the counts of their row, and no unsubscribes, which the API does not give per step', () => {
    const [step] = stepsOf(anAnswer().step(0, null, ROW));
    const counts = FIGURE_NAMES.map((name) => [name, step?.figures[name].count]);
    assert.deepEqual(Object.fromEntries(counts), {
      sent: 100,
      delivered: 97,
      opened: 50,
      clicked: 12,
      replied: null,
      bounced: 3,
      unsubscribed: null,
    });
  });

  it('never get a share of the campaign’s replies', () => {
    const [step] = stepsOf(anAnswer().step(0, null, { sent: 200, opened: 95, clicked: 19, bounced: 10 }));
    assert.equal(step?.figures.replied.count, null);
    assert.equal(step.figures.replied.rate?.value, null);
  });

  it('use replies that an answer does give per step', () => {
    const answer = anAnswer()
      .step(0, null, { ...ROW, replied: 6 })
      .step(0, 'B', { ...ROW, replied: 0 });
    const [step] = stepsOf(answer);
    assert.deepEqual(
      step?.variants.map(({ figures }) => figures.replied.count),
      [6, 0],
    );
    assert.equal(step.figures.replied.count, 6);
    assert.equal(step.figures.replied.rate?.value, 6 / 194);
  });

  it('are unknown where one of their variants is, instead of too small', () => {
    const answer = anAnswer()
      .step(0, 'A', ROW)
      .step(0, 'B', { ...ROW, opened: null });
    const [step] = stepsOf(answer);
    assert.equal(step?.figures.sent.count, 200);
    assert.equal(step.figures.opened.count, null);
  });
});

describe('Variants', () => {
  it('are none where null stands alone: that e-mail was not tested', () => {
    assert.deepEqual(variantNames(anAnswer().step(0, null, ROW)), [[]]);
  });

  it('are none where the answer leaves the variant out', () => {
    assert.deepEqual(variantNames(anAnswer().row({ _id: { sequenceStep: 0 }, ...ROW })), [[]]);
  });

  it('call null “Main” where it stands beside letters, and put it first', () => {
    assert.deepEqual(variantNames(anAnswer().step(0, 'C', ROW).step(0, 'B', ROW).step(0, null, ROW)), [
      ['Main', 'B', 'C'].map((label) => variantName({ label: label === 'Main' ? null : label })),
    ]);
    assert.equal(variantName({ label: null }), 'Main');
  });

  it('may have numbers for labels, in the order of the numbers', () => {
    const labels = stepsOf(anAnswer().step(0, 10, ROW).step(0, 2, ROW).step(0, 1, ROW))[0]?.variants.map(
      ({ label }) => label,
    );
    assert.deepEqual(labels, ['1', '2', '10']);
  });

  it('are shown even where a letter stands alone', () => {
    assert.deepEqual(
      stepsOf(anAnswer().step(0, 'B', ROW))[0]?.variants.map(({ label }) => label),
      ['B'],
    );
  });

  it('stay with their own e-mail', () => {
    const answer = anAnswer()
      .step(0, 'A', ROW)
      .step(0, 'B', ROW)
      .step(2, null, ROW)
      .step(4, null, ROW)
      .step(4, 'B', ROW);
    assert.deepEqual(
      stepsOf(answer).map(({ variants }) => variants.map(({ label }) => label)),
      [['A', 'B'], [], [null, 'B']],
    );
  });

  it('add up to their e-mail', () => {
    const [step] = stepsOf(
      anAnswer().step(0, null, ROW).step(0, 'B', { sent: 80, opened: 20, clicked: 4, bounced: 1 }),
    );
    assert.equal(step?.figures.sent.count, 180);
    assert.equal(step.figures.delivered.count, 176);
    assert.equal(step.figures.opened.count, 70);
    assert.equal(step.figures.clicked.count, 16);
    assert.equal(step.figures.bounced.count, 4);
  });

  it('keep a label that is not a letter as it came', () => {
    for (const label of ['Main', '__proto__', 'constructor', 'a/b', 'β', '0']) {
      const [step] = stepsOf(anAnswer().step(0, null, ROW).step(0, label, ROW));
      assert.deepEqual(
        step?.variants.map((variant) => variant.label),
        [null, label],
      );
    }
  });

  it('are told apart: the text "1" and the number 1 are one label, "a" and "A" are two', () => {
    assert.equal(stepsOf(anAnswer().step(0, 1, ROW).step(0, '1', ROW))[0]?.variants.length, 1);
    assert.equal(stepsOf(anAnswer().step(0, 'a', ROW).step(0, 'A', ROW))[0]?.variants.length, 2);
  });
});

describe('Rows that come twice', () => {
  const answer = anAnswer().step(0, 'B', ROW).step(0, 'B', ROW).step(2, null, ROW);

  it('are added up', () => {
    const [first, second] = stepsOf(answer);
    assert.deepEqual(
      first?.variants.map(({ figures }) => figures.sent.count),
      [200],
    );
    assert.equal(second?.figures.sent.count, 100);
  });

  it('are noted once, with SendKit’s number of the step', () => {
    const notes = answer.report().notes.filter(({ kind }) => kind === 'repeatedRows');
    assert.deepEqual(notes, [{ kind: 'repeatedRows', step: 0 }]);
  });

  it('do not make a test out of an e-mail that was not tested', () => {
    assert.deepEqual(variantNames(anAnswer().step(0, null, ROW).step(0, null, ROW)), [[]]);
  });
});
