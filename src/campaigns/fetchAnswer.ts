import type { Period, PeriodChoice } from '../analytics/period';
import type { Access, SendKitClient } from '../sendkit/client';
import type { Decoded } from '../sendkit/decode';
import { SendKitError } from '../sendkit/errors';
import type { Answer, AnswerPart, MissingAnswer } from './answer';

export interface AnswerRequest {
  readonly id: string;
  readonly choice: PeriodChoice;
  readonly period: Period;
  /** With totals and daily rows, for a report; without them, for the tree. */
  readonly whole: boolean;
  /** The answer before: the tree keeps its step names, which hardly ever change and cost a request. */
  readonly previous: Answer | undefined;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

type Asked = Pick<SendKitClient, 'campaign' | 'campaignAnalytics' | 'campaignTotals' | 'dailyCampaign'>;

/** Asks for a campaign's analytics, and side by side for what completes them. Rejects only for the analytics. */
export async function fetchAnswer(client: Asked, access: Access, request: AnswerRequest): Promise<Answer> {
  const { id, choice, period, whole, previous, now } = request;
  // Without the analytics the rest is of no use, and is not waited for.
  const giveUp = new AbortController();
  const signal = AbortSignal.any([request.signal, giveUp.signal]);
  const missing: MissingAnswer[] = [];
  const optional = async <T>(part: AnswerPart, asked: Promise<Decoded<T>>): Promise<T | null> => {
    try {
      return (await asked).value;
    } catch (error) {
      if (!SendKitError.is(error)) throw error;
      missing.push({ ...error.problem, part });
      return null;
    }
  };

  const [{ value: analytics, oddValues }, detail, totals, daily] = await Promise.all([
    client.campaignAnalytics(access, id, period, signal).catch((error: unknown) => {
      giveUp.abort();
      throw error;
    }),
    (whole ? null : previous?.detail) ?? optional('detail', client.campaign(access, id, signal)),
    whole ? optional('totals', client.campaignTotals(access, id, period, signal)) : null,
    whole ? optional('daily', client.dailyCampaign(access, id, dailyPeriod(period, request), signal)) : null,
  ]);
  const fingerprint = null;
  return { fetchedAt: now(), choice, period, analytics, oddValues, detail, totals, daily, whole, missing, fingerprint };
}

/** Daily rows are of the last 30 days unless both ends are named, while all other figures are of all time. */
function dailyPeriod(period: Period, { previous, now }: AnswerRequest): Period {
  const startedAt = previous?.analytics.campaign.startedAt ?? previous?.detail?.startedAt;
  const from = period.from ?? startedAt?.slice(0, 10) ?? '2000-01-01';
  const to = period.to ?? new Date(now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return { from, to };
}
