import assert from 'node:assert/strict';
import { alertKey, alertsOf, workingDaysBetween, type AlertKind } from '../../../src/analytics/alerts';
import { alertSentence } from '../../../src/analytics/alertWords';
import { formatFor } from '../../../src/analytics/format';
import { anAnswer, type AnswerBuilder } from '../builders';

const quiet = (workingDays: number): { workingDays: number; most: number } => ({ workingDays, most: 3 });
const healthy = anAnswer()
  .set('stepAnalytics', [])
  .campaign({ status: 'active' })
  .stats({ sent: 1000, delivered: 990, opened: 400, clicked: 60, replied: 0, bounced: 10, unsubscribed: 0 });
const kinds = (answer: AnswerBuilder, workingDays = 0): AlertKind[] =>
  alertsOf(answer.report(), quiet(workingDays)).map(({ kind }) => kind);
const said = (answer: AnswerBuilder, workingDays = 0): string[] =>
  alertsOf(answer.report(), quiet(workingDays)).map((alert) => alertSentence(alert, 'Spring', formatFor('en')));
const keys = (answer: AnswerBuilder, workingDays = 0): string[] => {
  const report = answer.report();
  return alertsOf(report, quiet(workingDays)).map((alert) => alertKey(alert, report));
};
const won = (leader: 'A' | 'B'): AnswerBuilder =>
  healthy
    .step(1, 'A', { sent: 4000, opened: 2000, clicked: leader === 'A' ? 400 : 200, bounced: 0 })
    .step(1, 'B', { sent: 4000, opened: 2000, clicked: leader === 'B' ? 400 : 200, bounced: 0 });

describe('What is worth to be told of', () => {
  it('is nothing of a campaign that does well and has had no reply', () => {
    assert.deepEqual(kinds(healthy), []);
  });

  it('is a rate in critical health, and not a warning', () => {
    assert.deepEqual(kinds(healthy.stats({ bounced: 25, delivered: 975 })), []);
    assert.deepEqual(said(healthy.stats({ bounced: 90, delivered: 910 })), [
      '“Spring”: Bounce rate critical, 9.0% (90 of 1,000 sent).',
    ]);
  });

  it('is a clear winner, another one for another variant', () => {
    assert.deepEqual(said(won('B')), ['“Spring”: Email 1, Clear winner: B.']);
    assert.notDeepEqual(keys(won('A')), keys(won('B')));
  });

  it('is the end of a campaign, or its pause', () => {
    assert.deepEqual(said(healthy.campaign({ status: 'completed' })), ['“Spring” is completed.']);
    assert.deepEqual(said(healthy.campaign({ status: 'paused' })), ['“Spring” was paused.']);
    assert.deepEqual(kinds(healthy.campaign({ status: 'archived' })), []);
  });

  it('is a first reply, and the same for the second', () => {
    assert.deepEqual(said(healthy.stats({ replied: 1 })), ['“Spring” has its first reply.']);
    assert.deepEqual(keys(healthy.stats({ replied: 1 })), keys(healthy.stats({ replied: 2 })));
  });

  it('is a standstill of an active campaign, another one once something was sent', () => {
    assert.deepEqual(kinds(healthy, 2), []);
    assert.deepEqual(said(healthy, 3), ['“Spring” is active, but has sent nothing for 3 working days.']);
    assert.deepEqual(kinds(healthy.campaign({ status: 'paused' }), 9), ['finished']);
    assert.notDeepEqual(keys(healthy, 3), keys(healthy.stats({ sent: 1001 }), 3));
  });
});

describe('Working days', () => {
  it('are whole ones from Monday to Friday', () => {
    assert.equal(workingDaysBetween('2026-11-20', '2026-11-23'), 0, 'Friday to Monday');
    assert.equal(workingDaysBetween('2026-11-20', '2026-11-26'), 3, 'Friday to Thursday');
    assert.equal(workingDaysBetween('2026-11-16', '2026-11-30'), 9, 'Monday to Monday in two weeks');
  });

  it('are none on the same day, or backwards', () => {
    assert.equal(workingDaysBetween('2026-11-18', '2026-11-18'), 0);
    assert.equal(workingDaysBetween('2026-11-25', '2026-11-18'), 0);
  });
});
