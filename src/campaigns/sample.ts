import { ALL_TIME } from '../analytics/period';
import { decode } from '../sendkit/decode';
import { campaignAnalyticsSchema } from '../sendkit/schemas';
import type { Answer } from './answer';
import sampleAnswer from './sampleAnswer.json';

/** Stands for the bundled example wherever a campaign's id stands. */
export const SAMPLE_ID = 'sample:q1-outreach';

/** The example of SendKit's documentation, read like any other answer. */
export function sampleAnswerOf(now: number): Answer {
  const { value: analytics, oddValues } = decode(sampleAnswer, campaignAnalyticsSchema);
  const nothingElse = { detail: null, totals: null, daily: null, whole: true, missing: [], fingerprint: null };
  return { fetchedAt: now, choice: ALL_TIME, period: {}, analytics, oddValues, ...nothingElse };
}
