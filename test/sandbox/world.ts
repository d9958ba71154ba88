import type { Campaign } from './data/campaign';
import { dateOf, dayOf, type Day } from './data/days';
import { fixedCampaign } from './data/fixedCampaign';
import { workspaceCampaigns } from './data/workspaceCampaigns';
import { OWN_WORKSPACE, WORKSPACES } from './data/workspaces';

/** What SendKit knows, and what day it is there. Nothing is made before it is asked for. */
export class World {
  /** The campaigns' dates go with this day. */
  private start: Day;
  private daysSince = 0;
  private workspaces = new Map<string, Map<string, Campaign>>();
  private readonly replaced = new Map<string, string>();
  private readonly touches = new Map<string, number>();

  constructor(
    today: string,
    /** Campaigns in the workspace key's own workspace. */
    private readonly size?: number,
  ) {
    this.start = knownDay(today);
  }

  get today(): Day {
    return this.start + this.daysSince;
  }

  /** Begins anew on another day: what was 30 days ago is 30 days before that. */
  setToday(date: string): void {
    this.start = knownDay(date);
    this.daysSince = 0;
    this.workspaces = new Map();
  }

  /** Time goes by: campaigns go on sending. */
  advance(days: number): void {
    if (!Number.isSafeInteger(days) || days < 0) throw new RangeError('Time goes by in whole days');
    this.daysSince += days;
  }

  /** Something happens to a campaign: a reply, where one is possible. */
  touch(id: string): void {
    const campaign = this.campaign(id);
    if (!campaign) throw new RangeError(`There is no campaign ${id}`);
    this.touches.set(id, this.touchesOf(id) + 1);
  }

  touchesOf(id: string): number {
    return this.touches.get(id) ?? 0;
  }

  /** Answers this id with the text, whatever else is asked. */
  setCampaign(id: string, text: string): void {
    this.replaced.set(id, text);
    this.workspaces = new Map();
  }

  campaign(id: string): Campaign | undefined {
    for (const { id: workspaceId } of WORKSPACES) {
      const campaign = this.campaignsOf(workspaceId).get(id);
      if (campaign) return campaign;
    }
    return undefined;
  }

  /** In the order of the list. */
  campaignsOf(workspaceId: string): ReadonlyMap<string, Campaign> {
    const known = this.workspaces.get(workspaceId);
    if (known) return known;
    const campaigns = new Map(
      workspaceCampaigns(workspaceId, this.start, this.size).map((campaign) => [campaign.id, campaign]),
    );
    for (const [id, text] of this.replaced) {
      if (workspaceId === OWN_WORKSPACE.id) {
        campaigns.set(id, fixedCampaign({ id, workspaceId, text, lastDay: this.start, always: true }));
      } else {
        campaigns.delete(id);
      }
    }
    this.workspaces.set(workspaceId, campaigns);
    return campaigns;
  }

  get date(): string {
    return dateOf(this.today);
  }
}

function knownDay(date: string): Day {
  const day = dayOf(date);
  if (day === undefined) throw new RangeError(`${date} is not a day (YYYY-MM-DD)`);
  return day;
}
