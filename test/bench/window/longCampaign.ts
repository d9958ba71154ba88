import type { Answer } from '../../../src/campaigns/answer';
import { ALL_TIME } from '../../../src/analytics/period';
import { decode } from '../../../src/sendkit/decode';
import { campaignAnalyticsSchema } from '../../../src/sendkit/schemas';
import { answerWithSteps } from '../../report/support/reports';

export const LONG_ID = 'bench-long';
export const LONG_NAME = 'Long campaign';

/** The answer of a campaign of 60 steps in 4 variants. */
export function longAnswer(): Answer {
  const data = answerWithSteps(60, 4) as { campaign: object };
  const { value, oddValues } = decode(
    { success: true, data: { ...data, campaign: { ...data.campaign, name: LONG_NAME } } },
    campaignAnalyticsSchema,
  );
  const nothingElse = { detail: null, totals: null, daily: null, whole: true, missing: [], fingerprint: null };
  return { fetchedAt: Date.now(), choice: ALL_TIME, period: {}, analytics: value, oddValues, ...nothingElse };
}
