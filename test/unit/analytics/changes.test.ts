import assert from 'node:assert/strict';
import { changesOf, type Change } from '../../../src/analytics/changes';
import { changeText, weightiestChange } from '../../../src/analytics/changeWords';
import { formatFor } from '../../../src/analytics/format';
import { anAnswer, type AnswerBuilder } from '../builders';

const format = formatFor('en');

const between = (before: AnswerBuilder, now: AnswerBuilder): readonly Change[] =>
  changesOf(before.report(), now.report());
const said = (before: AnswerBuilder, now: AnswerBuilder): string[] =>
  between(before, now).map((change) => changeText(change, format));

/** A campaign of one e-mail in two variants; so many clicked of a thousand each. */
const tested = (a: number, b: number, sent = 1000): AnswerBuilder =>
  anAnswer()
    .set('stepAnalytics', [])
    .step(1, 'A', { sent, opened: sent / 2, clicked: a, bounced: 0 })
    .step(1, 'B', { sent, opened: sent / 2, clicked: b, bounced: 0 });

describe('What changed between two reports', () => {
  const counts = { sent: 1000, delivered: 990, opened: 400, clicked: 60, replied: 12, bounced: 10, unsubscribed: 2 };
  const before = anAnswer().set('stepAnalytics', []).stats(counts);

  it('is nothing where they say the same', () => {
    assert.deepEqual(between(before, before), []);
    assert.equal(weightiestChange([], format), undefined);
  });

  it('names each count that moved, up or down, and no other', () => {
    const now = before.stats({ sent: 1200, delivered: 1190, replied: 15, unsubscribed: 1 });
    assert.deepEqual(said(before, now), [
      'Sent: 200 more, 1,200 now',
      'Delivered: 200 more, 1,190 now',
      'Replied: 3 more, 15 now',
      'Unsubscribed: 1 fewer, 1 now',
    ]);
  });

  it('says nothing of a count that was or became unknown', () => {
    assert.deepEqual(said(before, before.stats({ replied: null })), []);
    assert.deepEqual(said(before.stats({ replied: null }), before), []);
  });

  it('says a status that changed, also to one that nobody knows', () => {
    const paused = before.campaign({ status: 'paused' });
    assert.deepEqual(said(before.campaign({ status: 'active' }), paused), ['Status: paused (before: active)']);
    assert.deepEqual(said(paused, before.campaign({ status: 'frozen' })), ['Status: frozen (before: paused)']);
  });

  it('says a line of health that was crossed, in both directions, before all counts', () => {
    const critical = before.stats({ sent: 1000, bounced: 150, delivered: 850 });
    const [first] = said(before, critical);
    assert.equal(first, 'Bounce rate critical (before: healthy)');
    assert.equal(said(critical, before)[0], 'Bounce rate: healthy (before: critical)');
  });

  it('says a verdict that turned, by its word and by its variant', () => {
    assert.deepEqual(said(tested(20, 22, 400), tested(20, 60, 400)), [
      'Email 1: Leaning B · interim (before: Too close to call · interim)',
    ]);
    assert.deepEqual(said(tested(60, 20, 400), tested(20, 60, 400)), [
      'Email 1: Leaning B · interim (before: Leaning A · interim)',
    ]);
  });

  it('does not take a new leader for news where the word is not about it', () => {
    assert.deepEqual(said(tested(20, 22, 400), tested(22, 20, 400)), []);
  });

  it('does not take a step that has just begun for a verdict that turned', () => {
    const begun = tested(20, 22, 400).step(2, 'A', { sent: 3 }).step(2, 'B', { sent: 3 });
    assert.deepEqual(said(tested(20, 22, 400), begun), []);
    const led = tested(20, 22, 400).step(2, 'A', { sent: 400, opened: 200, clicked: 10, bounced: 0 });
    const both = led.step(2, 'B', { sent: 400, opened: 200, clicked: 60, bounced: 0 });
    assert.deepEqual(said(tested(20, 22, 400), both), ['Email 2: Leaning B · interim']);
  });

  it('has one thing to say where there is little room', () => {
    const weightiest = (now: AnswerBuilder): string | undefined => weightiestChange(between(before, now), format);
    assert.equal(weightiest(before.stats({ sent: 1200, delivered: 1190, replied: 13 })), '1 more reply');
    assert.equal(weightiest(before.stats({ sent: 3200, delivered: 3190, replied: 1512 })), '1,500 more replies');
    assert.equal(weightiest(before.stats({ sent: 1200, delivered: 1190 })), '200 more sent');
    assert.equal(weightiest(before.stats({ opened: 1 })), undefined);
    assert.equal(weightiest(before.stats({ sent: 1000, bounced: 150, delivered: 850 })), 'Bounce rate critical');
  });
});
