// What a report must look like to be drawn: the page decodes what arrives as `unknown`.
import * as v from 'valibot';
import type { ABTest } from '../analytics/abTest';
import type { DataNote } from '../analytics/dataNotes';
import type { Health } from '../analytics/health';
import type { CampaignReport } from '../analytics/report';
import { campaign, count, difference, figure, figures, number, period, rate, text } from './figureSchema';
import { day } from '../analytics/periodSchema';

const step = v.nullable(v.union([count, v.literal('unnumbered')]));
const obstacle = v.picklist(['unknown', 'contradictory', 'tooManyVariants']);
const inSubsequence = { subsequence: v.exactOptional(v.object({ name: text, trigger: text })) };
const note: v.GenericSchema<unknown, DataNote> = v.variant('kind', [
  v.object({
    kind: v.literal('deliveredContradictsBounced'),
    delivered: count,
    bounced: number,
    sent: count,
    shown: number,
  }),
  v.object({ kind: v.literal('deliveredMissing'), shown: number }),
  v.object({
    kind: v.literal('stepsDoNotAddUp'),
    figure: v.picklist(['sent', 'opened', 'clicked', 'bounced']),
    steps: count,
    total: count,
  }),
  v.object({ kind: v.literal('totalRepliedDiffers'), totalReplied: count, replied: count }),
  v.object({ kind: v.literal('openedAboveDelivered'), step, opened: count, delivered: count }),
  v.object({ kind: v.literal('clickedAboveOpened'), step, clicked: count, opened: count }),
  v.object({ kind: v.literal('bouncedAboveSent'), step, bounced: count, sent: count }),
  v.object({ kind: v.literal('partMissing'), part: v.picklist(['detail', 'totals', 'daily']), reason: v.string() }),
  v.object({ kind: v.literal('variantsNotCompared'), step, why: obstacle, ...inSubsequence }),
  v.object({ kind: v.literal('unevenSends'), step, p: count, ...inSubsequence }),
  v.object({ kind: v.literal('stepWithoutNumber') }),
  v.object({ kind: v.literal('repeatedRows'), step: number }),
  v.object({
    kind: v.literal('oddValue'),
    value: v.object({ path: v.string(), treatment: v.picklist(['ignored', 'converted']), times: count }),
  }),
]);
const flag = v.nullable(v.boolean());
const metric = v.picklist(['replied', 'clicked', 'opened']);
const test: v.GenericSchema<unknown, ABTest> = v.object({
  metric: v.nullable(metric),
  passedOver: v.array(v.object({ metric, why: v.picklist(['unknown', 'notTracked', 'none']) })),
  word: v.nullable(v.picklist(['clearWinner', 'leaning', 'tooCloseToCall', 'notEnoughData'])),
  obstacle: v.nullable(obstacle),
  interim: v.boolean(),
  leader: v.exactOptional(text),
  variants: v.array(v.object({ label: text, rate, bestProbability: number, expectedLoss: number })),
  pairs: v.array(
    v.object({
      a: text,
      b: text,
      ...difference,
      alwaysValidP: count,
    }),
  ),
  plan: v.object({
    baseRate: number,
    lift: count,
    perVariant: number,
    missing: number,
    file: v.exactOptional(v.string()),
  }),
  leaderBouncesMoreThan: v.array(text),
  unevenSends: number,
});
const level = v.picklist(['critical', 'warning', 'healthy', 'tooFew', 'unknown']);
const health: v.GenericSchema<unknown, Health> = v.object({
  level,
  signals: v.array(
    v.object({
      signal: v.picklist(['bounced', 'unsubscribed', 'delivered']),
      level,
      rate,
      line: number,
      stepsAtFault: v.array(v.object({ rank: number, sequenceStep: number, name: text, rate })),
    }),
  ),
});
const steps = v.array(
  v.object({
    rank: number,
    sequenceStep: number,
    name: text,
    subject: text,
    figures,
    variants: v.array(v.object({ label: text, figures })),
    test: v.nullable(test),
  }),
);

/** A report as it arrives at the page. */
export const reportSchema: v.GenericSchema<unknown, CampaignReport> = v.object({
  campaign,
  period,
  rateBase: v.picklist(['delivered', 'sent']),
  tracking: v.object({ opens: flag, clicks: flag }),
  figures,
  positiveReplied: figure('positiveReplied'),
  clickToOpen: v.nullable(rate),
  health,
  bySequence: v.nullable(v.object({ main: figures, subsequence: figures })),
  steps,
  subsequences: v.array(
    v.object({
      id: v.string(),
      name: text,
      trigger: text,
      enabled: flag,
      archived: flag,
      added: number,
      enrolled: number,
      figures,
      steps,
    }),
  ),
  trend: v.nullable(
    v.object({
      days: v.array(
        v.object({
          date: day,
          sent: number,
          opened: number,
          clicked: number,
          replied: number,
          positiveReplied: number,
          bounced: number,
        }),
      ),
      windows: v.array(v.object({ date: day, opened: rate, clicked: rate, replied: rate, bounced: rate })),
    }),
  ),
  leadStatus: v.object({
    total: number,
    rows: v.array(v.object({ status: v.string(), count: number, share: rate })),
  }),
  totalReplied: number,
  notes: v.array(note),
});
