import assert from 'node:assert/strict';
import { formatFor } from '../../../src/analytics/format';
import { liftSize, liftTitle, listLimitSentence, planText, testableDetail } from '../../../src/analytics/plannerWords';
import { listLimitOf, plannedLift, testablesOf, type Testable } from '../../../src/analytics/testPlanner';
import { liftOf, plannerGroups } from '../../../src/views/testPlannerModel';
import { anAnswer, type AnswerBuilder } from '../builders';

const TODAY = '2025-06-30';
const format = formatFor('en');

/** Since March 1, that is 121 days ago: 1,210 mails of the first e-mail, ten a day. */
const answer: AnswerBuilder = anAnswer()
  .stats({ sent: 1210, delivered: 1210, opened: 400, clicked: 37, replied: 20, bounced: 0, unsubscribed: 0 })
  .step(0, null, { sent: 1210, opened: 400, clicked: 37, bounced: 0 });

const planFor = (changes: Partial<Testable> = {}): Testable => {
  const [testable] = testablesOf(answer.report(), TODAY);
  assert.ok(testable, 'there is an e-mail to plan for');
  return { ...testable, ...changes };
};

describe('What can be planned for', () => {
  it('is each e-mail by each rate that it has, the weightiest first, at its own pace', () => {
    const testables = testablesOf(answer.report(), TODAY);
    assert.deepEqual(
      testables.map(({ step, metric }) => [step.rank, metric]),
      [
        [1, 'clicked'],
        [1, 'opened'],
      ],
    );
    assert.equal(testables[0]?.baseRate, 37 / 1210);
    assert.equal(testables[0].sentPerDay, 10);
  });

  it('is nothing where nothing has happened', () => {
    const silent = anAnswer().step(0, null, { sent: 100, opened: 0, clicked: 0, bounced: 0 });
    assert.deepEqual(testablesOf(silent.report(), TODAY), []);
    assert.deepEqual(testablesOf(anAnswer().set('stats', {}).report(), TODAY), []);
  });

  it('says so where nobody knows the pace', () => {
    assert.equal(testableDetail(planFor({ sentPerDay: null }), format).includes('nobody knows how many a day'), true);
  });
});

describe('A planned test', () => {
  it('takes as many mails as the reference says, and as many days as the campaign’s pace makes of them', () => {
    // 0.02 against 0.03 at 80 % power and 5 %: 3,826 on each side.
    const planned = plannedLift(planFor({ baseRate: 0.02, sentPerDay: 100 }), 1.5, 2, TODAY);
    assert.deepEqual(planned, { lift: 1.5, variants: 2, perVariant: 3826, total: 7652, until: '2025-09-15' });
    assert.equal(liftSize(planned, format), '3,826 per variant, 7,652 in all · until Sep 15, 2025');
  });

  it('takes more for three variants, whose pairs share the 5 %', () => {
    const two = plannedLift(planFor(), 1.5, 2, TODAY);
    const three = plannedLift(planFor(), 1.5, 3, TODAY);
    assert.ok((three.perVariant ?? 0) > (two.perVariant ?? 0), `${String(three.perVariant)} ${String(two.perVariant)}`);
    assert.equal(three.total, (three.perVariant ?? 0) * 3);
  });

  it('has no end where nobody knows the pace, or where it would take ten years', () => {
    assert.equal(plannedLift(planFor({ sentPerDay: null }), 1.5, 2, TODAY).until, null);
    assert.equal(plannedLift(planFor({ sentPerDay: 0.1 }), 1.5, 2, TODAY).until, null);
  });

  it('is for a drop where the rate is too high to grow by so much', () => {
    const high = planFor({ baseRate: 0.8 });
    const planned = plannedLift(high, 1.5, 2, TODAY);
    assert.ok(planned.perVariant !== null && planned.perVariant > 0, String(planned.perVariant));
    assert.equal(liftTitle(planned, high, format), '1.5× drop: 80.0% → 53.3%');
  });
});

describe('What a list cannot show', () => {
  it('is said: 300 leads can only show a 3.8× change at 3%', () => {
    const report = answer.statuses(['pending', 300], ['active', 500]).report();
    const testable = planFor({ baseRate: 0.03 });
    const limit = listLimitOf(testable, report, 2);
    assert.equal(limit?.leads, 300);
    assert.ok(limit.lift !== null && Math.abs(limit.lift - 3.8) < 0.05, String(limit.lift));
    assert.match(
      listLimitSentence(limit, testable, format),
      /^300 leads in 2 variants can only show a 3\.\d+× change at 3\.0%\.$/,
    );
  });

  it('is of all leads where no status says who waits, and nothing without leads', () => {
    assert.equal(listLimitOf(planFor(), answer.statuses(['active', 40]).report(), 2)?.leads, 40);
    assert.equal(listLimitOf(planFor(), answer.statuses().report(), 2), null);
  });

  it('is any change at all where the list is tiny', () => {
    const report = answer.statuses(['pending', 4]).report();
    const limit = listLimitOf(planFor(), report, 2);
    assert.equal(limit?.lift, null);
    assert.match(listLimitSentence(limit, planFor(), format), /cannot show any change/);
  });
});

describe('The planner', () => {
  const groups = (typed = '') => plannerGroups(answer.report(), planFor(), { typed, today: TODAY, format });

  it('offers common lifts for two and three variants, and says what the list cannot show', () => {
    assert.deepEqual(
      groups().map(({ title }) => title),
      ['2 variants', '3 variants'],
    );
    const [two] = groups();
    assert.deepEqual(
      two?.lines.map(({ label }) => label.split(' ')[0]),
      ['1.25×', '1.5×', '2×', '3×', '40'],
    );
    assert.equal(two.lines.at(-1)?.plan, undefined);
  });

  it('takes a lift that is typed, as a factor or in percent', () => {
    for (const [typed, lift] of [
      ['1.8', 1.8],
      ['1,8×', 1.8],
      [' 2x ', 2],
      ['80%', 1.8],
      ['+150 %', 2.5],
    ] as const) {
      assert.equal(liftOf(typed), lift, typed);
    }
    for (const typed of ['', 'a', '1', '0.5', '0%', '-3', '1e9', '99999'])
      assert.equal(liftOf(typed), undefined, typed);
    assert.match(groups('80%')[0]?.lines[0]?.label ?? '', /^1\.8× lift/);
  });

  it('copies a plan with everything that one has to keep to', () => {
    const text = groups()[0]?.lines[1]?.plan ?? '';
    for (const part of [
      /^A\/B test of Spring, Email 1, by click rate/,
      /1\.5× lift/,
      /per variant/,
      /80% power, 5%/,
      /Look once/,
    ]) {
      assert.match(text, part);
    }
    assert.equal(
      text,
      planText(
        'Spring',
        planFor(),
        plannedLift(planFor(), 1.5, 2, TODAY),
        listLimitOf(planFor(), answer.report(), 2),
        format,
      ),
    );
  });
});
