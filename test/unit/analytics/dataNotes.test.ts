import assert from 'node:assert/strict';
import type { DataNote } from '../../../src/analytics/dataNotes';
import { formatFor } from '../../../src/analytics/format';
import { noteSentence } from '../../../src/analytics/noteWords';
import { type AnswerBuilder, anAnswer } from '../builders';

const format = formatFor('en');
const WHOLE = { sent: 200, opened: 95, clicked: 19, bounced: 10 };

interface Case {
  readonly when: string;
  readonly answer: AnswerBuilder;
  readonly notes: readonly DataNote[];
  /** What the sentence must name. */
  readonly says: readonly string[];
}

const cases: Case[] = [
  {
    when: 'delivered contradicts bounced',
    answer: anAnswer().stats({ sent: 1950, delivered: 1950, bounced: 180 }),
    notes: [{ kind: 'deliveredContradictsBounced', delivered: 1950, bounced: 180, sent: 1950, shown: 1770 }],
    says: ['1,950', '180', 'delivered'],
  },
  {
    when: 'delivered is missing',
    answer: anAnswer().withoutStat('delivered'),
    notes: [{ kind: 'deliveredMissing', shown: 190 }],
    says: ['elivered', 'sent', 'bounced'],
  },
  {
    when: 'the e-mails were sent less often than the campaign',
    answer: anAnswer().step(0, null, { ...WHOLE, sent: 150 }),
    notes: [{ kind: 'stepsDoNotAddUp', figure: 'sent', steps: 150, total: 200 }],
    says: ['150', '200', 'subsequence'],
  },
  {
    when: 'the e-mails were opened more often than the campaign',
    answer: anAnswer().step(0, null, { ...WHOLE, opened: 96 }),
    notes: [{ kind: 'stepsDoNotAddUp', figure: 'opened', steps: 96, total: 95 }],
    says: ['96', '95', 'pened'],
  },
  {
    when: 'totalReplied differs from the replies',
    answer: anAnswer().set('totalReplied', 14),
    notes: [{ kind: 'totalRepliedDiffers', totalReplied: 14, replied: 10 }],
    says: ['14', '10', 'eplied'],
  },
  {
    when: 'more were opened than delivered',
    answer: anAnswer().stats({ opened: 191 }),
    notes: [{ kind: 'openedAboveDelivered', step: null, opened: 191, delivered: 190 }],
    says: ['191', '190'],
  },
  {
    when: 'more were clicked than opened',
    answer: anAnswer().stats({ clicked: 96 }),
    notes: [{ kind: 'clickedAboveOpened', step: null, clicked: 96, opened: 95 }],
    says: ['96', '95'],
  },
  {
    when: 'an e-mail was clicked more often than opened',
    answer: anAnswer()
      .step(3, null, { sent: 150, opened: 90, clicked: 1, bounced: 10 })
      .step(5, null, { sent: 50, opened: 5, clicked: 18, bounced: 0 }),
    notes: [{ kind: 'clickedAboveOpened', step: 2, clicked: 18, opened: 5 }],
    says: ['Email 2', '18', '5'],
  },
  {
    when: 'an e-mail was opened more often than delivered',
    answer: anAnswer()
      .step(0, null, { sent: 40, opened: 45, clicked: 1, bounced: 0 })
      .step(2, null, { sent: 160, opened: 50, clicked: 18, bounced: 10 }),
    notes: [{ kind: 'openedAboveDelivered', step: 1, opened: 45, delivered: 40 }],
    says: ['Email 1', '45', '40'],
  },
  {
    when: 'a number came as text',
    answer: anAnswer().stats({ sent: '200' }),
    notes: [{ kind: 'oddValue', value: { path: 'data.stats.sent', treatment: 'converted', times: 1 } }],
    says: ['data.stats.sent', 'text'],
  },
  {
    when: 'a value of the wrong type was ignored',
    answer: anAnswer().stats({ unsubscribed: { no: 1 } }),
    notes: [{ kind: 'oddValue', value: { path: 'data.stats.unsubscribed', treatment: 'ignored', times: 1 } }],
    says: ['data.stats.unsubscribed', 'ignored'],
  },
  {
    when: 'rows of one step and variant come twice',
    answer: anAnswer()
      .step(2, null, { sent: 100, opened: 95, clicked: 19, bounced: 5 })
      .step(2, null, { sent: 100, opened: 0, clicked: 0, bounced: 5 }),
    notes: [{ kind: 'repeatedRows', step: 2 }],
    says: ['2'],
  },
  {
    when: 'an e-mail has no step number',
    answer: anAnswer().step(null, null, WHOLE),
    notes: [{ kind: 'stepWithoutNumber' }],
    says: [],
  },
];

describe('Data notes', () => {
  for (const { when, answer, notes, says } of cases) {
    it(`say so when ${when}`, () => {
      assert.deepEqual(answer.report().notes, notes);
      for (const note of notes) {
        const sentence = noteSentence(note, format);
        for (const word of says) assert.ok(sentence.includes(word), `“${sentence}” does not name ${word}`);
      }
    });
  }

  it('are whole sentences without a placeholder left in them', () => {
    const notes = cases.flatMap(({ answer }) => answer.report().notes);
    const bounced: DataNote = { kind: 'bouncedAboveSent', step: 1, bounced: 5, sent: 3 };
    for (const note of [...notes, bounced]) {
      const sentence = noteSentence(note, format);
      assert.match(sentence, /^\S.*[.!]$/s);
      assert.doesNotMatch(sentence, /undefined|null|NaN|\[object|\{\d*\}/);
    }
  });

  it('name what is unknown as —', () => {
    const note: DataNote = {
      kind: 'deliveredContradictsBounced',
      delivered: 300,
      bounced: null,
      sent: 200,
      shown: null,
    };
    assert.ok(!noteSentence(note, format).includes('null'));
  });

  it('do not say that delivered is shown as sent minus bounced where it is shown as —', () => {
    for (const answer of [
      anAnswer().withoutStat('delivered').withoutStat('bounced'),
      anAnswer().withoutStat('delivered').withoutStat('sent'),
      anAnswer().withoutStat('bounced').stats({ delivered: 300 }),
    ]) {
      const report = answer.report();
      assert.equal(report.figures.delivered.count, null);
      assert.ok(report.notes.length > 0);
      for (const note of report.notes) assert.doesNotMatch(noteSentence(note, format), /shown as sent minus bounced/);
    }
  });

  it('never blame the campaign’s totals for what stands in an e-mail without a number', () => {
    const answer = anAnswer()
      .step(null, null, { sent: 100, opened: 5, clicked: 9, bounced: 5 })
      .step(0, null, { sent: 100, opened: 90, clicked: 10, bounced: 5 });
    const ofTotals = noteSentence({ kind: 'clickedAboveOpened', step: null, clicked: 9, opened: 5 }, format);
    const sentences = answer.report().notes.map((note) => noteSentence(note, format));
    assert.ok(!sentences.includes(ofTotals), ofTotals);
  });

  it('are none for e-mails that add up to the campaign', () => {
    assert.deepEqual(anAnswer().step(0, null, WHOLE).report().notes, []);
    const half = { sent: 100, opened: 47, clicked: 9, bounced: 5 };
    const rest = { sent: 100, opened: 48, clicked: 10, bounced: 5 };
    assert.deepEqual(anAnswer().step(0, null, half).step(2, 'B', rest).report().notes, []);
  });

  it('are none for equal numbers: all delivered were opened, all opened were clicked', () => {
    assert.deepEqual(anAnswer().stats({ opened: 190, clicked: 190 }).report().notes, []);
  });

  it('make no claim about numbers that are missing', () => {
    const names = ['sent', 'opened', 'clicked', 'replied', 'bounced', 'unsubscribed'];
    for (const name of names) assert.deepEqual(anAnswer().withoutStat(name).report().notes, [], name);
    assert.deepEqual(anAnswer().without('totalReplied').report().notes, []);
    const unknownOpens = anAnswer().step(0, null, { sent: 200, clicked: 19, bounced: 10 });
    assert.deepEqual(unknownOpens.report().notes, []);
  });

  it('count the same odd place once, with how often it came', () => {
    const row = { sent: 'x', opened: 1, clicked: 1, bounced: 0 };
    const notes = anAnswer()
      .step(0, null, row)
      .step(2, null, row)
      .report()
      .notes.filter(({ kind }) => kind === 'oddValue');
    assert.deepEqual(notes, [
      { kind: 'oddValue', value: { path: 'data.stepAnalytics[].sent', treatment: 'ignored', times: 2 } },
    ]);
  });

  it('stay a short list, whatever the answer holds', () => {
    const hostile = Array.from({ length: 500 }, (_, index): [string, unknown] => [`status ${index}`, 'x']);
    assert.ok(
      anAnswer()
        .statuses(...hostile)
        .report().notes.length <= 50,
    );
  });
});
