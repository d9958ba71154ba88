import assert from 'node:assert/strict';
import { reportOf } from '../../../src/analytics/report';
import { SAMPLE_ID, sampleAnswerOf } from '../../../src/campaigns/sample';
import { spokenLabel } from '../../../src/views/rowLook';
import { type AnswerBuilder, anAnswer, aState } from '../builders';
import { sandboxReports } from '../export/sandboxReports';
import { below, linesBelow, rowOf, tooltipOf } from './rows';

const seed = (rateBase: 'delivered' | 'sent' = 'delivered') => {
  const { analytics } = sampleAnswerOf(0);
  return aState({ name: 'Q1 Outreach Campaign', report: reportOf(analytics, { id: 'c1', rateBase }) });
};
const treeOf = (answer: AnswerBuilder) => rowOf(aState({ report: answer.report() }));

describe('A loaded campaign in the tree', () => {
  const campaign = rowOf(seed());

  it('shows its name, its status and its reply rate', () => {
    assert.equal(campaign.label, 'Q1 Outreach Campaign');
    assert.equal(campaign.description, 'active · 8.3% replied');
    assert.equal(campaign.campaignId, 'c1');
    assert.equal(campaign.action, 'openReport');
    assert.ok(campaign.icon);
  });

  it('has an overview, its steps, its lead status and its replies, in this order', () => {
    assert.deepEqual(
      campaign.children.map(({ label }) => label),
      ['Overview', 'Steps', 'Lead status', 'Total replied'],
    );
  });

  it('has the seven figures in its overview, count and rate each', () => {
    assert.deepEqual(linesBelow(below(campaign, 'Overview')).slice(0, 7), [
      'Sent: 150',
      'Delivered: 145 · 96.7%',
      'Opened: 72 · 49.7%',
      'Clicked: 18 · 12.4%',
      'Replied: 12 · 8.3%',
      'Bounced: 5 · 3.3%',
      'Unsubscribed: 2 · 1.4%',
    ]);
  });

  it('has its e-mails by rank, without rows for variants that there are none of', () => {
    const steps = below(campaign, 'Steps');
    assert.deepEqual(
      steps.children.map(({ label, children }) => [label, children.length]),
      [
        ['Email 1', 0],
        ['Email 2', 0],
      ],
    );
    assert.match(steps.children[0]?.description ?? '', /^100 sent\b/);
    assert.match(steps.children[1]?.description ?? '', /^50 sent\b/);
  });

  it('has its leads, largest first, with their shares', () => {
    assert.deepEqual(linesBelow(below(campaign, 'Lead status')), [
      'Active: 350 · 70.0%',
      'Completed: 100 · 20.0%',
      'Removed: 31 · 6.2%',
      'Replied: 12 · 2.4%',
      'Bounced: 5 · 1.0%',
      'Unsubscribed: 2 · 0.4%',
    ]);
  });

  it('has 12 replies in total', () => assert.equal(below(campaign, 'Total replied').description, '12'));

  it('shows its figures as fractions in its tooltip', () => {
    assert.equal(campaign.tooltip[0], 'Q1 Outreach Campaign');
    for (const fraction of ['145 of 150 sent', '72 of 145 delivered', '12 of 145 delivered', '5 of 150 sent']) {
      assert.ok(tooltipOf(campaign).includes(fraction), fraction);
    }
  });

  it('has an icon of its own for every status', () => {
    const icon = (status: string) => treeOf(anAnswer().campaign({ status })).icon;
    assert.notEqual(icon('active'), icon('paused'));
    assert.ok(icon('__proto__'));
    assert.equal(icon('__proto__'), icon('on fire'));
    assert.equal(icon('constructor'), icon('on fire'));
  });
});

describe('A tooltip in the tree', () => {
  it('gives a rate’s fraction, its interval, and the rate over the other base', () => {
    const tooltip = tooltipOf(below(rowOf(seed()), 'Overview', 'Replied'));
    for (const part of ['12 of 145 delivered', '4.8%–13.9%', '12 of 150 sent', '8.0%']) {
      assert.ok(tooltip.includes(part), `${part} is not in ${tooltip}`);
    }
  });

  it('gives the chosen base first', () => {
    const replied = below(rowOf(seed('sent')), 'Overview', 'Replied');
    assert.equal(replied.description, '12 · 8.0%');
    const tooltip = tooltipOf(replied);
    assert.ok(tooltip.indexOf('12 of 150 sent') < tooltip.indexOf('12 of 145 delivered'));
    assert.ok(tooltip.includes('12 of 145 delivered'));
  });

  it('of an e-mail gives its counts, both bases, the interval and SendKit’s own number of the step', () => {
    const tooltip = tooltipOf(below(rowOf(seed()), 'Steps', 'Email 2'));
    for (const part of ['Step 2', '50', '48 of 50 sent', '22 of 48 delivered', '22 of 50 sent', '32.6%–59.7%']) {
      assert.ok(tooltip.includes(part), `${part} is not in ${tooltip}`);
    }
  });

  it('of a lead status gives its fraction and interval', () => {
    const tooltip = tooltipOf(below(rowOf(seed()), 'Lead status', 'Active'));
    for (const part of ['350 of 500 leads', '65.8%–73.9%']) assert.ok(tooltip.includes(part), `${part}: ${tooltip}`);
  });

  it('of a rate that does not exist gives no interval and no 0%', () => {
    const tree = treeOf(anAnswer().withoutStat('opened'));
    const opened = below(tree, 'Overview', 'Opened');
    assert.match(opened.description ?? '', /^—/);
    assert.doesNotMatch(`${opened.description ?? ''}\n${tooltipOf(opened)}`, /%–|0\.0%|NaN|null/);
  });

  it('of what is not tracked says so, of click-to-open too, and makes no fraction of it', async () => {
    const untracked = (await sandboxReports()).find(({ name }) => name === 'untracked');
    assert.ok(untracked, 'the sandbox has such a campaign');
    const tree = rowOf(aState({ report: untracked.report }));
    for (const label of ['Opened', 'Clicked', 'Click-to-open']) {
      const row = below(tree, 'Overview', label);
      assert.deepEqual([row.description, tooltipOf(row)], ['not tracked', `${label}\nnot tracked`]);
    }
  });
});

describe('Tested e-mails in the tree', () => {
  const row = { sent: 100, opened: 50, clicked: 12, bounced: 3 };
  const tree = treeOf(
    anAnswer()
      .step(0, null, row)
      .step(0, 'B', { ...row, opened: 40 })
      .step(2, null, row),
  );

  it('show their variants, and e-mails that were not tested show none', () => {
    assert.deepEqual(
      below(tree, 'Steps').children.map((step) => step.children.length),
      [2, 0],
    );
    const [main, lettered] = below(tree, 'Steps', 'Email 1').children;
    assert.equal(main?.label, 'Main');
    assert.ok(lettered?.label.includes('B'));
  });

  it('show the figures of each variant', () => {
    const lettered = below(tree, 'Steps', 'Email 1').children[1];
    assert.ok(lettered);
    assert.match(lettered.description ?? '', /^100 sent\b/);
    assert.ok(tooltipOf(lettered).includes('40 of 97 delivered'));
  });

  it('show replies only where the answer has them per step', () => {
    assert.doesNotMatch(tooltipOf(below(tree, 'Steps', 'Email 1')), /Replied:/);
    const replied = treeOf(anAnswer().step(0, null, { ...row, replied: 6 }));
    assert.ok(tooltipOf(below(replied, 'Steps', 'Email 1')).includes('6 of 97 delivered'));
  });
});

describe('A campaign that says little', () => {
  it('shows — for what is unknown, and never 0', () => {
    const tree = treeOf(anAnswer().set('stats', {}).without('totalReplied'));
    assert.match(tree.description ?? '', /—/);
    for (const line of linesBelow(below(tree, 'Overview'))) assert.match(line, /—/);
    for (const line of linesBelow(below(tree, 'Overview'))) assert.doesNotMatch(line, /\d/);
    assert.equal(below(tree, 'Total replied').description, '—');
  });

  it('lists every status, known or not', () => {
    const tree = treeOf(anAnswer().statuses(['snoozed', 3], ['__proto__', 2], ['constructor', 1]));
    assert.deepEqual(linesBelow(below(tree, 'Lead status')), [
      'snoozed: 3 · 50.0%',
      '__proto__: 2 · 33.3%',
      'constructor: 1 · 16.7%',
    ]);
  });

  it('has no row without a label, so that every row can be seen and spoken', () => {
    const tree = treeOf(anAnswer().statuses(['', 3], ['   ', 2]).campaign({ name: '  ' }));
    for (const row of below(tree, 'Lead status').children) assert.notEqual(row.label.trim(), '');
  });
});

describe('What a screen reader says', () => {
  it('is the label and the figures, without the dots between them', () => {
    const campaign = rowOf(seed());
    assert.equal(spokenLabel(campaign), 'Q1 Outreach Campaign, active, 8.3% replied, Bounce rate warning');
    assert.equal(spokenLabel(below(campaign, 'Overview', 'Delivered')), 'Delivered, 145, 96.7%');
    assert.equal(spokenLabel(below(campaign, 'Overview')), 'Overview');
  });
});

describe('Hostile names', () => {
  const hostile = '<img src=x onerror=alert(1)> [x](command:evil) $(trash) **b** "quoted"';

  it('come through as the plain text that they are', () => {
    const answer = anAnswer().step(0, null, {}).step(0, hostile, {}).statuses([hostile, 1]);
    const tree = rowOf(aState({ name: hostile, report: answer.report() }));
    assert.equal(tree.label, hostile);
    assert.equal(tree.tooltip[0], hostile);
    assert.ok(below(tree, 'Steps', 'Email 1').children[1]?.label.includes(hostile));
    assert.equal(below(tree, 'Lead status').children[0]?.label, hostile);
  });

  it('cannot pass for another context, action or icon', () => {
    const words = 'campaign loading refreshable';
    const tree = rowOf(
      aState({ id: SAMPLE_ID, sample: true, name: words, report: anAnswer().statuses([words, 1]).report() }),
    );
    assert.doesNotMatch(tree.contextValue, /refreshable|loading/);
    assert.doesNotMatch(below(tree, 'Lead status').children[0]?.contextValue ?? '', /campaign|refreshable|loading/);
  });
});
