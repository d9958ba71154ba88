// The first thing to know about a campaign, and what to do next: from its figures, health and verdicts alone.
import { isAlarming, type SignalHealth } from './health';
import type { CampaignReport } from './report';
import type { StepReport } from './steps';

/** What to do next, the most pressing of all that could be said. Words for it are in `summaryWords.ts`. */
export type Advice =
  | { readonly kind: 'nothingSent' }
  | { readonly kind: 'health'; readonly signal: SignalHealth }
  | { readonly kind: 'useWinner'; readonly step: StepReport }
  | { readonly kind: 'keepTesting'; readonly step: StepReport }
  | { readonly kind: 'nothingToDo' };

const ALARMS = ['critical', 'warning'] as const;

/** Alarms first, as they cost more than any test brings; then a winner to use; then a test to let run. */
export function adviceOf(report: CampaignReport): Advice {
  if (!report.figures.sent.count) return { kind: 'nothingSent' };
  const [alarm] = ALARMS.flatMap((level) => report.health.signals.filter((signal) => signal.level === level));
  if (alarm && isAlarming(alarm.level)) return { kind: 'health', signal: alarm };
  const steps = [...report.steps, ...report.subsequences.flatMap((subsequence) => subsequence.steps)];
  const won = steps.find(({ test }) => test?.word === 'clearWinner');
  if (won) return { kind: 'useWinner', step: won };
  const running = steps.find(({ test }) => test?.word && test.interim);
  return running ? { kind: 'keepTesting', step: running } : { kind: 'nothingToDo' };
}
