// What is kept of a campaign's past: pure rules, without a disk.
import { groupBy } from '../analytics/groupBy';
import { today } from '../analytics/period';
import { fingerprintOf } from '../sendkit/fingerprint';
import type { Answer } from './answer';
import { plainAnalytics, type Snapshot } from './snapshot';

/** An answer that was unlike the one before it; `answer.fetchedAt` is when. */
export type Moment = Snapshot;

const DAY = 24 * 60 * 60 * 1000;
/** Older moments are kept one a day, the day's last. */
const EACH_FOR = 30 * DAY;
/** Of one campaign, over all periods that were chosen; beyond it the oldest go. */
export const MAX_MOMENTS = 1_000;

/** Without what no moment needs: daily rows cover the past by themselves, and what was missing is asked for again. */
export function momentOf(snapshot: Snapshot): Moment {
  const { answer } = snapshot;
  return { ...snapshot, answer: { ...answer, daily: null, whole: false, missing: [], fingerprint: null } };
}

/** Whether two answers say the same of the same choice of days, whenever they came. */
export function sayTheSame(a: Answer, b: Answer): boolean {
  return markOf(a) === markOf(b);
}

/**
 * The moments worth keeping, oldest first: what several windows wrote twice once, and of each day that is over for a month the
 * last of each choice.
 */
export function worthKeeping(moments: readonly Moment[], now: number): Moment[] {
  const inOrder = [...moments].sort(inOrderOfTime);
  const different = [...groupBy(inOrder, ({ answer }) => choiceOf(answer)).values()].flatMap((group) =>
    withoutRepeats(lastOfOldDays(withoutRepeats(group), now)),
  );
  return different.sort(inOrderOfTime).slice(-MAX_MOMENTS);
}

/** What was known at a time of the same choice of days; `undefined` before the first. */
export function momentAt(moments: readonly Moment[], time: number, choice: Answer['choice']): Moment | undefined {
  return sameChoice(moments, choice).findLast(({ answer }) => answer.fetchedAt <= time);
}

export function sameChoice(moments: readonly Moment[], choice: Answer['choice']): Moment[] {
  const wanted = choiceOf({ choice });
  return moments.filter(({ answer }) => choiceOf(answer) === wanted);
}

function withoutRepeats(moments: readonly Moment[]): Moment[] {
  return moments.filter(({ answer }, index) => {
    const before = moments[index - 1]?.answer;
    return !before || !sayTheSame(before, answer);
  });
}

function lastOfOldDays(moments: readonly Moment[], now: number): Moment[] {
  return moments.filter(({ answer: { fetchedAt } }, index) => {
    const next = moments[index + 1]?.answer.fetchedAt;
    return fetchedAt > now - EACH_FOR || next === undefined || today(next) !== today(fetchedAt);
  });
}

/** At the same moment of two windows, in an order that is the same in both. */
function inOrderOfTime({ answer: a }: Moment, { answer: b }: Moment): number {
  return a.fetchedAt - b.fetchedAt || (markOf(a) < markOf(b) ? -1 : 1);
}

function markOf({ choice, analytics }: Answer): string {
  return fingerprintOf({ choice, analytics: plainAnalytics(analytics) });
}

function choiceOf({ choice }: Pick<Answer, 'choice'>): string {
  return fingerprintOf(choice);
}
