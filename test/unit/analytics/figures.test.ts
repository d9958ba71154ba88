import assert from 'node:assert/strict';
import { type EngagementBase, FIGURE_NAMES, type FigureName } from '../../../src/analytics/figures';
import { formatFor } from '../../../src/analytics/format';
import type { CampaignReport } from '../../../src/analytics/report';
import { fraction } from '../../../src/analytics/words';
import { anAnswer } from '../builders';

const format = formatFor('en');

function fractionOf(report: CampaignReport, name: FigureName, which: 'rate' | 'otherRate'): string | null {
  const rate = report.figures[name][which];
  return rate === null ? null : fraction(rate, format);
}

describe('What each rate divides by', () => {
  const expected: Record<EngagementBase, Record<FigureName, [string | null, string | null]>> = {
    delivered: {
      sent: [null, null],
      delivered: ['190 of 200 sent', null],
      opened: ['95 of 190 delivered', '95 of 200 sent'],
      clicked: ['19 of 190 delivered', '19 of 200 sent'],
      replied: ['10 of 190 delivered', '10 of 200 sent'],
      bounced: ['10 of 200 sent', null],
      unsubscribed: ['1 of 190 delivered', '1 of 200 sent'],
    },
    sent: {
      sent: [null, null],
      delivered: ['190 of 200 sent', null],
      opened: ['95 of 200 sent', '95 of 190 delivered'],
      clicked: ['19 of 200 sent', '19 of 190 delivered'],
      replied: ['10 of 200 sent', '10 of 190 delivered'],
      bounced: ['10 of 200 sent', null],
      unsubscribed: ['1 of 200 sent', '1 of 190 delivered'],
    },
  };

  for (const base of ['delivered', 'sent'] as const) {
    const report = anAnswer().report(base);
    for (const name of FIGURE_NAMES) {
      const [main, other] = expected[base][name];
      it(`over ${base}: ${name} is ${main ?? 'a share of nothing'}${other ? `, beside ${other}` : ''}`, () => {
        assert.equal(fractionOf(report, name, 'rate'), main);
        assert.equal(fractionOf(report, name, 'otherRate'), other);
      });
    }

    it(`over ${base}: the report says which base it used`, () => assert.equal(report.rateBase, base));

    it(`over ${base}: click-to-open is clicked by opened`, () => {
      assert.equal(report.clickToOpen && fraction(report.clickToOpen, format), '19 of 95 opened');
    });
  }

  it('is the same for every e-mail and variant as for the campaign', () => {
    const answer = anAnswer().step(0, 'B', { sent: 100, opened: 50, clicked: 12, bounced: 3 });
    const of = (base: EngagementBase) => {
      const [step] = answer.report(base).steps;
      assert.ok(step?.variants[0]);
      return [step.figures, step.variants[0].figures].map(({ clicked, bounced }) => [
        clicked.rate && fraction(clicked.rate, format),
        clicked.otherRate && fraction(clicked.otherRate, format),
        bounced.rate && fraction(bounced.rate, format),
      ]);
    };
    const overDelivered = ['12 of 97 delivered', '12 of 100 sent', '3 of 100 sent'];
    const overSent = ['12 of 100 sent', '12 of 97 delivered', '3 of 100 sent'];
    assert.deepEqual(of('delivered'), [overDelivered, overDelivered]);
    assert.deepEqual(of('sent'), [overSent, overSent]);
  });
});

describe('A number that is missing from the answer', () => {
  for (const name of FIGURE_NAMES.filter((figure) => figure !== 'delivered')) {
    it(`is — and not 0: ${name}`, () => {
      const { figures } = anAnswer().withoutStat(name).report();
      assert.equal(figures[name].count, null);
      assert.equal(format.count(figures[name].count), '—');
      assert.equal(figures[name].rate?.value ?? null, null);
    });
  }

  it('takes the rates with it that it is the denominator of, and no others', () => {
    const { figures } = anAnswer().withoutStat('sent').report();
    assert.equal(figures.delivered.rate?.value, null);
    assert.equal(figures.bounced.rate?.value, null);
    assert.equal(figures.opened.otherRate?.value, null);
  });

  it('is not guessed from elsewhere: replies are neither taken from totalReplied nor the other way round', () => {
    assert.equal(anAnswer().withoutStat('replied').report().figures.replied.count, null);
    assert.equal(anAnswer().without('totalReplied').report().totalReplied, null);
  });

  it('leaves a campaign that was never sent without rates', () => {
    const zero = Object.fromEntries(FIGURE_NAMES.map((name) => [name, 0]));
    const { figures, clickToOpen, notes } = anAnswer().stats(zero).set('totalReplied', 0).report();
    for (const name of FIGURE_NAMES) {
      assert.equal(format.count(figures[name].count), '0');
      if (name !== 'sent') assert.equal(format.percent(figures[name].rate?.value ?? null), '—');
    }
    assert.equal(clickToOpen?.value, null);
    assert.deepEqual(notes, []);
  });
});

describe('Delivered', () => {
  const deliveredFor = (stats: Record<string, unknown>) => anAnswer().stats(stats).report();
  const kinds = (report: CampaignReport) => report.notes.map(({ kind }) => kind);

  it('is what the answer says where delivered and bounced fit into sent', () => {
    const report = deliveredFor({ sent: 200, delivered: 180, bounced: 10 });
    assert.equal(report.figures.delivered.count, 180);
    assert.deepEqual(kinds(report), []);
  });

  it('is sent − bounced, with a note, where the answer contradicts itself (195 sent, 195 delivered, 18 bounced)', () => {
    const report = deliveredFor({ sent: 195, delivered: 195, bounced: 18 });
    assert.equal(report.figures.delivered.count, 177);
    assert.equal(format.percent(report.figures.delivered.rate?.value ?? null), '90.8%');
    assert.deepEqual(report.notes, [
      { kind: 'deliveredContradictsBounced', delivered: 195, bounced: 18, sent: 195, shown: 177 },
    ]);
  });

  it('is the denominator that the engagement rates then use', () => {
    const { figures } = deliveredFor({ sent: 195, delivered: 195, bounced: 18 });
    assert.equal(figures.opened.rate?.denominator, 177);
  });

  it('is sent − bounced, with a note, where the answer has none', () => {
    const report = anAnswer().withoutStat('delivered').report();
    assert.equal(report.figures.delivered.count, 190);
    assert.deepEqual(kinds(report), ['deliveredMissing']);
  });

  it('is unknown where neither it nor bounced is known', () => {
    const report = anAnswer().withoutStat('delivered').withoutStat('bounced').report();
    assert.equal(report.figures.delivered.count, null);
    assert.equal(format.percent(report.figures.opened.rate?.value ?? null), '—');
  });

  it('is taken as it is where bounced is unknown and it fits into sent', () => {
    assert.equal(anAnswer().withoutStat('bounced').report().figures.delivered.count, 190);
  });

  it('is unknown, with a note, where it alone is above sent', () => {
    const report = anAnswer().withoutStat('bounced').stats({ delivered: 300 }).report();
    assert.equal(report.figures.delivered.count, null);
    assert.deepEqual(kinds(report), ['deliveredContradictsBounced']);
  });

  it('is unknown, never negative, where more bounced than were sent', () => {
    const report = deliveredFor({ sent: 10, delivered: 5, bounced: 18, opened: 0, clicked: 0 });
    assert.equal(report.figures.delivered.count, null);
    assert.ok(kinds(report).includes('bouncedAboveSent'));
  });

  it('of an e-mail is sent − bounced, without a note, because the API has no such field there', () => {
    const report = anAnswer().step(0, null, { sent: 200, opened: 95, clicked: 19, bounced: 10 }).report();
    assert.equal(report.steps[0]?.figures.delivered.count, 190);
    assert.deepEqual(kinds(report), []);
  });
});
