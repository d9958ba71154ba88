import assert from 'node:assert/strict';
import { FIGURE_NAMES, type FigureName } from '../../../src/analytics/figures';
import { formatFor } from '../../../src/analytics/format';
import { reportOf } from '../../../src/analytics/report';
import { campaignStatus, leadStatus, rateWithFraction, stepName } from '../../../src/analytics/words';
import { SAMPLE_ID, sampleAnswerOf } from '../../../src/campaigns/sample';
import sampleBody from '../../../src/campaigns/sampleAnswer.json';
import { decode } from '../../../src/sendkit/decode';
import { campaignAnalyticsSchema } from '../../../src/sendkit/schemas';

const format = formatFor('en');
const { value, oddValues } = decode(sampleBody, campaignAnalyticsSchema);
const report = reportOf(value, { id: '665a1b2c3d4e5f6a7b8c9d0e', rateBase: 'delivered', oddValues });

/** What stands in the documentation's example, as a person reads it. */
const FIGURES: Record<FigureName, string> = {
  sent: '150',
  delivered: '145 96.7% (145 of 150 sent)',
  opened: '72 49.7% (72 of 145 delivered)',
  clicked: '18 12.4% (18 of 145 delivered)',
  replied: '12 8.3% (12 of 145 delivered)',
  bounced: '5 3.3% (5 of 150 sent)',
  unsubscribed: '2 1.4% (2 of 145 delivered)',
};

describe('The campaign of SendKit’s documentation', () => {
  it('is named, active and started on 15 June 2025', () => {
    assert.equal(report.campaign.id, '665a1b2c3d4e5f6a7b8c9d0e');
    assert.equal(report.campaign.name, 'Q1 Outreach Campaign');
    assert.equal(campaignStatus(report.campaign.status), 'active');
    assert.equal(report.campaign.startedAt, '2025-06-15T09:00:00.000Z');
  });

  for (const name of FIGURE_NAMES) {
    it(`shows ${name} as ${FIGURES[name]}`, () => {
      const { count, rate } = report.figures[name];
      const words = rate === null ? [format.count(count)] : [format.count(count), rateWithFraction(rate, format)];
      assert.equal(words.join(' '), FIGURES[name]);
    });
  }

  it('has the seven figures and no other', () => {
    assert.deepEqual(Object.keys(report.figures).sort(), [...FIGURE_NAMES].sort());
  });

  it('has a click-to-open rate of 18 in 72', () => {
    assert.equal(report.clickToOpen && rateWithFraction(report.clickToOpen, format), '25.0% (18 of 72 opened)');
  });

  it('has Email 1 with 100 sent and Email 2 with 50 sent, neither of them tested', () => {
    const steps = report.steps.map((step) => ({
      name: stepName(step),
      sequenceStep: step.sequenceStep,
      sent: format.count(step.figures.sent.count),
      variants: step.variants.length,
    }));
    assert.deepEqual(steps, [
      { name: 'Email 1', sequenceStep: 0, sent: '100', variants: 0 },
      { name: 'Email 2', sequenceStep: 2, sent: '50', variants: 0 },
    ]);
  });

  it('has leads of six statuses, largest first, of 500 in all', () => {
    const rows = report.leadStatus.rows.map(({ status, count, share }) => [
      leadStatus(status).toLowerCase(),
      count,
      rateWithFraction(share, format),
    ]);
    assert.deepEqual(rows, [
      ['active', 350, '70.0% (350 of 500 leads)'],
      ['completed', 100, '20.0% (100 of 500 leads)'],
      ['removed', 31, '6.2% (31 of 500 leads)'],
      ['replied', 12, '2.4% (12 of 500 leads)'],
      ['bounced', 5, '1.0% (5 of 500 leads)'],
      ['unsubscribed', 2, '0.4% (2 of 500 leads)'],
    ]);
    assert.equal(report.leadStatus.total, 500);
  });

  it('has 12 replies in total', () => {
    assert.equal(format.count(report.totalReplied), '12');
  });

  it('has nothing to note', () => {
    assert.deepEqual(oddValues, []);
    assert.deepEqual(report.notes, []);
  });

  it('is the bundled sample, which stands for no campaign that could be asked for', () => {
    const answer = sampleAnswerOf(1234);
    assert.equal(answer.fetchedAt, 1234);
    assert.deepEqual(answer.analytics, value);
    assert.notEqual(SAMPLE_ID, value.campaign.id);
  });
});
