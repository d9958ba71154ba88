// The answers of the SendKit API. Types are inferred from the schemas; what cannot be read becomes `null`
// ("unknown"), never a guess, and `decode` says where that happened. What a schema has made can be read by it again.
import * as v from 'valibot';
import { fingerprintOf } from './fingerprint';
import {
  count,
  countsByName,
  cursor,
  date,
  day,
  flag,
  fraction,
  label,
  lenientObject,
  lenientRows,
  requiredObject,
  requiredRows,
  text,
} from './values';

export type { Count, Fraction } from './values';
export { isObject } from './fields';

/** Everything that SendKit counts; no endpoint has all of it. */
const counters = {
  sent: count,
  delivered: count,
  opened: count,
  clicked: count,
  replied: count,
  positiveReplied: count,
  bounced: count,
  unsubscribed: count,
};

const rates = lenientObject({
  open: fraction,
  click: fraction,
  bounce: fraction,
  reply: fraction,
  positiveReply: fraction,
});

const stepRow = requiredObject({
  _id: lenientObject({ sequenceStep: count, variant: label }),
  sent: count,
  opened: count,
  clicked: count,
  replied: count,
  bounced: count,
});

/** All e-mails of the main sequence, and all of its subsequences together. */
const bySequence = lenientObject({ main: lenientObject(counters), subsequence: lenientObject(counters) });

/** More of each is damaged: all rows of all of them are as many as those of the main sequence may be. */
const MOST_SUBSEQUENCES = 100;
const MOST_ROWS_EACH = 100;

/** A follow-up inside a campaign. Its steps count from 0 again: they are never those of the main sequence. */
const subsequence = requiredObject({
  id: text,
  name: text,
  trigger: lenientObject({ type: text, value: text }),
  enabled: flag,
  archived: flag,
  addedCount: count,
  currentlyEnrolled: count,
  stats: lenientObject(counters),
  stepAnalytics: lenientRows(stepRow, MOST_ROWS_EACH),
});

/**
 * The answer of `GET /v1/campaigns/{id}/analytics`, and of `GET /v1/analytics/campaigns/{id}`, which knows no variants.
 * Without `stats` it would be no analytics at all.
 */
export const campaignAnalyticsSchema = v.pipe(
  requiredObject({
    campaign: lenientObject({ id: text, name: text, status: text, startedAt: date }),
    stats: requiredObject(counters),
    bySequence,
    /** Of the main sequence alone. */
    stepAnalytics: lenientRows(stepRow),
    subsequences: lenientRows(subsequence, MOST_SUBSEQUENCES),
    statusBreakdown: countsByName,
    totalReplied: count,
    totalPositiveReplied: count,
  }),
  v.transform((answer) => ({
    ...answer,
    totalPositiveReplied: answer.totalPositiveReplied ?? answer.stats.positiveReplied,
  })),
);

/** A row of `GET /v1/campaigns`. */
const campaignSummary = v.pipe(
  v.custom<Record<string, unknown>>(() => true),
  v.transform((row) => ({ ...row, fingerprint: fingerprintOf(row) })),
  requiredObject({
    id: text,
    name: text,
    status: text,
    stats: lenientObject({ ...counters, totalLeads: count, contacted: count }),
    startedAt: date,
    completedAt: date,
    createdAt: date,
    /** Another one whenever anything about the campaign is another, in whatever order it comes. */
    fingerprint: v.string(),
  }),
);

/** The answer of `GET /v1/campaigns`. */
export const campaignsSchema = requiredRows(campaignSummary);

/** The answer of `GET /v1/campaigns/{id}`. */
export const campaignDetailSchema = requiredObject({
  id: text,
  name: text,
  status: text,
  workspaceId: text,
  trackOpens: flag,
  trackClicks: flag,
  startedAt: date,
  completedAt: date,
  createdAt: date,
  /** E-mails, waits and what else SendKit may put there, told apart by `type`; `order` is what analytics call `sequenceStep`. */
  sequence: lenientRows(requiredObject({ type: text, order: count, name: text, subject: text })),
});

/** The answers of `GET /v1/analytics/daily` and `GET /v1/analytics/daily/campaigns/{id}`. */
export const dailySchema = requiredRows(
  requiredObject({
    date: day,
    sent: count,
    opened: count,
    clicked: count,
    bounced: count,
    replied: count,
    positiveReplied: count,
  }),
);

/** The answer of `GET /v1/analytics/overview`: all campaigns of a workspace, of all time. */
export const overviewSchema = requiredObject({
  sent: count,
  opened: count,
  clicked: count,
  bounced: count,
  replied: count,
  positiveReplied: count,
  totalCampaigns: count,
  activeCampaigns: count,
  bySequence,
  rates,
});

/** The answer of `GET /v1/analytics/mailboxes`. `performance` counts; `rates` and `bounceRate` are SendKit's own reckoning. */
export const mailboxesSchema = requiredRows(
  requiredObject({
    id: text,
    email: text,
    displayName: text,
    status: text,
    totalSent: count,
    totalReceived: count,
    bounceRate: fraction,
    sentToday: count,
    dailySendLimit: count,
    warmup: lenientObject({ enabled: flag, status: text }),
    performance: lenientObject(counters),
    rates,
  }),
);

/** The answer of `GET /v1/workspaces`. */
export const workspacesSchema = requiredRows(requiredObject({ id: text, name: text }));

/** Beside the `data` of a list. The older form counts pages, the newer one names the place where the list goes on. */
export const paginationSchema = lenientObject({
  total: count,
  nextCursor: cursor,
  hasMore: flag,
  page: count,
  pages: count,
});

export type CampaignAnalytics = v.InferOutput<typeof campaignAnalyticsSchema>;
export type StepRow = CampaignAnalytics['stepAnalytics'][number];
export type Counters = CampaignAnalytics['stats'];
export type Subsequence = CampaignAnalytics['subsequences'][number];
/** A campaign as the list tells of it. */
export type CampaignSummary = WithText<v.InferOutput<typeof campaignsSchema>[number], 'id'>;
export type CampaignDetail = v.InferOutput<typeof campaignDetailSchema>;
export type SequenceStep = CampaignDetail['sequence'][number];
/** What happened on a day (`YYYY-MM-DD`). A reply counts on its own day, not on that of the e-mail it answers. */
export type DailyRow = WithText<v.InferOutput<typeof dailySchema>[number], 'date'>;
export type Overview = v.InferOutput<typeof overviewSchema>;
export type Mailbox = v.InferOutput<typeof mailboxesSchema>[number];
export type Workspace = v.InferOutput<typeof workspacesSchema>[number];
export type Pagination = v.InferOutput<typeof paginationSchema>;

/** A row that is nothing without this text. */
type WithText<Row, Name extends keyof Row> = Row & Readonly<Record<Name, string>>;

/** SendKit wraps every answer in `{"success": true, "data": …}`; lists have `pagination` beside it. */
export const envelope = <const Data extends v.GenericSchema>(data: Data) =>
  requiredObject({ success: v.optional(v.nullable(v.literal(true))), data, pagination: paginationSchema });
