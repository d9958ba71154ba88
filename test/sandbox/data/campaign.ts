import type { Sequence, Story } from './story';

/** A follow-up inside a campaign. */
export interface Subsequence extends Sequence {
  readonly id: string;
  readonly name: string;
  readonly trigger: { readonly type: string; readonly value: string };
  readonly enabled: boolean;
  readonly archived: boolean;
  readonly addedCount: number;
  readonly currentlyEnrolled: number;
  /** How its step rows come: both names are documented. */
  readonly rowsAs: 'stepStats' | 'stepAnalytics';
}

export interface CampaignStory extends Story {
  readonly subsequences: readonly Subsequence[];
}

/** A campaign as the sandbox keeps it. Moments are as the API writes them. */
export interface Campaign {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly status: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly tracked: boolean;
  /** E-mails and waits, as the detail has them. */
  readonly sequence: readonly object[];
  readonly story: CampaignStory;
  /** All that were ever added. */
  readonly leads: number;
  readonly fixed?: FixedAnswer;
}

/** An analytics answer that is given as it is. */
export interface FixedAnswer {
  readonly text: string;
  /** What it says of the campaign, and of all time; other endpoints tell it too. */
  readonly campaign: unknown;
  readonly stats: unknown;
  readonly statusBreakdown: unknown;
  /** Also when a period is asked for: there is no other. */
  readonly always: boolean;
}

/** E-mails at these places, and waits between them. */
export function sequenceWith(orders: readonly number[], subject: string): object[] {
  const last = Math.max(-1, ...orders);
  return Array.from({ length: last + 1 }, (_, order) => {
    const rank = orders.filter((other) => other < order).length;
    return orders.includes(order)
      ? {
          type: 'email',
          name: rank === 0 ? 'Opening' : `Follow-up ${rank}`,
          order,
          subject: rank === 0 ? subject : `Re: ${subject}`,
          body: `<p>Hi {{firstName}}, this is e-mail ${rank + 1}.</p>`,
        }
      : { type: 'wait', name: 'Wait 3 days', order, waitDays: 3 };
  });
}
