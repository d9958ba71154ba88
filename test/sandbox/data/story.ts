// What happens in a campaign, day by day. Every figure of every endpoint is counted here, so that all of them agree:
// a period is the sum of its days, a campaign the sum of its steps, and nothing is opened that was not delivered.
import type { Day } from './days';

/** What a step, or one of its variants, sends from the first day to the last, and what comes of it. */
export interface Step {
  readonly sequenceStep: number;
  readonly variant: string | number | null;
  readonly sent: number;
  readonly opened: number;
  readonly clicked: number;
  readonly bounced: number;
}

export interface Sequence {
  readonly steps: readonly Step[];
  /** Replies belong to no step. */
  readonly replied: number;
  readonly positiveReplied: number;
  readonly unsubscribed: number;
}

export interface Story {
  readonly firstDay: Day;
  /** How far it has come after none of its days, after one, after two …: whole numbers that never fall. */
  readonly progress: readonly number[];
  readonly main: Sequence;
  readonly subsequences: readonly Sequence[];
}

/** Both days are included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

export interface Figures {
  readonly sent: number;
  readonly delivered: number;
  readonly opened: number;
  readonly clicked: number;
  readonly replied: number;
  readonly positiveReplied: number;
  readonly bounced: number;
  readonly unsubscribed: number;
}

export const NOTHING: Figures = {
  sent: 0,
  delivered: 0,
  opened: 0,
  clicked: 0,
  replied: 0,
  positiveReplied: 0,
  bounced: 0,
  unsubscribed: 0,
};

/** The progress of a campaign that sends so much on each day, relative to the others. */
export function progressOf(rhythm: readonly number[]): number[] {
  const progress = [0];
  for (const mail of rhythm) progress.push((progress.at(-1) ?? 0) + mail);
  return progress;
}

export function plus(a: Figures, b: Figures): Figures {
  return added(a, b, 1);
}

/** What happened within a span in one of the story's sequences. */
export function figuresIn(story: Story, sequence: Sequence, { from, to }: Span): Figures {
  return added(until(story, sequence, to + 1), until(story, sequence, from), -1);
}

/** What came of a step within a span; there are no replies in it. */
export function stepFiguresIn(story: Story, step: Step, { from, to }: Span): Figures {
  return added(stepUntil(step, story, to + 1), stepUntil(step, story, from), -1);
}

/** The days of a span on which something happened. */
export function daysIn(story: Story, sequences: readonly Sequence[], { from, to }: Span): Map<Day, Figures> {
  const { firstDay, progress } = story;
  const last = Math.min(to, firstDay + progress.length - 2);
  const days = new Map<Day, Figures>();
  for (const sequence of sequences) {
    let first = Math.max(from, firstDay);
    let before = until(story, sequence, first);
    for (; first <= last; first++) {
      const after = until(story, sequence, first + 1);
      if (after.sent > before.sent) days.set(first, plus(added(after, before, -1), days.get(first) ?? NOTHING));
      before = after;
    }
  }
  return days;
}

/** What had happened when a day began. */
function until(story: Story, { steps, replied, positiveReplied, unsubscribed }: Sequence, day: Day): Figures {
  let all = NOTHING;
  let allEver = 0;
  for (const step of steps) {
    all = plus(all, stepUntil(step, story, day));
    allEver += step.sent - step.bounced;
  }
  const repliedUntil = share(all.delivered, replied, allEver);
  return {
    ...all,
    replied: repliedUntil,
    positiveReplied: share(repliedUntil, positiveReplied, replied),
    unsubscribed: share(all.delivered, unsubscribed, allEver),
  };
}

function stepUntil({ sent, opened, clicked, bounced }: Step, { firstDay, progress }: Story, day: Day): Figures {
  const index = Math.min(Math.max(day - firstDay, 0), progress.length - 1);
  const sentUntil = share(sent, progress[index] ?? 0, progress.at(-1) ?? 0);
  const bouncedUntil = share(sentUntil, bounced, sent);
  const delivered = sentUntil - bouncedUntil;
  const openedUntil = share(delivered, opened, sent - bounced);
  return {
    ...NOTHING,
    sent: sentUntil,
    delivered,
    opened: openedUntil,
    clicked: share(openedUntil, clicked, opened),
    bounced: bouncedUntil,
  };
}

/** The marked ones among the first `count` of `all` when `marked` of them are, spread evenly. */
function share(count: number, marked: number, all: number): number {
  return all === 0 ? 0 : Math.floor((count * marked) / all);
}

function added(a: Figures, b: Figures, times: 1 | -1): Figures {
  return {
    sent: a.sent + times * b.sent,
    delivered: a.delivered + times * b.delivered,
    opened: a.opened + times * b.opened,
    clicked: a.clicked + times * b.clicked,
    replied: a.replied + times * b.replied,
    positiveReplied: a.positiveReplied + times * b.positiveReplied,
    bounced: a.bounced + times * b.bounced,
    unsubscribed: a.unsubscribed + times * b.unsubscribed,
  };
}
