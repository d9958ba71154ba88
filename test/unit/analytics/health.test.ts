import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Counters, EngagementBase } from '../../../src/analytics/figures';
import { type Health, type HealthLevel, healthOf, isAlarming, type SignalHealth } from '../../../src/analytics/health';
import { reportOf } from '../../../src/analytics/report';
import {
  DEFAULT_HEALTH_RULES,
  HEALTH_SIGNALS,
  type HealthRules,
  type HealthSignal,
} from '../../../src/analytics/rules';
import { anAnswer, someFigures } from '../builders';
import { agreeingCounts, anyReport, rateBase } from './arbitraryVariants';

const healthy: Partial<Counters> = { sent: 10_000, bounced: 0, unsubscribed: 0 };

function signalOf({ signals }: Health, signal: HealthSignal): SignalHealth {
  const found = signals.find((one) => one.signal === signal);
  assert.ok(found, `${signal} is missing`);
  return found;
}

function judge(
  signal: HealthSignal,
  counts: Partial<Counters>,
  { rules = DEFAULT_HEALTH_RULES, base = 'delivered' }: { rules?: HealthRules; base?: EngagementBase } = {},
): SignalHealth {
  return signalOf(healthOf(someFigures(counts, base), rules), signal);
}

type Rung = readonly [events: number, of: number, level: HealthLevel, why: string];

// Wilson bounds by scipy, from the statistics' reference.json and the same formula.
const bounces: Rung[] = [
  [0, 1000, 'healthy', 'none'],
  [199, 10_000, 'healthy', '1.99 %'],
  [200, 10_000, 'warning', 'exactly 2 %'],
  [2, 100, 'warning', 'exactly 2 % of the fewest that count'],
  [2, 99, 'tooFew', 'above 2 %, but a mail short of 100'],
  [1, 10, 'tooFew', 'one bounce in ten mails is no alarm'],
  [5, 99, 'tooFew', 'the point is above 5 %, the low bound 2.2 %'],
  [5, 100, 'warning', 'exactly 5 %, which the low bound (2.2 %) is not'],
  [9, 100, 'warning', '9 %, but the low bound is 4.8 %'],
  [10, 100, 'critical', '10 %, and the low bound is 5.5 %'],
  [63, 1000, 'warning', '6.3 %, but the low bound is 4.95 %'],
  [64, 1000, 'critical', '6.4 %, and the low bound is 5.04 %'],
  [542, 10_000, 'warning', '5.42 %, but the low bound is 4.99 %'],
  [543, 10_000, 'critical', '5.43 %, and the low bound is 5.003 %'],
  [15, 60, 'critical', 'the low bound is 15.8 %, though fewer than 100 were sent'],
  [60, 60, 'critical', 'all of them'],
  [0, 0, 'unknown', 'nothing was sent'],
];

const unsubscribes: Rung[] = [
  [49, 10_000, 'healthy', '0.49 %'],
  [50, 10_000, 'warning', 'exactly 0.5 %'],
  [1, 100, 'warning', 'exactly 1 %, which the low bound (0.2 %) is not'],
  [16, 1000, 'warning', '1.6 %, but the low bound is 0.99 %'],
  [17, 1000, 'critical', '1.7 %, and the low bound is 1.06 %'],
  [119, 10_000, 'warning', '1.19 %, but the low bound is 0.995 %'],
  [120, 10_000, 'critical', '1.2 %, and the low bound is 1.005 %'],
  [0, 99, 'tooFew', 'none yet, of fewer than 100'],
];

const deliveries: Rung[] = [
  [1000, 1000, 'healthy', 'all of them'],
  [9500, 10_000, 'healthy', 'exactly 95 %, which is not below it'],
  [9499, 10_000, 'warning', '94.99 %'],
  [95, 100, 'healthy', 'exactly 95 % of the fewest that count'],
  [94, 100, 'warning', '94 % of the fewest that count'],
  [93, 99, 'tooFew', 'below 95 %, but a mail short of 100'],
  [9, 10, 'tooFew', 'nine of ten'],
  [90, 100, 'warning', 'exactly 90 %'],
  [882, 1000, 'warning', '88.2 %, but the high bound is 90.05 %'],
  [881, 1000, 'critical', '88.1 %, and the high bound is 89.96 %'],
  [85, 100, 'warning', '85 %, but the high bound is 90.7 %'],
  [84, 100, 'critical', '84 %, and the high bound is 89.9 %'],
  [45, 60, 'critical', '75 %, and the high bound is 84 %, though fewer than 100 were sent'],
  [0, 60, 'critical', 'none of them'],
];

describe('The health of a campaign', () => {
  for (const [bounced, sent, level, why] of bounces) {
    it(`is ${level} by ${bounced} bounces of ${sent}: ${why}`, () => {
      assert.equal(judge('bounced', { ...healthy, sent, bounced }).level, level);
    });
  }
  for (const [unsubscribed, delivered, level, why] of unsubscribes) {
    it(`is ${level} by ${unsubscribed} unsubscribed of ${delivered}: ${why}`, () => {
      assert.equal(judge('unsubscribed', { sent: delivered, bounced: 0, unsubscribed }).level, level);
    });
  }
  for (const [delivered, sent, level, why] of deliveries) {
    it(`is ${level} by ${delivered} delivered of ${sent}: ${why}`, () => {
      assert.equal(judge('delivered', { ...healthy, sent, delivered, bounced: null }).level, level);
    });
  }

  it('takes unsubscribes over delivered or over sent, as the setting says', () => {
    const counts = { sent: 12_000, bounced: 0, delivered: 10_000, unsubscribed: 50 };
    const overDelivered = judge('unsubscribed', counts, { base: 'delivered' });
    assert.deepEqual([overDelivered.level, overDelivered.rate.denominator], ['warning', 10_000]);
    const overSent = judge('unsubscribed', counts, { base: 'sent' });
    assert.deepEqual([overSent.level, overSent.rate.denominator], ['healthy', 12_000]);
  });

  it('takes bounces and deliveries over sent, whatever the setting says', () => {
    for (const base of ['delivered', 'sent'] as const) {
      for (const signal of ['bounced', 'delivered'] as const) {
        assert.equal(judge(signal, { ...healthy, sent: 500, bounced: 100 }, { base }).rate.denominator, 500);
      }
    }
  });

  it('names the line that was crossed, and none where none was', () => {
    assert.equal(judge('bounced', { ...healthy, bounced: 0 }).line, null);
    assert.equal(judge('bounced', { ...healthy, bounced: 300 }).line, 0.02);
    assert.equal(judge('bounced', { ...healthy, bounced: 1000 }).line, 0.05);
    assert.equal(judge('bounced', { ...healthy, sent: 10, bounced: 1 }).line, null);
    assert.equal(judge('delivered', { ...healthy, bounced: 2000 }).line, 0.9);
  });

  it('is the worst of its signals', () => {
    const levels: [Partial<Counters>, HealthLevel][] = [
      [healthy, 'healthy'],
      [{ ...healthy, unsubscribed: 60 }, 'warning'],
      [{ ...healthy, unsubscribed: 60, bounced: 1000 }, 'critical'],
      [{ ...healthy, unsubscribed: 500, bounced: 300 }, 'critical'],
      [{}, 'unknown'],
      [{ sent: 0, bounced: 0, unsubscribed: 0 }, 'unknown'],
      [{ sent: 10, bounced: 1, unsubscribed: 0 }, 'tooFew'],
    ];
    for (const [counts, level] of levels) {
      assert.equal(healthOf(someFigures(counts), DEFAULT_HEALTH_RULES).level, level);
    }
  });

  it('is unknown, not fine, by a rate that is unknown or contradicts itself', () => {
    const unknown: [HealthSignal, Partial<Counters>][] = [
      ['unsubscribed', { sent: 1000, bounced: 0 }],
      ['bounced', { sent: 1000, delivered: 990, unsubscribed: 0 }],
      ['bounced', { bounced: 10 }],
      ['delivered', { sent: 1000 }],
      ['bounced', { sent: 1000, bounced: 1001 }],
      ['unsubscribed', { sent: 1000, bounced: 0, unsubscribed: 1001 }],
    ];
    for (const [signal, counts] of unknown) {
      const { level, line } = judge(signal, counts);
      assert.deepEqual([level, line], ['unknown', null], `${signal} ${JSON.stringify(counts)}`);
    }
  });

  it('has a signal for bounces, unsubscribes and delivery, and none for spam complaints, which nobody counts', () => {
    const { signals } = healthOf(someFigures(healthy), DEFAULT_HEALTH_RULES);
    assert.deepEqual(
      signals.map(({ signal }) => signal),
      [...HEALTH_SIGNALS],
    );
    assert.deepEqual(new Set<string>(HEALTH_SIGNALS), new Set(['bounced', 'unsubscribed', 'delivered']));
  });

  // "Alarms on five mails" is what users elsewhere complain of. The low bound of 1 in 3 is 6.1 %, that of 1 in 17 is 1.05 %.
  const single: [string, Partial<Counters>][] = [
    ['the only mail that was sent, if it bounces', { sent: 1, bounced: 1 }],
    ['one bounce in three mails', { sent: 3, bounced: 1 }],
    ['one who unsubscribed of seventeen', { sent: 17, bounced: 0, unsubscribed: 1 }],
  ];
  for (const [what, counts] of single) {
    it(`is not alarming by ${what}`, () => {
      const { level } = healthOf(someFigures(counts), DEFAULT_HEALTH_RULES);
      assert.ok(!isAlarming(level), level);
    });
  }
});

describe('The lines of health', () => {
  it('are those of the common ladder', () => {
    assert.deepEqual(DEFAULT_HEALTH_RULES, {
      bounced: { warning: 0.02, critical: 0.05 },
      unsubscribed: { warning: 0.005, critical: 0.01 },
      delivered: { warning: 0.95, critical: 0.9 },
      minimumSent: 100,
    });
  });

  const own: [string, Partial<HealthRules>, HealthSignal, Partial<Counters>, HealthLevel][] = [
    ['a higher line for bounces', { bounced: { warning: 0.1, critical: 0.2 } }, 'bounced', { bounced: 999 }, 'healthy'],
    [
      'a higher line for bounces, reached',
      { bounced: { warning: 0.1, critical: 0.2 } },
      'bounced',
      { bounced: 1000 },
      'warning',
    ],
    [
      'a lower critical line for bounces',
      { bounced: { warning: 0.01, critical: 0.02 } },
      'bounced',
      { bounced: 300 },
      'critical',
    ],
    [
      'another for unsubscribes',
      { unsubscribed: { warning: 0.02, critical: 0.05 } },
      'unsubscribed',
      { unsubscribed: 150 },
      'healthy',
    ],
    [
      'a lower line for deliveries',
      { delivered: { warning: 0.8, critical: 0.5 } },
      'delivered',
      { bounced: 1500 },
      'healthy',
    ],
    ['more mails before a rate counts', { minimumSent: 10_001 }, 'bounced', { bounced: 300 }, 'tooFew'],
  ];
  for (const [what, rules, signal, counts, level] of own) {
    it(`come from the settings: ${what}`, () => {
      const judged = judge(signal, { ...healthy, ...counts }, { rules: { ...DEFAULT_HEALTH_RULES, ...rules } });
      assert.equal(judged.level, level);
    });
  }

  it('let fewer mails count when the setting says so', () => {
    const rules = { ...DEFAULT_HEALTH_RULES, minimumSent: 10 };
    assert.equal(judge('bounced', { sent: 10, bounced: 1, unsubscribed: 0 }, { rules }).level, 'warning');
  });

  it('reach a report', () => {
    const { value } = anAnswer().stats({ sent: 1000, delivered: 970, bounced: 30, unsubscribed: 0 }).read();
    const levelWith = (bounced: HealthRules['bounced']) =>
      signalOf(
        reportOf(value, { id: 'c1', rateBase: 'delivered', healthRules: { ...DEFAULT_HEALTH_RULES, bounced } }).health,
        'bounced',
      ).level;
    assert.equal(levelWith({ warning: 0.02, critical: 0.05 }), 'warning');
    assert.equal(levelWith({ warning: 0.04, critical: 0.05 }), 'healthy');
    assert.equal(levelWith({ warning: 0.01, critical: 0.015 }), 'critical');
  });
});

describe('The steps at fault', () => {
  const step = (sent: number, bounced: number) => ({ sent, opened: 0, clicked: 0, bounced });
  const stats = { sent: 4000, delivered: 3720, bounced: 280, opened: 0, clicked: 0, unsubscribed: 0 };

  it('are those that cross a line by themselves, the worst first', () => {
    const { health } = anAnswer()
      .stats(stats)
      .step(0, null, step(1000, 5))
      .step(2, null, step(1000, 70))
      .step(5, null, step(1000, 30))
      .step(7, null, step(1000, 175))
      .report();
    const { level, stepsAtFault } = signalOf(health, 'bounced');
    assert.equal(level, 'critical');
    assert.deepEqual(
      stepsAtFault.map(({ rank, sequenceStep, rate }) => [rank, sequenceStep, rate.numerator, rate.denominator]),
      [
        [4, 7, 175, 1000],
        [2, 2, 70, 1000],
      ],
      '3 % is below the line of 5 % that the campaign has crossed',
    );
  });

  it('are those over the warning line, too, where the campaign itself has only a warning', () => {
    const { health } = anAnswer()
      .stats({ ...stats, bounced: 120, delivered: 3880 })
      .step(0, null, step(1000, 30))
      .step(1, null, step(1000, 80))
      .step(2, null, step(1000, 10))
      .report();
    const { level, stepsAtFault } = signalOf(health, 'bounced');
    assert.equal(level, 'warning');
    assert.deepEqual(
      stepsAtFault.map(({ rank }) => rank),
      [2, 1],
    );
  });

  it('put what is proven by a thousand mails before the rate of ten', () => {
    const { health } = anAnswer().stats(stats).step(0, null, step(1000, 120)).step(1, null, step(10, 2)).report();
    assert.equal(signalOf(health, 'bounced').stepsAtFault[0]?.rank, 1);
  });

  it('are none by one bounce in ten mails', () => {
    const { health } = anAnswer().stats(stats).step(0, null, step(2000, 270)).step(1, null, step(10, 1)).report();
    assert.deepEqual(
      signalOf(health, 'bounced').stepsAtFault.map(({ rank }) => rank),
      [1],
    );
  });

  it('are none when every step is unknown or fine by itself', () => {
    const { health } = anAnswer().stats(stats).step(0, null, { opened: 1, clicked: 0 }).report();
    assert.deepEqual(signalOf(health, 'bounced').stepsAtFault, []);
  });

  it('are none of a campaign that is healthy', () => {
    const { health } = anAnswer()
      .stats({ sent: 100_000, delivered: 99_900, bounced: 100, unsubscribed: 0 })
      .step(0, null, step(100_000, 100))
      .report();
    for (const { level, stepsAtFault } of health.signals) {
      assert.equal(level, 'healthy');
      assert.deepEqual(stepsAtFault, []);
    }
  });

  it('can be blamed for too few deliveries, too, the fewest first', () => {
    const { health } = anAnswer().stats(stats).step(0, null, step(1000, 80)).step(1, null, step(1000, 200)).report();
    assert.deepEqual(
      signalOf(health, 'delivered').stepsAtFault.map(({ rank }) => rank),
      [2, 1],
    );
  });

  it('cannot be blamed for unsubscribes, which no step counts', () => {
    const { health } = anAnswer()
      .stats({ ...stats, unsubscribed: 300 })
      .step(0, null, step(1000, 5))
      .report();
    const { level, stepsAtFault } = signalOf(health, 'unsubscribed');
    assert.deepEqual([level, stepsAtFault], ['critical', []]);
  });
});

describe('Whatever the counts, health', () => {
  it('is critical only where the bound passed the line, and a warning only where the rate did and enough were sent', () => {
    fc.assert(
      fc.property(agreeingCounts, rateBase, (counts, base) => {
        const { signals } = healthOf(someFigures(counts, base), DEFAULT_HEALTH_RULES);
        for (const { signal, level, rate, line } of signals) {
          const { warning, critical } = DEFAULT_HEALTH_RULES[signal];
          const worse = (value: number, than: number) => (signal === 'delivered' ? value < than : value >= than);
          assert.equal(isAlarming(level), line !== null);
          if (rate.value === null) assert.equal(level, 'unknown');
          if (level === 'critical') {
            const bound = signal === 'delivered' ? rate.interval?.high : rate.interval?.low;
            assert.ok(bound !== undefined && worse(bound, critical), `${signal} ${bound}`);
          }
          if (level === 'warning') {
            assert.ok(rate.value !== null && worse(rate.value, warning), `${signal} ${rate.value}`);
            assert.ok((counts.sent ?? 0) >= 100, `${counts.sent}`);
          }
          if (level === 'healthy')
            assert.ok(rate.value !== null && !worse(rate.value, warning), `${signal} ${rate.value}`);
        }
      }),
    );
  });

  it('never gets better by more bounces', () => {
    const order: HealthLevel[] = ['healthy', 'warning', 'critical'];
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1_000_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sent, share) => {
          const bounced = Math.floor((sent - 1) * share);
          const before = order.indexOf(judge('bounced', { sent, bounced }).level);
          const after = order.indexOf(judge('bounced', { sent, bounced: bounced + 1 }).level);
          assert.ok(before >= 0 && after >= before, `${before} ${after}`);
        },
      ),
    );
  });

  it('is that of a report’s own figures, and blames only steps of it', () => {
    fc.assert(
      fc.property(anyReport, ({ health, figures, steps, subsequences }) => {
        const own = [...steps, ...subsequences.flatMap((subsequence) => subsequence.steps)];
        const ranks = new Set(own.map(({ rank }) => rank));
        for (const { signal, rate, stepsAtFault } of health.signals) {
          assert.deepEqual(rate, figures[signal].rate);
          for (const { rank } of stepsAtFault) assert.ok(ranks.has(rank), `${rank}`);
        }
      }),
    );
  });
});
