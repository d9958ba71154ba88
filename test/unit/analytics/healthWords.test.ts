import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Counters } from '../../../src/analytics/figures';
import { formatFor } from '../../../src/analytics/format';
import { type HealthLevel, healthOf, isAlarming, type SignalHealth } from '../../../src/analytics/health';
import {
  alarmText,
  healthLevel,
  healthSummary,
  lineSentence,
  signalSentence,
  spamComplaintsSentence,
  stepsAtFaultSentence,
} from '../../../src/analytics/healthWords';
import { DEFAULT_HEALTH_RULES, HEALTH_SIGNALS, type HealthSignal } from '../../../src/analytics/rules';
import { anAnswer, someFigures } from '../builders';
import { anyReport, NO_WORDS } from './arbitraryVariants';

const format = formatFor('en');
const healthy: Partial<Counters> = { sent: 10_000, bounced: 0, unsubscribed: 0 };
const healthWith = (counts: Partial<Counters>) => healthOf(someFigures(counts), DEFAULT_HEALTH_RULES);

function signalWith(signal: HealthSignal, counts: Partial<Counters>): SignalHealth {
  const found = healthWith(counts).signals.find((one) => one.signal === signal);
  assert.ok(found, 'no such signal');
  return found;
}

describe('The words of health', () => {
  it('tell the levels apart, and have none for the unknown but a dash', () => {
    const levels: HealthLevel[] = ['critical', 'warning', 'healthy', 'tooFew', 'unknown'];
    assert.equal(new Set(levels.map(healthLevel)).size, levels.length);
    assert.match(healthLevel('critical'), /critical/i);
    assert.match(healthLevel('warning'), /warning/i);
    assert.match(healthLevel('unknown'), /—|unknown/i);
    assert.doesNotMatch(healthLevel('tooFew'), /healthy|\bok\b/i);
  });

  it('name the worst signal, or how a campaign is that has none', () => {
    const summaries: [Partial<Counters>, RegExp][] = [
      [{ ...healthy, bounced: 1000 }, /bounce rate.*critical/i],
      [{ ...healthy, bounced: 250, unsubscribed: 500 }, /unsubscribe rate.*critical/i],
      [{ ...healthy, unsubscribed: 60 }, /unsubscribe rate.*warning/i],
      [{ ...healthy, delivered: 9300 }, /delivery rate.*warning/i],
      [healthy, /^healthy$/i],
      [{ sent: 10, bounced: 1 }, /too few/i],
      [{}, /—|unknown/i],
    ];
    for (const [counts, pattern] of summaries) assert.match(healthSummary(healthWith(counts)), pattern);
  });

  it('name signal and level of an alarm', () => {
    for (const signal of HEALTH_SIGNALS) {
      assert.match(alarmText({ signal, level: 'critical' }), /rate.*critical/i);
    }
    assert.equal(new Set(HEALTH_SIGNALS.map((signal) => alarmText({ signal, level: 'warning' }))).size, 3);
  });

  const sentences: [string, SignalHealth, readonly RegExp[]][] = [
    [
      'a critical bounce rate',
      signalWith('bounced', { ...healthy, bounced: 1000 }),
      [/10\.0%/, /1,000 of 10,000 sent/, /critical/, /\b5%/],
    ],
    [
      'a bounce rate worth a warning',
      signalWith('bounced', { ...healthy, bounced: 200 }),
      [/2\.0%/, /200 of 10,000 sent/, /warning/, /\b2%/],
    ],
    [
      'an unsubscribe rate worth a warning',
      signalWith('unsubscribed', { ...healthy, unsubscribed: 50 }),
      [/50 of 10,000 delivered/, /0\.5%/, /warning/],
    ],
    [
      'a critical delivery rate',
      signalWith('delivered', { ...healthy, delivered: 8000 }),
      [/80\.0%/, /8,000 of 10,000 sent/, /below/i, /critical/, /\b90%/],
    ],
    [
      'a delivery rate worth a warning',
      signalWith('delivered', { ...healthy, delivered: 9300 }),
      [/93\.0%/, /below/i, /warning/, /\b95%/],
    ],
    ['a healthy rate', signalWith('bounced', { ...healthy, bounced: 10 }), [/0\.1%/, /10 of 10,000 sent/, /healthy/]],
    ['a rate of too few', signalWith('bounced', { sent: 10, bounced: 1 }), [/10\.0%/, /1 of 10 sent/, /too few/]],
  ];
  for (const [what, signal, patterns] of sentences) {
    it(`say of ${what} the fraction and the line`, () => {
      const text = signalSentence(signal, format);
      for (const pattern of patterns) assert.match(text, pattern);
    });
  }

  it('give no number for what is unknown, least of all 0', () => {
    for (const signal of HEALTH_SIGNALS) {
      const text = signalSentence(signalWith(signal, {}), format);
      assert.match(text, /unknown|—/);
      assert.doesNotMatch(text, /\d|healthy/);
    }
  });

  it('take the line from the settings', () => {
    const rules = { ...DEFAULT_HEALTH_RULES, bounced: { warning: 0.033, critical: 0.2 } };
    const { signals } = healthOf(someFigures({ ...healthy, bounced: 400 }), rules);
    const text = signalSentence(signals.find(({ signal }) => signal === 'bounced') ?? assert.fail(), format);
    assert.match(text, /3\.3%/);
    assert.doesNotMatch(text, /\b2%/);
  });

  it('name the steps at fault, the worst first, and no other', () => {
    const step = (bounced: number) => ({ sent: 1000, opened: 0, clicked: 0, bounced });
    const { health } = anAnswer()
      .stats({ sent: 3000, delivered: 2700, bounced: 300, opened: 0, clicked: 0 })
      .step(0, null, step(100))
      .step(1, null, step(5))
      .step(2, null, step(195))
      .report();
    const text = signalSentence(health.signals.find(({ signal }) => signal === 'bounced') ?? assert.fail(), format);
    assert.match(text, /Email 3.*19\.5%.*Email 1.*10\.0%/);
    assert.doesNotMatch(text, /Email 2/);
  });

  it('give line and steps alone, too, and neither where no line was crossed', () => {
    const crossed = signalWith('bounced', { ...healthy, bounced: 1000 });
    assert.match(lineSentence(crossed, format) ?? '', /critical.*\b5%/);
    assert.match(lineSentence(signalWith('bounced', { ...healthy, bounced: 200 }), format) ?? '', /warning.*\b2%/);
    assert.match(lineSentence(signalWith('delivered', { ...healthy, delivered: 8000 }), format) ?? '', /below.*\b90%/i);
    assert.match(lineSentence(signalWith('delivered', { ...healthy, delivered: 9300 }), format) ?? '', /below.*\b95%/i);
    assert.equal(stepsAtFaultSentence(crossed, format), undefined);
    for (const counts of [healthy, { sent: 10, bounced: 1 }, {}]) {
      assert.equal(lineSentence(signalWith('bounced', counts), format), undefined);
    }
  });

  it('stay short when many steps are at fault', () => {
    const answer = Array.from({ length: 40 }, (_, index) => index).reduce(
      (sofar, index) => sofar.step(index, null, { sent: 1000, opened: 0, clicked: 0, bounced: 200 + index }),
      anAnswer().stats({ sent: 40_000, delivered: 30_000, bounced: 10_000 }),
    );
    for (const signal of answer.report().health.signals)
      assert.ok(signalSentence(signal, format).length < 400, 'too long');
  });

  it('say that spam complaints are not known, and give no number for them', () => {
    const text = spamComplaintsSentence();
    assert.match(text, /spam complaints/i);
    assert.match(text, /SendKit/);
    assert.match(text, /\bnot\b|\bno\b/i);
    assert.doesNotMatch(text, /\d|zero|none/i);
  });

  it('hold no undefined, NaN or gap for any report', () => {
    fc.assert(
      fc.property(anyReport, ({ health }) => {
        const texts = [healthSummary(health), ...health.signals.map((signal) => signalSentence(signal, format))];
        for (const text of texts) {
          assert.ok(text.length > 0, 'no words');
          assert.doesNotMatch(text, NO_WORDS);
        }
        for (const signal of health.signals) {
          if (isAlarming(signal.level)) assert.ok(alarmText(signal).length > 0, 'no words');
        }
      }),
    );
  });
});
