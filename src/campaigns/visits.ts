import type { CampaignRef } from './historyFolder';

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

/** By origin and campaign. */
export type KnownVisits = ReadonlyMap<string, Visit>;

/** Where visits are remembered over restarts, and other windows leave theirs. */
export interface VisitsFile {
  /** All that is there, in one or several parts; `null` where it cannot be read, and so must not be replaced. Never rejects. */
  read(): Promise<readonly KnownVisits[] | null>;
  /** Never rejects. */
  write(visits: KnownVisits): Promise<void>;
}

const PAUSE = 30 * 60 * 1000;
/** Of so many campaigns visits are remembered, those of the last looked at. */
const MAX_VISITS = 1_000;

/** What was looked at when, in this window and in others. */
export class Visits {
  private known: KnownVisits = new Map();
  private writing: Promise<void> | undefined;
  private hasNew = false;

  constructor(
    private readonly file: VisitsFile,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes over what was looked at in other windows, and before a restart. Resolves with whether it could be read. */
  async read(): Promise<boolean> {
    const kept = await this.file.read();
    // Afterwards: what was looked at in another window while this one was reading is not in the future.
    for (const part of kept ?? []) this.known = newestOf(this.known, part, this.now());
    return kept !== null;
  }

  get(campaign: CampaignRef): Visit | undefined {
    return this.known.get(keyOf(campaign));
  }

  /** Remembers all at once what is looked at now. */
  look(looks: readonly Look[]): void {
    if (looks.length === 0) return;
    const now = this.now();
    const visits = new Map(this.known);
    for (const { campaign, seen, still } of looks) {
      const key = keyOf(campaign);
      const before = visits.get(key);
      const goesOn = before && (still || now - before.at < PAUSE);
      visits.delete(key);
      visits.set(key, { since: goesOn ? before.since : (before?.seen ?? seen), seen, at: now });
    }
    this.known = lastOf(visits);
    this.hasNew = true;
    this.writing ??= this.writeAll().finally(() => (this.writing = undefined));
  }

  /** Resolves when what was looked at is on disk, or the log says why it is not. */
  async settled(): Promise<void> {
    await this.writing;
  }

  /** What is looked at while it is being written is written after it, all at once. */
  private async writeAll(): Promise<void> {
    while (this.hasNew) {
      this.hasNew = false;
      if (await this.read()) await this.file.write(this.known);
    }
  }
}

/** Of each campaign the last visit. One that a clock which was wrong has put into the future is none. */
function newestOf(own: KnownVisits, kept: KnownVisits, now: number): KnownVisits {
  const newer = [...kept].filter(([key, { at }]) => at <= now && at > (own.get(key)?.at ?? -Infinity));
  return lastOf(new Map([...own, ...newer]));
}

function lastOf(visits: KnownVisits): KnownVisits {
  if (visits.size <= MAX_VISITS) return visits;
  return new Map([...visits].sort(([, a], [, b]) => a.at - b.at).slice(-MAX_VISITS));
}

function keyOf({ origin, id }: CampaignRef): string {
  return `${origin} ${id}`;
}
