// The answers of the SendKit API. Types are inferred from the schemas; what cannot be read becomes `null`
// ("unknown"), never a guess, and `decode` says where that happened.
import * as v from 'valibot';

const MAX_TEXT = 500;
const MAX_ROWS = 10_000;
const NUMERIC = /^\s*\+?\d+(\.\d+)?(e\+?\d+)?\s*$/i;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2}))?$/i;
/** The label of a variant whose own cannot be read, so that its row is not taken for the main copy's. */
const UNREADABLE_LABEL = '?';

/** A whole number of events, or `null` when the answer does not say. */
export type Count = number | null;

function toCount(value: unknown): Count {
  const number = typeof value === 'string' && NUMERIC.test(value) ? Number(value) : value;
  // Adding 0 makes zero of minus zero.
  return Number.isSafeInteger(number) && (number as number) >= 0 ? (number as number) + 0 : null;
}

function toText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = bounded(value.trim());
  return text === '' ? null : text;
}

/** Of bearable length, and without halves of characters, which could not be encoded. */
function bounded(text: string): string {
  return text.slice(0, MAX_TEXT).toWellFormed();
}

/** A date, or a time with its zone: `Date.parse` alone finds a date in almost any text. */
function toDate(value: unknown): string | null {
  const time = typeof value === 'string' && ISO_DATE.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** A variant's label. Numbers are labels too; `null` is the step's main copy. */
function toLabel(value: unknown): string | null {
  if (value === null || typeof value === 'string') return toText(value);
  return typeof value === 'number' ? String(value) : UNREADABLE_LABEL;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const count = v.optional(v.pipe(v.unknown(), v.transform(toCount)), null);
const text = v.optional(v.pipe(v.unknown(), v.transform(toText)), null);
const date = v.optional(v.pipe(v.unknown(), v.transform(toDate)), null);
const label = v.optional(v.pipe(v.unknown(), v.transform(toLabel)), null);

/** An object that may be missing or of another type: then every field in it is unknown. */
const lenientObject = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.optional(v.unknown(), {}),
    v.transform((value) => (isObject(value) ? value : {})),
    v.object(entries),
  );

/** The objects of a list; what else is in it has nothing to show. */
function toRows(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject).slice(0, MAX_ROWS) : [];
}

/** A list that may be missing or of another type: then it is empty. */
const lenientRows = <const Row extends v.GenericSchema>(row: Row) =>
  v.pipe(v.optional(v.unknown(), []), v.transform(toRows), v.array(row));

/** Counts by name. A Map, because names such as `__proto__` are data. */
const countsByName = v.pipe(
  v.optional(v.unknown(), {}),
  v.transform((value) => new Map(isObject(value) ? Object.entries(value).slice(0, MAX_ROWS) : [])),
  v.map(v.pipe(v.string(), v.transform(bounded)), v.pipe(v.unknown(), v.transform(toCount))),
);

const stepRow = v.object({
  _id: lenientObject({ sequenceStep: count, variant: label }),
  sent: count,
  opened: count,
  clicked: count,
  replied: count,
  bounced: count,
});

/** An object that must be one: valibot's own takes a list for an object without keys. */
const requiredObject = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(v.custom<Record<string, unknown>>(isObject), v.object(entries));

/** The answer of `GET /v1/campaigns/{id}/analytics`. Without `stats` it would be no analytics at all. */
export const campaignAnalyticsSchema = requiredObject({
  campaign: lenientObject({ id: text, name: text, status: text, startedAt: date }),
  stats: requiredObject({
    sent: count,
    delivered: count,
    opened: count,
    clicked: count,
    replied: count,
    bounced: count,
    unsubscribed: count,
  }),
  stepAnalytics: lenientRows(stepRow),
  statusBreakdown: countsByName,
  totalReplied: count,
});

/** The answer of `GET /v1/workspaces`. */
export const workspacesSchema = v.pipe(
  v.custom((value) => Array.isArray(value)),
  v.transform(toRows),
  v.array(v.object({ id: text, name: text })),
);

export type CampaignAnalytics = v.InferOutput<typeof campaignAnalyticsSchema>;
export type StepRow = CampaignAnalytics['stepAnalytics'][number];
export type Workspace = v.InferOutput<typeof workspacesSchema>[number];

/** SendKit wraps every answer in `{"success": true, "data": …}`. */
export const envelope = <const Data extends v.GenericSchema>(data: Data) =>
  requiredObject({ success: v.nullish(v.literal(true)), data });
