import type { Access, NextPage, SendKitClient } from '../sendkit/client';
import type { CampaignSummary } from '../sendkit/schemas';
import type { Answer } from './answer';

const PAGE = 100;

/**
 * Finds campaigns in the workspace's list with as few requests as it takes: it stops as soon as all were found, or when
 * reading on would cost more requests than asking for the rest one by one.
 */
export async function findInList(
  client: Pick<SendKitClient, 'campaigns'>,
  access: Access,
  ids: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Map<string, CampaignSummary>> {
  const found = new Map<string, CampaignSummary>();
  let page: NextPage | null = null;
  let seen = 0;
  do {
    const { value } = await client.campaigns(access, { limit: PAGE, page }, signal);
    for (const summary of value.campaigns) if (ids.has(summary.id)) found.set(summary.id, summary);
    seen += value.campaigns.length;
    page = value.next;
    const pagesLeft = value.total === null ? 1 : Math.ceil((value.total - seen) / PAGE);
    if (found.size === ids.size || pagesLeft > ids.size - found.size) break;
  } while (page !== null);
  return found;
}

/** Whether an answer still says what the list says: by the fingerprint seen before, else by the totals themselves. */
export function stillHolds(answer: Answer, summary: CampaignSummary): boolean {
  if (answer.fingerprint !== null) return answer.fingerprint === summary.fingerprint;
  const { stats, campaign } = answer.analytics;
  const isAllTime = answer.period.from === undefined && answer.period.to === undefined;
  const names = ['sent', 'opened', 'clicked', 'replied', 'bounced'] as const;
  return (
    isAllTime &&
    summary.status === campaign.status &&
    summary.stats.sent !== null &&
    names.every((name) => summary.stats[name] === null || summary.stats[name] === stats[name])
  );
}
