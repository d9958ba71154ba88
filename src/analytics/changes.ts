// What became different between two reports of one campaign, over the same choice of days.
import type { ABTest } from './abTest';
import { FIGURE_NAMES, type CountedName, type Figure } from './figures';
import { isAlarming, type HealthLevel, type SignalHealth } from './health';
import type { CampaignReport } from './report';
import { placesOf, type TestPlace } from './summary';

export type Change =
  | { readonly kind: 'health'; readonly signal: SignalHealth; readonly before: HealthLevel }
  | { readonly kind: 'verdict'; readonly place: TestPlace; readonly test: ABTest; readonly before: ABTest | null }
  | { readonly kind: 'status'; readonly status: string | null; readonly before: string | null }
  | { readonly kind: 'count'; readonly name: CountedName; readonly count: number; readonly before: number };

/** The weightiest first: lines of health that were crossed, verdicts that turned, the status, then counts. */
export function changesOf(before: CampaignReport, now: CampaignReport): Change[] {
  return [
    ...healthChanges(before, now),
    ...verdictChanges(before, now),
    ...statusChanges(before, now),
    ...countChanges(before, now),
  ];
}

function healthChanges(before: CampaignReport, now: CampaignReport): Change[] {
  return now.health.signals.flatMap((signal): Change[] => {
    const level = before.health.signals.find((candidate) => candidate.signal === signal.signal)?.level ?? 'unknown';
    const crossed = level !== signal.level && (isAlarming(level) || isAlarming(signal.level));
    return crossed ? [{ kind: 'health', signal, before: level }] : [];
  });
}

/** A verdict turns with its word or with the variant it is about. A step that was not there has none to turn from. */
function verdictChanges(before: CampaignReport, now: CampaignReport): Change[] {
  const earlier = new Map(placesOf(before).map((place) => [keyOf(place), place.step.test]));
  return placesOf(now).flatMap((place): Change[] => {
    const { test } = place.step;
    const then = earlier.get(keyOf(place)) ?? null;
    if (test === null || meaningOf(test) === meaningOf(then)) return [];
    return [{ kind: 'verdict', place, test, before: then }];
  });
}

function statusChanges(before: CampaignReport, now: CampaignReport): Change[] {
  const [then, status] = [before.campaign.status, now.campaign.status];
  return then === status ? [] : [{ kind: 'status', status, before: then }];
}

function countChanges(before: CampaignReport, now: CampaignReport): Change[] {
  const pairs: [Figure, Figure][] = [
    ...FIGURE_NAMES.map((name): [Figure, Figure] => [before.figures[name], now.figures[name]]),
    [before.positiveReplied, now.positiveReplied],
  ];
  return pairs.flatMap(([then, { name, count }]): Change[] =>
    then.count === null || count === null || then.count === count
      ? []
      : [{ kind: 'count', name, count, before: then.count }],
  );
}

/** The same e-mail of the same sequence, whatever it is called by now. */
export function keyOf({ step, subsequence }: TestPlace): string {
  return JSON.stringify([subsequence?.id ?? null, step.sequenceStep]);
}

/** Which variant leads matters where the word is about it. */
function meaningOf(test: ABTest | null): string {
  const word = test?.word ?? 'notEnoughData';
  return JSON.stringify([word, word === 'clearWinner' || word === 'leaning' ? test?.leader : null]);
}
