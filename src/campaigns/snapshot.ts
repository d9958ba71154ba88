import * as v from 'valibot';
import { periodChoiceSchema } from '../analytics/periodSchema';
import { dailyRowsOf } from '../sendkit/daily';
import type { SendKitErrorKind } from '../sendkit/errors';
import { isObject } from '../sendkit/fields';
import { campaignAnalyticsSchema, campaignDetailSchema, dailySchema, type CampaignAnalytics } from '../sendkit/schemas';
import type { Answer, WorkspaceRef } from './answer';

/** The last good answer of a loaded campaign, as it is kept on disk. */
export interface Snapshot {
  /** Where the answer came from; other origins never see it. */
  readonly origin: string;
  readonly workspace: WorkspaceRef | null;
  readonly id: string;
  /** Epoch milliseconds: when the campaign was first loaded, which is the order of the tree. */
  readonly loadedAt: number;
  readonly answer: Answer;
}

const VERSION = 1;
/** A larger file is not read, and a larger answer is kept without its rows. */
export const MAX_SNAPSHOT_BYTES = 4 * 1024 * 1024;

/** Epoch milliseconds that a date can hold. */
const time = v.pipe(
  v.number(),
  v.check((time) => Number.isSafeInteger(time) && time >= 0 && time <= 8.64e15),
);
const text = v.exactOptional(v.string());

const schema = v.object({
  version: v.literal(VERSION),
  origin: v.string(),
  workspace: v.nullable(v.object({ id: v.string(), name: v.nullable(v.string()) })),
  id: v.pipe(v.string(), v.minLength(1)),
  loadedAt: time,
  answer: v.object({
    fetchedAt: time,
    choice: periodChoiceSchema,
    period: v.object({ from: text, to: text }),
    analytics: campaignAnalyticsSchema,
    oddValues: v.array(
      v.object({ path: v.string(), treatment: v.picklist(['ignored', 'converted']), times: v.number() }),
    ),
    detail: v.nullable(campaignDetailSchema),
    totals: v.nullable(campaignAnalyticsSchema),
    daily: v.nullable(
      v.pipe(
        dailySchema,
        v.transform((rows) => dailyRowsOf({ value: rows, oddValues: [] }).value),
      ),
    ),
    whole: v.boolean(),
    missing: v.array(
      v.object({
        part: v.picklist(['detail', 'totals', 'daily']),
        kind: v.custom<SendKitErrorKind>((kind) => typeof kind === 'string'),
        status: v.exactOptional(v.number()),
        path: text,
        code: text,
        inWorkspace: v.exactOptional(v.literal(true)),
      }),
    ),
    fingerprint: v.nullable(v.string()),
  }),
});

/** With as much of the answer as fits: without daily rows, then without any. So the campaign stays in the list. */
export function encodeSnapshot(snapshot: Snapshot): Uint8Array {
  const { answer } = snapshot;
  const partly = { ...answer, daily: null, whole: false };
  for (const kept of [answer, partly]) {
    const bytes = encode({ ...snapshot, answer: kept });
    if (bytes.length <= MAX_SNAPSHOT_BYTES) return bytes;
  }
  const analytics = { ...answer.analytics, stepAnalytics: [], subsequences: [], statusBreakdown: new Map() };
  // No list has this fingerprint: the next refresh asks for the rows again.
  const bare = { ...partly, analytics, oddValues: [], detail: null, totals: null, fingerprint: '' };
  return encode({ ...snapshot, answer: bare });
}

/** The snapshot in a file's bytes; `newer` when a later version of the extension wrote it, `damaged` when it cannot be read. */
export function decodeSnapshot(bytes: Uint8Array): Snapshot | 'newer' | 'damaged' {
  return snapshotIn(contentOf(bytes));
}

/** One line of JSON. */
export function snapshotText({ answer, ...rest }: Snapshot): string {
  const { analytics, totals } = answer;
  const plain = { ...answer, analytics: plainAnalytics(analytics), totals: totals && plainAnalytics(totals) };
  return JSON.stringify({ version: VERSION, ...rest, answer: plain });
}

/** What `snapshotText` wrote; else as `decodeSnapshot`. */
export function parseSnapshot(text: string): Snapshot | 'newer' | 'damaged' {
  return snapshotIn(parsed(text));
}

function snapshotIn(content: unknown): Snapshot | 'newer' | 'damaged' {
  if (isNewer(content)) return 'newer';
  const result = v.safeParse(schema, content);
  if (!result.success) return 'damaged';
  const { origin, workspace, id, loadedAt, answer } = result.output;
  return { origin, workspace, id, loadedAt, answer };
}

/** Whether a later version of the extension wrote this, so that it is not for this one to replace. */
export function isNewer(content: unknown, known = VERSION): boolean {
  const version = isObject(content) ? content['version'] : undefined;
  return typeof version === 'number' && version > known;
}

/** `undefined` where it is too large or no JSON. */
export function contentOf(bytes: Uint8Array): unknown {
  try {
    return bytes.length > MAX_SNAPSHOT_BYTES
      ? undefined
      : parsed(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file name that depends on nothing but whose answer it is, and holds no text of the API. */
export async function snapshotFileName(campaign: Pick<Snapshot, 'origin' | 'id'>): Promise<string> {
  return `${await campaignMark(campaign)}.json`;
}

/** What stands for a campaign on disk. */
export async function campaignMark({ origin, id }: Pick<Snapshot, 'origin' | 'id'>): Promise<string> {
  return `${await originMark(origin)}${await digest(JSON.stringify([origin, id]), 12)}`;
}

/** What the names of an origin's files begin with, so that those of another need not be read. */
export function originMark(origin: string): Promise<string> {
  return digest(origin, 4);
}

/** So many bytes of SHA-256, in hexadecimal digits. */
export async function digest(text: string, bytes: number): Promise<string> {
  const all = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...all.subarray(0, bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function encode(snapshot: Snapshot): Uint8Array {
  return new TextEncoder().encode(snapshotText(snapshot));
}

/** JSON has no maps. `fromEntries` makes an own property even of `__proto__`. */
export function plainAnalytics(analytics: CampaignAnalytics): object {
  return { ...analytics, statusBreakdown: Object.fromEntries(analytics.statusBreakdown) };
}
