// What the page is given in the tests: views made from answers by the same code as in the extension.
import { addDays, ALL_TIME, type Period } from '../../../src/analytics/period';
import { reportOf, type CampaignReport } from '../../../src/analytics/report';
import type { ReportView } from '../../../src/report/protocol';
import { dailyRowsOf } from '../../../src/sendkit/daily';
import { decode } from '../../../src/sendkit/decode';
import { campaignAnalyticsSchema, campaignDetailSchema, dailySchema } from '../../../src/sendkit/schemas';
import sample from '../../../src/campaigns/sampleAnswer.json';

/** July 1, 2025, 9:30 in UTC. */
export const FETCHED_AT = Date.UTC(2025, 6, 1, 9, 30);

export const SEED_ANSWER = sample.data;

/** The `data` of the other answers, and what was asked for. */
export interface Besides {
  readonly rateBase?: CampaignReport['rateBase'];
  readonly period?: Period;
  readonly detail?: unknown;
  readonly daily?: unknown;
}

/** The report of an answer's `data`, and of others beside it. */
export function reportFrom(data: unknown, besides: Besides = {}): CampaignReport {
  const { rateBase = 'delivered', period = {}, detail, daily } = besides;
  const body = (other: unknown): unknown => ({ success: true, data: other });
  const { value, oddValues } = decode(body(data), campaignAnalyticsSchema);
  return reportOf(value, {
    id: value.campaign.id ?? 'campaign',
    rateBase,
    oddValues,
    period,
    detail: detail === undefined ? null : decode(body(detail), campaignDetailSchema).value,
    daily: daily === undefined ? null : dailyRowsOf(decode(body(daily), dailySchema)).value,
  });
}

/** A view as the extension sends it: the seed's campaign, loaded, unless told otherwise. */
export function viewOf(change: Partial<ReportView> = {}): ReportView {
  const report = change.report === undefined ? reportFrom(SEED_ANSWER) : change.report;
  return {
    locale: 'en',
    strings: null,
    id: SEED_ANSWER.campaign.id,
    name: report?.campaign.name ?? SEED_ANSWER.campaign.name,
    sample: false,
    workspace: null,
    period: ALL_TIME,
    loading: false,
    fetchedAt: report ? FETCHED_AT : null,
    problem: null,
    moments: [],
    moment: null,
    changed: null,
    ...change,
    report,
  };
}

interface Row {
  readonly _id: { readonly sequenceStep: number | null; readonly variant: string | null };
  readonly sent: number;
  readonly opened: number;
  readonly clicked: number;
  readonly bounced: number;
  readonly replied?: number;
}

/** An answer with `count` steps of `variants` variants each, all different, always the same. */
export function answerWithSteps(count: number, variants: number): unknown {
  const stepAnalytics: Row[] = [];
  for (let step = 0; step < count; step++) {
    for (let variant = 0; variant < Math.max(1, variants); variant++) {
      const sent = 2000 - step * 30 + variant * 7;
      stepAnalytics.push({
        _id: { sequenceStep: step * 2, variant: variants === 0 ? null : String.fromCharCode(65 + variant) },
        sent,
        opened: Math.round(sent * (0.62 - step * 0.008 - variant * 0.03)),
        clicked: Math.round(sent * (0.12 - step * 0.0015 + variant * 0.012)),
        bounced: Math.round(sent * (0.021 + variant * 0.004)),
      });
    }
  }
  const total = (name: 'sent' | 'opened' | 'clicked' | 'bounced'): number =>
    stepAnalytics.reduce((sum, row) => sum + row[name], 0);
  return {
    ...SEED_ANSWER,
    stats: {
      sent: total('sent'),
      delivered: total('sent') - total('bounced'),
      opened: total('opened'),
      clicked: total('clicked'),
      replied: Math.round(total('sent') * 0.03),
      bounced: total('bounced'),
      unsubscribed: Math.round(total('sent') * 0.004),
    },
    stepAnalytics,
    totalReplied: Math.round(total('sent') * 0.03),
  };
}

/** A campaign that has not begun: zeros, no steps, no leads. */
export const DRAFT_ANSWER = {
  campaign: { id: 'draft', name: 'Autumn product launch', status: 'draft', startedAt: null },
  stats: { sent: 0, delivered: 0, opened: 0, clicked: 0, replied: 0, bounced: 0, unsubscribed: 0 },
  stepAnalytics: [],
  statusBreakdown: {},
  totalReplied: 0,
};

/** Text that tries to be more than text. */
export const HOSTILE = {
  markup: '<img src=x onerror="document.title=1"><script>document.title=2</script>&amp;',
  override: 'safe\u202Etxt.exe\u2066',
  long: 'Unbreakable'.repeat(40),
};

export const HOSTILE_ANSWER = {
  campaign: { id: 'hostile', name: `${HOSTILE.markup} ${HOSTILE.long}`, status: HOSTILE.override, startedAt: 'never' },
  stats: { sent: 10, delivered: 12, opened: 20, clicked: '3', replied: null, bounced: 1, unsubscribed: { a: 1 } },
  stepAnalytics: [
    { _id: { sequenceStep: 0, variant: HOSTILE.markup }, sent: 6, opened: 6, clicked: 9, bounced: 0 },
    { _id: { sequenceStep: 0, variant: HOSTILE.long }, sent: 4, opened: null, clicked: 0, bounced: 9 },
    { _id: { sequenceStep: null, variant: HOSTILE.override }, sent: 0, opened: 0, clicked: 0, bounced: 0 },
  ],
  subsequences: [
    {
      name: `${HOSTILE.markup} ${HOSTILE.long}`,
      trigger: { type: 'aiTag', value: `${HOSTILE.override} ${HOSTILE.markup} ${HOSTILE.long}` },
      stats: { sent: 2, opened: '1', clicked: -1 },
      stepAnalytics: [
        { _id: { sequenceStep: 0, variant: HOSTILE.long }, sent: 2, opened: 9, clicked: null, bounced: 0 },
      ],
    },
  ],
  statusBreakdown: { [HOSTILE.markup]: 4, [HOSTILE.long]: 3, __proto__: 2, constructor: 1, [HOSTILE.override]: null },
  totalReplied: 7,
};

/** A record whose texts are no better. */
export const HOSTILE_DETAIL = {
  sequence: [
    {
      type: 'email',
      order: 0,
      name: `${HOSTILE.markup} ${HOSTILE.long}`,
      subject: `${HOSTILE.override} ${HOSTILE.markup} ${HOSTILE.long}`,
    },
  ],
};

/** The campaign's own record, with a name and a subject for each e-mail of the seed's campaign. */
export const SEED_DETAIL = {
  _id: SEED_ANSWER.campaign.id,
  trackOpens: true,
  trackClicks: true,
  sequence: [
    { type: 'email', name: 'First', order: 0, subject: 'A question about {{company}}' },
    { type: 'wait', name: 'Wait 2 days', order: 1 },
    { type: 'email', name: 'Second', order: 2, subject: 'Re: A question about {{company}}' },
  ],
};

/** The seed's campaign where SendKit tells main sequence and subsequences apart, and counts positive replies. */
export const ANSWER_WITH_SUBSEQUENCES = {
  ...SEED_ANSWER,
  stats: { sent: 180, delivered: 174, opened: 92, clicked: 24, replied: 15, bounced: 6, unsubscribed: 2 },
  bySequence: {
    main: { sent: 150, opened: 72, clicked: 18, bounced: 5 },
    subsequence: { sent: 30, opened: 20, clicked: 6, bounced: 1 },
  },
  subsequences: [
    {
      id: 'sub-1',
      name: 'Book a call',
      trigger: { type: 'aiTag', value: 'interested' },
      enabled: true,
      archived: false,
      addedCount: 22,
      currentlyEnrolled: 9,
      stats: { sent: 30, delivered: 29, opened: 20, clicked: 6, replied: 3, bounced: 1, unsubscribed: 0 },
      stepAnalytics: [
        { _id: { sequenceStep: 0, variant: null }, sent: 20, opened: 14, clicked: 5, bounced: 1 },
        { _id: { sequenceStep: 1, variant: null }, sent: 10, opened: 6, clicked: 1, bounced: 0 },
      ],
    },
    {
      id: 'sub-2',
      name: 'Not now',
      trigger: { type: 'aiTag', value: 'later' },
      enabled: false,
      archived: true,
      addedCount: 4,
      currentlyEnrolled: null,
      stats: { sent: 0, opened: 0, clicked: 0, bounced: 0 },
      stepAnalytics: [],
    },
  ],
  totalReplied: 15,
  totalPositiveReplied: 7,
};

/** A row a day up to and with `last`, all different, always the same; weekends are quiet. */
export function dailyRows(count: number, last = '2025-06-30'): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(last, index + 1 - count);
    const isWeekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    const sent = isWeekend ? 0 : 34 + Math.round(14 * Math.sin(index / 5)) + ((index * 7) % 5);
    const opened = Math.round(sent * (0.42 + 0.1 * Math.cos(index / 9))) + (isWeekend ? 3 : 0);
    const clicked = Math.round(opened * 0.22);
    const replied = isWeekend ? index % 2 : 1 + ((index * 3) % 4);
    const positiveReplied = Math.floor(replied / 2);
    return { _id: date, sent, opened, clicked, replied, positiveReplied, bounced: isWeekend ? 0 : index % 3 };
  });
}

/** A report that has every section. */
export function fullReport(days = 90, period: Period = {}): CampaignReport {
  return reportFrom(ANSWER_WITH_SUBSEQUENCES, { detail: SEED_DETAIL, daily: dailyRows(days), period });
}

/** The seed's campaign with opens switched off: a zero that is none. */
export const UNTRACKED_DETAIL = { ...SEED_DETAIL, trackOpens: false };
export const UNTRACKED_ANSWER = {
  ...SEED_ANSWER,
  stats: { ...SEED_ANSWER.stats, opened: 0 },
  stepAnalytics: SEED_ANSWER.stepAnalytics.map((row) => ({ ...row, opened: 0 })),
};

function row(step: number, variant: string | null, [sent, opened, clicked, bounced]: readonly number[]): unknown {
  return { _id: { sequenceStep: step, variant }, sent, opened, clicked, bounced };
}

/** A step for each thing that can be said of a test, and one that was not tested; the second bounces too much. */
export const TESTED_ANSWER = {
  ...SEED_ANSWER,
  stats: { sent: 9_200, delivered: 8_950, opened: 4_300, clicked: 400, replied: 260, bounced: 250, unsubscribed: 40 },
  stepAnalytics: [
    row(0, 'A', [2_000, 1_200, 40, 20]),
    row(0, 'B', [2_000, 1_180, 110, 22]),
    row(2, 'A', [700, 300, 20, 60]),
    row(2, 'B', [700, 310, 34, 70]),
    row(2, 'C', [700, 310, 22, 70]),
    row(4, null, [500, 300, 0, 4]),
    row(4, 'B', [800, 470, 0, 6]),
    row(6, 'A', [60, 30, 1, 1]),
    row(6, 'B', [60, 30, 2, 1]),
    row(8, null, [400, 100, 20, 3]),
    row(10, 'A', [100, 100, 140, 1]),
    row(10, 'B', [100, 100, 14, 1]),
  ],
};

/** An answer of one step in as many variants, of which the last has the highest click rate. */
export function answerWithVariants(count: number): unknown {
  const stepAnalytics = Array.from({ length: count }, (_, index) =>
    row(0, String.fromCharCode(65 + index), [900, 500, 20 + index, 9]),
  );
  return { ...SEED_ANSWER, stepAnalytics };
}
