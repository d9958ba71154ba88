import type { Count } from '../sendkit/schemas';
import { rate, sum, type Rate } from './rate';

export interface LeadStatusRow {
  readonly status: string;
  readonly count: Count;
  readonly share: Rate;
}

export interface LeadStatus {
  readonly total: Count;
  readonly rows: readonly LeadStatusRow[];
}

/** Every status of `statusBreakdown`, known or not, largest first, with its share of all leads. */
export function leadStatusOf(breakdown: ReadonlyMap<string, Count>): LeadStatus {
  const total = sum([...breakdown.values()]);
  const rows = [...breakdown]
    .map(([status, count]) => ({ status, count, share: rate(count, total, 'leads') }))
    .sort((a, b) => (b.count ?? -1) - (a.count ?? -1) || (a.status < b.status ? -1 : 1));
  return { total: breakdown.size === 0 ? null : total, rows };
}
