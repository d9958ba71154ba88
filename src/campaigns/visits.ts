import type { Memento } from 'vscode';
import * as v from 'valibot';
import type { CampaignRef } from './historyFolder';
import { VISITS } from './storageKeys';

/** A time of looking at a campaign, which lasts until nobody has looked for half an hour. Epoch milliseconds. */
export interface Visit {
  /** Of the figures that were last seen on the visit before. */
  readonly since: number;
  /** Of the figures that were last seen. */
  readonly seen: number;
  /** When they were last seen. */
  readonly at: number;
}

export interface Look {
  readonly campaign: CampaignRef;
  /** The time of the figures that are looked at, in epoch milliseconds. */
  readonly seen: number;
  /** They, or older ones, were looked at until now. */
  readonly still: boolean;
}

const PAUSE = 30 * 60 * 1000;
/** Of so many campaigns visits are remembered, those of the last looked at. */
const MAX_VISITS = 1_000;

const visit = v.object({ since: v.number(), seen: v.number(), at: v.number() });

/** What was looked at when, remembered over restarts. */
export class Visits {
  constructor(private readonly memory: Memento) {}

  get(campaign: CampaignRef): Visit | undefined {
    return read(this.all()[keyOf(campaign)]);
  }

  /** Remembers all at once what is looked at `now`. */
  look(looks: readonly Look[], now: number): void {
    if (looks.length === 0) return;
    const visits = new Map(Object.entries(this.all()));
    for (const { campaign, seen, still } of looks) {
      const key = keyOf(campaign);
      const before = read(visits.get(key));
      const goesOn = before && (still || now - before.at < PAUSE);
      visits.delete(key);
      visits.set(key, { since: goesOn ? before.since : (before?.seen ?? seen), seen, at: now });
    }
    void this.memory.update(VISITS, Object.fromEntries([...visits].slice(-MAX_VISITS)));
  }

  private all(): Readonly<Record<string, unknown>> {
    const kept = this.memory.get<unknown>(VISITS);
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  }
}

function read(kept: unknown): Visit | undefined {
  const result = v.safeParse(visit, kept);
  return result.success ? result.output : undefined;
}

function keyOf({ origin, id }: CampaignRef): string {
  return `${origin} ${id}`;
}
