import assert from 'node:assert/strict';
import { anAnswer } from '../builders';

const SUBSEQUENCE = {
  id: 'sub-1',
  name: 'Book a call',
  trigger: { type: 'aiTag', value: 'interested' },
  enabled: true,
  archived: false,
  addedCount: 22,
  currentlyEnrolled: 9,
  stats: { sent: 30, opened: 20, clicked: 6, replied: 3, bounced: 1 },
  stepStats: [
    { _id: 1, sent: 10, opened: 6, clicked: 1, bounced: 0 },
    { _id: 0, sent: 20, opened: 14, clicked: 5, bounced: 1 },
  ],
};

describe('The subsequences of a report', () => {
  const reportWith = (...subsequences: unknown[]) =>
    anAnswer()
      .step(0, null, { sent: 200, opened: 95, clicked: 19, bounced: 10 })
      .set('subsequences', subsequences)
      .report();

  it('have name, trigger, state, leads, figures and steps of their own', () => {
    const [one] = reportWith(SUBSEQUENCE).subsequences;
    assert.ok(one);
    const { figures, steps, ...rest } = one;
    assert.deepEqual(rest, {
      id: 'sub-1',
      name: 'Book a call',
      trigger: 'interested',
      enabled: true,
      archived: false,
      added: 22,
      enrolled: 9,
    });
    assert.deepEqual([figures.sent.count, figures.delivered.count, figures.replied.count], [30, 29, 3]);
    assert.equal(figures.opened.rate?.value, 20 / 29);
    assert.deepEqual(
      steps.map(({ rank, sequenceStep, figures: { sent } }) => [rank, sequenceStep, sent.count]),
      [
        [1, 0, 20],
        [2, 1, 10],
      ],
    );
  });

  it('never mix with the main sequence, whose steps have the same numbers', () => {
    const { steps, figures } = reportWith(SUBSEQUENCE, SUBSEQUENCE);
    assert.deepEqual(
      steps.map((step) => step.figures.sent.count),
      [200],
    );
    assert.equal(figures.sent.count, 200);
  });

  it('take no name of the main sequence’s steps', () => {
    assert.deepEqual(
      reportWith(SUBSEQUENCE).subsequences[0]?.steps.map(({ name, subject }) => [name, subject]),
      [
        [null, null],
        [null, null],
      ],
    );
  });

  it('are unknown in all that an answer leaves out, and still there', () => {
    const [, second] = reportWith({}, {}).subsequences;
    assert.equal(second?.id, '1');
    assert.deepEqual(
      [second.name, second.trigger, second.enabled, second.archived, second.added, second.enrolled],
      [null, null, null, null, null, null],
    );
    assert.equal(second.figures.sent.count, null);
    assert.deepEqual(second.steps, []);
  });

  it('are none where an answer has none', () => {
    assert.deepEqual(anAnswer().report().subsequences, []);
  });
});
