import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Counters, Tracking } from '../../../src/analytics/figures';
import { chooseMetric, type PassedOver, type TestMetric, TEST_METRICS } from '../../../src/analytics/testMetric';
import { anAnswer, aVariant } from '../builders';
import { anyVariants } from './arbitraryVariants';

interface Case {
  readonly when: string;
  readonly variants: readonly Partial<Counters>[];
  readonly tracking?: Tracking;
  readonly metric: TestMetric | null;
  readonly passedOver: readonly PassedOver[];
}

const ALL = { sent: 500, opened: 200, clicked: 20, replied: 5 };
const WITHOUT_REPLIES = { sent: 500, opened: 200, clicked: 20 };
const NO_REPLIES: PassedOver = { metric: 'replied', why: 'unknown' };

const cases: Case[] = [
  { when: 'every variant has replies', variants: [ALL, ALL], metric: 'replied', passedOver: [] },
  {
    when: 'every variant has replies, though clicks and opens are unknown',
    variants: [
      { sent: 500, replied: 5 },
      { sent: 500, replied: 8 },
    ],
    metric: 'replied',
    passedOver: [],
  },
  {
    when: 'only one variant has replied, and the others are known to have not',
    variants: [ALL, { ...ALL, replied: 0 }, { ...ALL, replied: 0 }],
    metric: 'replied',
    passedOver: [],
  },
  {
    when: 'there are no replies by variant, as SendKit documents it',
    variants: [WITHOUT_REPLIES, WITHOUT_REPLIES],
    metric: 'clicked',
    passedOver: [NO_REPLIES],
  },
  {
    when: 'the replies of one variant are unknown',
    variants: [ALL, ALL, WITHOUT_REPLIES],
    metric: 'clicked',
    passedOver: [NO_REPLIES],
  },
  {
    when: 'the clicks of one variant are unknown, too',
    variants: [WITHOUT_REPLIES, { sent: 500, opened: 200 }],
    metric: 'opened',
    passedOver: [NO_REPLIES, { metric: 'clicked', why: 'unknown' }],
  },
  {
    when: 'clicks are not tracked',
    variants: [
      { ...WITHOUT_REPLIES, clicked: 0 },
      { ...WITHOUT_REPLIES, clicked: 0 },
    ],
    tracking: { opens: true, clicks: false },
    metric: 'opened',
    passedOver: [NO_REPLIES, { metric: 'clicked', why: 'notTracked' }],
  },
  {
    when: 'nobody clicked, but mails were opened',
    variants: [
      { ...WITHOUT_REPLIES, clicked: 0 },
      { ...WITHOUT_REPLIES, clicked: 0 },
    ],
    metric: 'opened',
    passedOver: [NO_REPLIES, { metric: 'clicked', why: 'none' }],
  },
  {
    when: 'nobody replied, but some clicked',
    variants: [
      { ...ALL, replied: 0 },
      { ...ALL, replied: 0 },
    ],
    metric: 'clicked',
    passedOver: [{ metric: 'replied', why: 'none' }],
  },
  {
    when: 'neither opens nor clicks are tracked, and replies are unknown',
    variants: [
      { sent: 500, opened: 0, clicked: 0 },
      { sent: 500, opened: 0, clicked: 0 },
    ],
    tracking: { opens: false, clicks: false },
    metric: null,
    passedOver: [NO_REPLIES, { metric: 'clicked', why: 'notTracked' }, { metric: 'opened', why: 'notTracked' }],
  },
  {
    when: 'nothing is known but the sends',
    variants: [{ sent: 500 }, { sent: 500 }],
    metric: null,
    passedOver: TEST_METRICS.map((metric) => ({ metric, why: 'unknown' })),
  },
];

describe('The metric of a test', () => {
  for (const { when, variants, tracking, metric, passedOver } of cases) {
    it(`is ${metric ?? 'none'} when ${when}`, () => {
      const labelled = variants.map((counts, index) => aVariant(String(index), counts, 'delivered', tracking));
      assert.deepEqual(chooseMetric(labelled), { metric, passedOver });
    });
  }

  it('is the weightiest that is counted while nothing has happened at all', () => {
    const nothing = { sent: 500, opened: 0, clicked: 0 };
    const { metric } = chooseMetric([aVariant('A', nothing), aVariant('B', nothing)]);
    assert.equal(metric, 'clicked');
  });

  it('weighs replies above clicks and clicks above opens', () => {
    assert.deepEqual([...TEST_METRICS], ['replied', 'clicked', 'opened']);
  });

  it('is replies in a report whose step rows carry them, though the API does not document that', () => {
    const counts = { sent: 500, opened: 200, clicked: 20, bounced: 0 };
    const without = anAnswer().step(0, 'A', counts).step(0, 'B', counts).report();
    const withReplies = anAnswer()
      .step(0, 'A', { ...counts, replied: 5 })
      .step(0, 'B', { ...counts, replied: 9 })
      .report();
    assert.equal(without.steps[0]?.test?.metric, 'clicked');
    assert.equal(withReplies.steps[0]?.test?.metric, 'replied');
  });

  it('never takes the campaign’s own replies for those of its variants', () => {
    const counts = { sent: 100, opened: 50, clicked: 10, bounced: 5 };
    const report = anAnswer().stats({ replied: 60 }).step(0, 'A', counts).step(0, 'B', counts).report();
    assert.notEqual(report.steps[0]?.test?.metric, 'replied');
    for (const { figures } of report.steps[0]?.variants ?? []) assert.equal(figures.replied.count, null);
  });

  it('does not depend on the order of the variants, and every weightier one was passed over for a reason', () => {
    fc.assert(
      fc.property(anyVariants, (variants) => {
        const choice = chooseMetric(variants);
        assert.deepEqual(chooseMetric([...variants].reverse()), choice);
        const weightier =
          choice.metric === null ? TEST_METRICS : TEST_METRICS.slice(0, TEST_METRICS.indexOf(choice.metric));
        assert.deepEqual(
          choice.passedOver.map(({ metric }) => metric),
          weightier,
        );
      }),
    );
  });
});
