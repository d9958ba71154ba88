// Variants, reports and comparisons of any size, and a way through all that they hold.
import fc from 'fast-check';
import type { Counters, EngagementBase } from '../../../src/analytics/figures';
import { type CampaignReport, reportOf } from '../../../src/analytics/report';
import type { VariantReport } from '../../../src/analytics/variant';
import { decode } from '../../../src/sendkit/decode';
import { campaignAnalyticsSchema } from '../../../src/sendkit/schemas';
import { aVariant } from '../builders';
import { answerData } from './arbitraryAnswer';

export const rateBase: fc.Arbitrary<EngagementBase> = fc.constantFrom('delivered', 'sent');

/** Few, enough to be judged, or as many as there can be. */
const sent = fc.oneof(
  fc.integer({ min: 0, max: 120 }),
  fc.integer({ min: 100, max: 20_000 }),
  fc.integer({ min: 0, max: 1_000_000_000 }),
);
/** A share of mails: nothing, everything, or one of those that campaigns have. */
const share = fc.oneof(
  fc.constantFrom(0, 0.01, 0.02, 0.03, 0.05, 0.1, 0.5, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

/** Counts that agree with each other. */
export const agreeingCounts: fc.Arbitrary<Counters> = fc
  .tuple(sent, fc.constantFrom(0, 0.01, 0.05, 0.2, 1), share, share, share, share)
  .map(([mails, bouncing, opening, clicking, replying, leaving]) => {
    const bounced = Math.floor(mails * bouncing);
    const delivered = mails - bounced;
    const partOf = (whole: number, part: number): number => Math.floor(whole * part);
    const opened = partOf(delivered, opening);
    return {
      sent: mails,
      delivered,
      bounced,
      opened,
      clicked: partOf(opened, clicking),
      replied: partOf(delivered, replying),
      unsubscribed: partOf(delivered, leaving),
    };
  });

/** Counts that may be unknown or impossible. */
const anyCounts: fc.Arbitrary<Counters> = fc
  .tuple(
    agreeingCounts,
    fc.dictionary(fc.constantFrom('sent', 'opened', 'clicked', 'replied', 'bounced'), fc.option(sent)),
  )
  .map(([counts, changes]) => ({ ...counts, ...changes }));

/** Whether replies are known by variant, and clicks: the metric is then replies, clicks or opens. */
const known = fc.constantFrom({}, { replied: null }, { replied: null, clicked: null });

export const LABELS = [null, 'A', 'B', 'C', 'D', 'E'] as const;

/** Two to six variants of one step whose counts agree. */
export const agreeingVariants: fc.Arbitrary<VariantReport[]> = fc
  .tuple(fc.array(agreeingCounts, { minLength: 2, maxLength: LABELS.length }), known, rateBase)
  .map(([all, unknown, base]) =>
    all.map((counts, index) => aVariant(LABELS[index] ?? null, { ...counts, ...unknown }, base)),
  );

/** Two to six variants of one step, whatever is said of them. */
export const anyVariants: fc.Arbitrary<VariantReport[]> = fc
  .tuple(fc.array(anyCounts, { minLength: 2, maxLength: LABELS.length }), known, rateBase)
  .map(([all, unknown, base]) =>
    all.map((counts, index) => aVariant(LABELS[index] ?? null, { ...counts, ...unknown }, base)),
  );

/** Two or three variants that were sent often enough for a verdict, and differ. */
export const decidedVariants: fc.Arbitrary<VariantReport[]> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 3000, max: 1_000_000 }),
      fc.constantFrom(0.01, 0.02, 0.05, 0.1),
      fc.constantFrom(0, 0.001, 0.01),
    ),
    { minLength: 2, maxLength: 3 },
  )
  .map((all) =>
    all.map(([mails, clicking, bouncing], index) =>
      aVariant(LABELS[index] ?? null, {
        sent: mails,
        clicked: Math.floor(mails * clicking),
        bounced: Math.floor(mails * bouncing),
      }),
    ),
  );

const row = fc
  .tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom(...LABELS), fc.oneof(agreeingCounts, anyCounts), known)
  .map(([sequenceStep, variant, { sent: mails, opened, clicked, replied, bounced }, unknown]) => ({
    _id: { sequenceStep, variant },
    sent: mails,
    opened,
    clicked,
    replied,
    bounced,
    ...unknown,
  }));

/** The data of an answer with tested steps, in the main sequence and in a subsequence. */
const testedData = fc
  .tuple(fc.oneof(agreeingCounts, anyCounts), fc.array(row, { maxLength: 8 }), fc.array(row, { maxLength: 6 }))
  .map(([stats, stepAnalytics, stepStats]) => ({
    campaign: { id: 'c1', name: 'Spring', status: 'active' },
    stats,
    stepAnalytics,
    subsequences: [{ id: 's1', name: 'Again', stats, stepStats }],
    statusBreakdown: { active: stats.sent, replied: stats.replied },
    totalReplied: stats.replied,
  }));

/** The report of an answer that is plausible, impossible or odd in any other way. */
export const anyReport: fc.Arbitrary<CampaignReport> = fc
  .tuple(fc.oneof<fc.Arbitrary<object>[]>(testedData, testedData, answerData), rateBase)
  .map(([data, base]) => {
    const { value, oddValues } = decode({ success: true, data }, campaignAnalyticsSchema);
    return reportOf(value, { id: 'c1', rateBase: base, oddValues });
  });

/** Every number and string in plain data, each with the path to it. */
export function* leavesOf(value: unknown, path = ''): Generator<{ path: string; leaf: unknown }> {
  if (typeof value !== 'object' || value === null) {
    yield { path, leaf: value };
    return;
  }
  for (const [key, part] of Object.entries(value)) yield* leavesOf(part, `${path}.${key}`);
}

/** What must stand in no sentence: a value that has no words, or a gap that nobody filled. */
export const NO_WORDS = /undefined|NaN|\bnull\b|Infinity|∞|\[object|\{\d+\}/u;
