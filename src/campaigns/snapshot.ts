import * as v from 'valibot';
import type { OddValue } from '../sendkit/decode';
import { campaignAnalyticsSchema, type CampaignAnalytics } from '../sendkit/schemas';

/** The last good answer of a loaded campaign, as it is kept on disk. */
export interface Snapshot {
  /** Where the answer came from; other origins never see it. */
  readonly origin: string;
  readonly id: string;
  /** Epoch milliseconds: when the campaign was first loaded (the order of the tree), and when the answer came. */
  readonly loadedAt: number;
  readonly fetchedAt: number;
  readonly analytics: CampaignAnalytics;
  readonly oddValues: readonly OddValue[];
}

const VERSION = 1;

/** Epoch milliseconds that a date can hold. */
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15));

const schema = v.object({
  version: v.literal(VERSION),
  origin: v.string(),
  id: v.pipe(v.string(), v.nonEmpty()),
  loadedAt: time,
  fetchedAt: time,
  analytics: campaignAnalyticsSchema,
  oddValues: v.array(
    v.object({ path: v.string(), treatment: v.picklist(['ignored', 'converted']), times: v.number() }),
  ),
});

export function encodeSnapshot(snapshot: Snapshot): Uint8Array {
  const { analytics } = snapshot;
  const statusBreakdown = Object.fromEntries(analytics.statusBreakdown);
  return new TextEncoder().encode(
    JSON.stringify({ version: VERSION, ...snapshot, analytics: { ...analytics, statusBreakdown } }),
  );
}

/** The snapshot in a file's bytes; `newer` when a later version of the extension wrote it, `damaged` when it cannot be read. */
export function decodeSnapshot(bytes: Uint8Array): Snapshot | 'newer' | 'damaged' {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return 'damaged';
  }
  const version = v.safeParse(v.object({ version: v.number() }), content);
  if (version.success && version.output.version > VERSION) return 'newer';
  const result = v.safeParse(schema, content);
  if (!result.success) return 'damaged';
  const { origin, id, loadedAt, fetchedAt, analytics, oddValues } = result.output;
  return { origin, id, loadedAt, fetchedAt, analytics, oddValues };
}

/** A file name that depends on nothing but whose answer it is, and holds no text of the API. */
export async function snapshotFileName({ origin, id }: Pick<Snapshot, 'origin' | 'id'>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify([origin, id])));
  return `${[...new Uint8Array(digest).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}.json`;
}
