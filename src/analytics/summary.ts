// The first thing to know about a campaign, and what to do next: from its figures, health and verdicts alone.
import { isAlarming, type SignalHealth } from './health';
import type { CampaignReport } from './report';
import type { StepReport } from './steps';
import type { SubsequenceReport } from './subsequences';

/** What to do next, the most pressing of all that could be said. Words for it are in `summaryWords.ts`. */
export type Advice =
  | { readonly kind: 'nothingSent' }
  | { readonly kind: 'health'; readonly signal: SignalHealth }
  | { readonly kind: 'useWinner' | 'keepTesting'; readonly place: TestPlace }
  | { readonly kind: 'nothingToDo' };

/** A tested e-mail, and the subsequence that it stands in; `null` is the main sequence. */
export interface TestPlace {
  readonly step: StepReport;
  readonly subsequence: SubsequenceReport | null;
}

const ALARMS = ['critical', 'warning'] as const;

/** Alarms first, as they cost more than any test brings; then a winner to use; then a test to let run. */
export function adviceOf(report: CampaignReport): Advice {
  if (report.figures.sent.count === 0) return { kind: 'nothingSent' };
  const [alarm] = ALARMS.flatMap((level) => report.health.signals.filter((signal) => signal.level === level));
  if (alarm && isAlarming(alarm.level)) return { kind: 'health', signal: alarm };
  const places = placesOf(report);
  const won = places.find(({ step }) => step.test?.word === 'clearWinner');
  if (won) return { kind: 'useWinner', place: won };
  const running = places.find(({ step }) => step.test?.word && step.test.interim);
  return running ? { kind: 'keepTesting', place: running } : { kind: 'nothingToDo' };
}

/** Every e-mail of the main sequence, then those of the subsequences. */
export function placesOf({ steps, subsequences }: CampaignReport): TestPlace[] {
  return [
    ...steps.map((step) => ({ step, subsequence: null })),
    ...subsequences.flatMap((subsequence) => subsequence.steps.map((step) => ({ step, subsequence }))),
  ];
}
