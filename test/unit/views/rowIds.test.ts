import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reportOf } from '../../../src/analytics/report';
import { decode } from '../../../src/sendkit/decode';
import { campaignAnalyticsSchema } from '../../../src/sendkit/schemas';
import { answerData } from '../analytics/arbitraryAnswer';
import { type AnswerBuilder, anAnswer, aState } from '../builders';
import { below, rowOf, withDescendants } from './rows';

const ROW = { sent: 100, opened: 50, clicked: 12, bounced: 3 };

const treeOf = (answer: AnswerBuilder, id = 'c1') => rowOf(aState({ id, report: answer.report('delivered', id) }));
const idsOf = (answer: AnswerBuilder, id = 'c1') => withDescendants(treeOf(answer, id)).map((row) => row.id);

function assertUnique(ids: readonly string[]): void {
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  assert.deepEqual(repeated, []);
}

describe('The ids of rows', () => {
  it('are unlike each other for statuses that look like paths', () => {
    const names = ['a', 'a/b', 'b', '/', '//', 'a/', '/a', '', '%2F', 'a%2Fb', '..', '__proto__', 'null', 'A'];
    const statuses = names.map((name, index): [string, unknown] => [name, index]);
    const ids = idsOf(anAnswer().statuses(...statuses));
    assertUnique(ids);
    assert.ok(ids.length > names.length);
  });

  it('are unlike each other for variants whose labels say Main, null or nothing much', () => {
    const labels = [null, 'Main', 'null', 'undefined', 'a', 'a/b', '/', 0, 1];
    const answer = labels.reduce<AnswerBuilder>((builder, label) => builder.step(0, label, ROW), anAnswer());
    assertUnique(idsOf(answer.step(2, null, ROW).step(2, '0/a', ROW).step(null, null, ROW)));
  });

  it('are unlike each other over campaigns whose ids look like paths', () => {
    const ids = [
      'a',
      'a/overview',
      'a/steps',
      'a/steps/0',
      'a/leads',
      'a/totalReplied',
      'a/leads/active',
      'a%2Foverview',
    ];
    assertUnique(ids.flatMap((id) => idsOf(anAnswer().step(0, null, ROW).step(0, 'B', ROW), id)));
  });

  it('are unlike each other, whatever SendKit answers', () => {
    fc.assert(
      fc.property(answerData, (data) => {
        const { value, oddValues } = decode({ success: true, data }, campaignAnalyticsSchema);
        const report = reportOf(value, { id: 'c1', rateBase: 'delivered', oddValues });
        assertUnique(withDescendants(rowOf(aState({ report }))).map((row) => row.id));
      }),
    );
  });

  it('stay the same when figures change, so that what was open stays open', () => {
    const before = anAnswer().step(0, null, ROW).step(0, 'B', ROW).statuses(['active', 9], ['paused', 1]);
    const after = anAnswer()
      .stats({ sent: 9000, delivered: 8000 })
      .step(0, 'B', { ...ROW, sent: 7 })
      .step(0, null, ROW)
      .statuses(['paused', 90], ['active', 8]);
    assert.deepEqual(idsOf(before).sort(), idsOf(after).sort());
  });

  it('stay with their e-mail, variant and status when others come in before them', () => {
    const before = treeOf(anAnswer().step(2, null, ROW).step(2, 'B', ROW).statuses(['active', 5]));
    const after = treeOf(
      anAnswer()
        .step(0, null, ROW)
        .step(2, null, ROW)
        .step(2, 'A', ROW)
        .step(2, 'B', ROW)
        .statuses(['new', 9], ['active', 5]),
    );
    assert.equal(below(before, 'Steps', 'Email 1').id, below(after, 'Steps', 'Email 2').id);
    assert.equal(below(before, 'Steps', 'Email 1').children[1]?.id, below(after, 'Steps', 'Email 2').children[2]?.id);
    assert.equal(below(before, 'Lead status', 'Active').id, below(after, 'Lead status', 'Active').id);
  });

  it('of a campaign stay the same while it loads, fails and grows old', () => {
    const problem = { kind: 'offline', title: 'No connection', message: 'No connection.', remedy: 'refresh' } as const;
    const rows = [
      aState(),
      aState({ loading: true }),
      aState({ problem }),
      aState({ report: null, fetchedAt: null, problem }),
      aState({ name: 'Renamed' }),
    ].map(rowOf);
    assert.equal(new Set(rows.map(({ id }) => id)).size, 1);
  });

  it('name the campaign of every row', () => {
    for (const row of withDescendants(treeOf(anAnswer().step(0, null, ROW), 'x/y')))
      assert.equal(row.campaignId, 'x/y');
  });
});
