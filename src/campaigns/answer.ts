import type { Decoded } from '../sendkit/decode';
import type { CampaignAnalytics } from '../sendkit/schemas';

/** An answer that could be read, and when it came (epoch milliseconds). */
export interface Answer extends Decoded<CampaignAnalytics> {
  readonly fetchedAt: number;
}
