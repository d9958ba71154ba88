import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatFor } from '../../../src/analytics/format';
import type { Rate } from '../../../src/analytics/rate';
import { type CampaignReport, reportOf } from '../../../src/analytics/report';
import { noteSentence } from '../../../src/analytics/noteWords';
import { campaignStatus, leadStatus, rateWithFraction } from '../../../src/analytics/words';
import { decode } from '../../../src/sendkit/decode';
import { SendKitError } from '../../../src/sendkit/errors';
import { campaignAnalyticsSchema } from '../../../src/sendkit/schemas';
import { answerData, partOf } from './arbitraryAnswer';

const format = formatFor('en');

const rateBase = fc.constantFrom('delivered' as const, 'sent' as const);

function* ratesOf(report: CampaignReport): Generator<Rate> {
  const all = [
    report.figures,
    ...report.steps.flatMap(({ figures, variants }) => [figures, ...variants.map((v) => v.figures)]),
  ];
  for (const figures of all) {
    for (const figure of Object.values(figures)) {
      if (figure.rate) yield figure.rate;
      if (figure.otherRate) yield figure.otherRate;
    }
  }
  if (report.clickToOpen) yield report.clickToOpen;
  for (const { share } of report.leadStatus.rows) yield share;
}

describe('Whatever SendKit answers', () => {
  it('a report comes of it, and holds no NaN and no infinity', () => {
    fc.assert(
      fc.property(answerData, rateBase, (answer, base) => {
        const { value, oddValues } = decode({ success: true, data: answer }, campaignAnalyticsSchema);
        const report = reportOf(value, { id: 'c1', rateBase: base, oddValues });
        for (const { value: share, interval } of ratesOf(report)) {
          if (share !== null) assert.ok(Number.isFinite(share) && share >= 0);
          if (interval === null) continue;
          assert.ok(share !== null && interval.low <= share && share <= interval.high);
          assert.ok(interval.low >= 0 && interval.high <= 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the report is plain data that any message or file can carry', () => {
    fc.assert(
      fc.property(answerData, (answer) => {
        const { value, oddValues } = decode({ success: true, data: answer }, campaignAnalyticsSchema);
        const report = reportOf(value, { id: 'c1', rateBase: 'delivered', oddValues });
        assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
        assert.deepEqual(structuredClone(report), report);
      }),
    );
  });

  it('its words can be written, and hold no undefined, NaN or null', () => {
    fc.assert(
      fc.property(answerData, (answer) => {
        const { value, oddValues } = decode({ success: true, data: answer }, campaignAnalyticsSchema);
        const report = reportOf(value, { id: 'c1', rateBase: 'delivered', oddValues });
        const words = [...ratesOf(report)].map((rate) => rateWithFraction(rate, format));
        for (const text of words) assert.doesNotMatch(text, /undefined|NaN|null|∞/);
        for (const note of report.notes) assert.ok(noteSentence(note, format).length > 0);
        assert.equal(typeof campaignStatus(report.campaign.status), 'string');
        for (const { status } of report.leadStatus.rows) assert.equal(typeof leadStatus(status), 'string');
      }),
    );
  });

  it('the same answer gives the same report, and is not changed by it', () => {
    fc.assert(
      fc.property(answerData, rateBase, (answer, base) => {
        const { value } = decode({ success: true, data: answer }, campaignAnalyticsSchema);
        const before = structuredClone(value);
        const first = reportOf(value, { id: 'c1', rateBase: base });
        assert.deepEqual(reportOf(value, { id: 'c1', rateBase: base }), first);
        assert.deepEqual(value, before);
      }),
    );
  });

  it('every step is unlike the others, and ranks count 1, 2, 3 …', () => {
    fc.assert(
      fc.property(answerData, (answer) => {
        const { value } = decode({ success: true, data: answer }, campaignAnalyticsSchema);
        const { steps } = reportOf(value, { id: 'c1', rateBase: 'delivered' });
        const numbered = steps.filter(({ sequenceStep }) => sequenceStep !== null);
        assert.deepEqual(
          numbered.map(({ rank }) => rank),
          numbered.map((_, index) => index + 1),
        );
        assert.equal(new Set(steps.map(({ sequenceStep }) => sequenceStep)).size, steps.length);
        for (const { variants } of steps) {
          assert.equal(new Set(variants.map(({ label }) => label)).size, variants.length);
        }
      }),
    );
  });

  it('reading it throws nothing but an error that can be shown', () => {
    const anyBody = fc.oneof(
      fc.jsonValue(),
      fc.jsonValue().map((stats) => ({ success: true, data: { stats } })),
      partOf<unknown>({ success: fc.jsonValue(), data: fc.oneof(answerData, fc.jsonValue()) }),
    );
    fc.assert(
      fc.property(anyBody, (body) => {
        try {
          decode(body, campaignAnalyticsSchema);
        } catch (error) {
          assert.ok(SendKitError.is(error, 'invalidAnswer'), String(error));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
