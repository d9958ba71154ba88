// Whether a sender should worry. Spam complaints are not in SendKit's API: nothing is said of them, least of all zero.
import type { Figures } from './figures';
import type { Rate } from './rate';
import { HEALTH_SIGNALS, type HealthLines, type HealthRules, type HealthSignal } from './rules';
import type { StepReport } from './steps';

/** `tooFew`: nothing proven, and not enough sent for the rate alone to count. `unknown`: no rate. */
export type HealthLevel = 'critical' | 'warning' | 'healthy' | 'tooFew' | 'unknown';

/** A step that crosses a line by itself. */
export type StepAtFault = Pick<StepReport, 'rank' | 'sequenceStep' | 'name'> & { readonly rate: Rate };

export interface SignalHealth {
  readonly signal: HealthSignal;
  readonly level: HealthLevel;
  readonly rate: Rate;
  /** The line that was crossed, as a fraction; `null` where none was. */
  readonly line: number | null;
  /** The worst first, by what is proven of them; empty where no step is to blame by itself. */
  readonly stepsAtFault: readonly StepAtFault[];
}

export interface Health {
  /** The worst of the signals. */
  readonly level: HealthLevel;
  readonly signals: readonly SignalHealth[];
}

/** One bounce of three mails passes every line by its interval, too, and is no alarm. */
const FEWEST_EVENTS = 3;

const FROM_WORST: readonly HealthLevel[] = ['critical', 'warning', 'healthy', 'tooFew', 'unknown'];

/** The ladder for one set of figures: a campaign's with its steps, or a mailbox's. */
export function healthOf(figures: Figures, rules: HealthRules, steps: readonly StepReport[] = []): Health {
  const signals = HEALTH_SIGNALS.map((signal) => signalHealthOf(signal, figures, rules, steps));
  return { level: worstOf(signals.map(({ level }) => level)), signals };
}

/** Whether something should be done, or at least watched. */
export function isAlarming(level: HealthLevel): level is 'critical' | 'warning' {
  return level === 'critical' || level === 'warning';
}

function signalHealthOf(
  signal: HealthSignal,
  figures: Figures,
  rules: HealthRules,
  steps: readonly StepReport[],
): SignalHealth {
  const rate = rateOf(signal, figures);
  const level = levelOf(signal, rate, figures, rules);
  return {
    signal,
    level,
    rate,
    line: isAlarming(level) ? rules[signal][level] : null,
    stepsAtFault: isAlarming(level) ? stepsAtFault(signal, level, steps, rules) : [],
  };
}

/**
 * Critical when the 95 % Wilson bound has passed the line, so that one bounce in ten mails is no alarm;
 * warning when the rate itself has, and enough were sent.
 */
function levelOf(signal: HealthSignal, rate: Rate, figures: Figures, rules: HealthRules): HealthLevel {
  const { value, interval } = rate;
  if (value === null || interval === null) return 'unknown';
  const lines = rules[signal];
  const hasEnough = (figures.sent.count ?? 0) >= rules.minimumSent;
  const happened = signal === 'delivered' ? (rate.denominator ?? 0) - (rate.numerator ?? 0) : (rate.numerator ?? 0);
  const [crosses, provenRate] = signal === 'delivered' ? [isBelow, interval.high] : [isAtOrAbove, interval.low];
  if (happened >= FEWEST_EVENTS && crosses(provenRate, lines.critical)) return 'critical';
  if (!hasEnough) return 'tooFew';
  return crosses(value, lines.warning) ? 'warning' : 'healthy';
}

const isBelow = (rate: number, line: HealthLines['warning']): boolean => rate < line;
const isAtOrAbove = (rate: number, line: HealthLines['warning']): boolean => rate >= line;

function stepsAtFault(
  signal: HealthSignal,
  level: 'critical' | 'warning',
  steps: readonly StepReport[],
  rules: HealthRules,
): StepAtFault[] {
  const asBad: readonly HealthLevel[] = level === 'critical' ? ['critical'] : ['critical', 'warning'];
  const badness = ({ interval }: Rate): number =>
    signal === 'delivered' ? -(interval?.high ?? 1) : (interval?.low ?? 0);
  return steps
    .map(({ rank, sequenceStep, name, figures }) => ({
      ...{ rank, sequenceStep, name, rate: rateOf(signal, figures) },
      level: levelOf(signal, rateOf(signal, figures), figures, rules),
    }))
    .filter((step) => asBad.includes(step.level))
    .sort((a, b) => badness(b.rate) - badness(a.rate))
    .map(({ rank, sequenceStep, name, rate }) => ({ rank, sequenceStep, name, rate }));
}

function rateOf(signal: HealthSignal, figures: Figures): Rate {
  const { rate } = figures[signal];
  return rate ?? { numerator: null, denominator: null, base: 'sent', value: null, interval: null };
}

function worstOf(levels: readonly HealthLevel[]): HealthLevel {
  return FROM_WORST.find((level) => levels.includes(level)) ?? 'unknown';
}
