import assert from 'node:assert/strict';
import { formatFor } from '../../../src/analytics/format';
import type { BarRow } from '../../../src/report/page/charts/barRow';
import { funnelRows } from '../../../src/report/page/sections/funnelRows';
import { stepRates, stepRows } from '../../../src/report/page/sections/stepRows';
import {
  ANSWER_WITH_SUBSEQUENCES,
  answerWithSteps,
  DRAFT_ANSWER,
  HOSTILE_ANSWER,
  reportFrom,
  SEED_ANSWER,
  SEED_DETAIL,
  UNTRACKED_ANSWER,
  UNTRACKED_DETAIL,
  type Besides,
} from '../support/reports';

const format = formatFor('en');

function funnelOf(answer: unknown, besides: Besides = {}): BarRow[] {
  const { figures, positiveReplied } = reportFrom(answer, besides);
  return funnelRows(figures, positiveReplied, format);
}

describe('The rows of the funnel', () => {
  it('say count, rate and what is lost on the way', () => {
    assert.deepEqual(
      funnelOf(SEED_ANSWER).map(({ label, texts, lost }) => [label, ...texts, lost]),
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
    const rows = funnelOf(HOSTILE_ANSWER);
    assert.deepEqual(
      rows.map(({ lost }) => lost),
      [null, '1 not delivered', null, '17 opened without a click', null],
    );
  });

  it('have no rate where there is nothing to divide', () => {
    const rows = funnelOf(DRAFT_ANSWER);
    assert.deepEqual(
      rows.map(({ texts }) => texts[1]),
      ['', '—', '—', '—', '—'],
    );
  });
});

describe('The rows of the funnel where more is known', () => {
  it('say how many of the replies are positive', () => {
    const replied = funnelOf(ANSWER_WITH_SUBSEQUENCES).find(({ label }) => label === 'Replied');
    assert.ok(replied?.details.includes('of which 7 positive (4.0% of delivered)'));
    assert.doesNotMatch(JSON.stringify(funnelOf(SEED_ANSWER)), /positive/);
  });

  it('leave out what nobody counts', () => {
    assert.deepEqual(
      funnelOf(UNTRACKED_ANSWER, { detail: UNTRACKED_DETAIL }).map(({ label, lost }) => [label, lost]),
      [
        ['Sent', null],
        ['Delivered', '5 not delivered'],
        ['Clicked', null],
        ['Replied', '133 delivered without a reply'],
      ],
    );
  });
});

describe('The rows of steps', () => {
  it('have short labels, and the step’s own name for who hears or points at them', () => {
    const rows = stepRows(reportFrom(SEED_ANSWER, { detail: SEED_DETAIL }).steps, 'opened', format);
    assert.deepEqual(
      rows.map(({ label, name }) => [label, name]),
      [
        ['Email 1', 'Email 1 · First'],
        ['Email 2', 'Email 2 · Second'],
      ],
    );
  });

  it('say “not tracked” where nobody counts, and draw nothing', () => {
    const [row] = stepRows(reportFrom(UNTRACKED_ANSWER, { detail: UNTRACKED_DETAIL }).steps, 'opened', format);
    assert.deepEqual([row?.texts, row?.value, row?.details], [['not tracked'], null, []]);
  });

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
