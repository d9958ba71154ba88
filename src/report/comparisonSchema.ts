// What a comparison must look like to be drawn.
import * as v from 'valibot';
import type { Comparison } from '../analytics/comparison';
import { campaign, count, difference, figure, figures, number, period, rate } from './figureSchema';

const pair = v.object({
  a: count,
  b: count,
  ...difference,
  moreThanNoise: v.boolean(),
});

export const comparisonSchema: v.GenericSchema<unknown, Comparison> = v.object({
  rateBase: v.picklist(['delivered', 'sent']),
  subjects: v.array(
    v.object({
      campaign,
      period,
      figures,
      positiveReplied: figure('positiveReplied'),
    }),
  ),
  rates: v.array(
    v.object({
      name: v.picklist(['replied', 'clicked', 'opened', 'bounced', 'unsubscribed']),
      rates: v.array(v.nullable(rate)),
      pairs: v.array(pair),
    }),
  ),
  ranking: v.array(v.object({ subject: count, shrunkRate: number })),
  prior: v.nullable(v.object({ rate: count, weight: count, from: v.picklist(['workspace', 'compared']) })),
  overlapping: v.boolean(),
});
