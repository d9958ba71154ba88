import assert from 'node:assert/strict';
import { formatFor } from '../../../src/analytics/format';
import { funnelRows } from '../../../src/report/page/sections/funnelRows';
import { stepRates, stepRows } from '../../../src/report/page/sections/stepRows';
import { answerWithSteps, DRAFT_ANSWER, HOSTILE_ANSWER, reportFrom, SEED_ANSWER } from '../support/reports';

const format = formatFor('en');

describe('The rows of the funnel', () => {
  it('say count, rate and what is lost on the way', () => {
    assert.deepEqual(
      funnelRows(reportFrom(SEED_ANSWER).figures, format).map(({ label, texts, lost }) => [label, ...texts, lost]),
      [
        ['Sent', '150', '', null],
        ['Delivered', '145', '96.7%', '5 not delivered'],
        ['Opened', '72', '49.7%', '73 not opened'],
        ['Clicked', '18', '12.4%', '54 opened without a click'],
        ['Replied', '12', '8.3%', '133 delivered without a reply'],
      ],
    );
  });

  it('say nothing of a loss that cannot be: more opened than delivered, or an unknown count', () => {
    const rows = funnelRows(reportFrom(HOSTILE_ANSWER).figures, format);
    assert.deepEqual(
      rows.map(({ lost }) => lost),
      [null, '1 not delivered', null, '17 opened without a click', null],
    );
  });

  it('have no rate where there is nothing to divide', () => {
    const rows = funnelRows(reportFrom(DRAFT_ANSWER).figures, format);
    assert.deepEqual(
      rows.map(({ texts }) => texts[1]),
      ['', '—', '—', '—', '—'],
    );
  });
});

describe('The rows of steps', () => {
  it('carry rate, fraction and interval', () => {
    const [first] = stepRows(reportFrom(SEED_ANSWER).steps, 'opened', format);
    assert.deepEqual(first?.texts, ['51.5%']);
    assert.deepEqual(first.details, ['50 of 97 delivered', '95% interval 41.7%–61.2%']);
    assert.equal(first.value, 50 / 97);
  });

  it('have a step’s variants under it, named with their step for who cannot see where they stand', () => {
    const rows = stepRows(reportFrom(answerWithSteps(2, 2)).steps, 'clicked', format);
    assert.deepEqual(
      rows.map(({ level, label, name }) => [level, label, name]),
      [
        [0, 'Email 1', 'Email 1'],
        [1, 'Variant A', 'Email 1, Variant A'],
        [1, 'Variant B', 'Email 1, Variant B'],
        [0, 'Email 2', 'Email 2'],
        [1, 'Variant A', 'Email 2, Variant A'],
        [1, 'Variant B', 'Email 2, Variant B'],
      ],
    );
  });

  it('compare replies only where the answer has them', () => {
    const { stepAnalytics } = SEED_ANSWER;
    assert.deepEqual(stepRates(reportFrom(SEED_ANSWER).steps), ['opened', 'clicked', 'bounced']);
    const withReplies = { ...SEED_ANSWER, stepAnalytics: stepAnalytics.map((row) => ({ ...row, replied: 4 })) };
    assert.deepEqual(stepRates(reportFrom(withReplies).steps), ['opened', 'clicked', 'replied', 'bounced']);
  });
});
