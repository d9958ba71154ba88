import type { Format } from '../analytics/format';
import type { Health, HealthLevel, SignalHealth, StepAtFault } from '../analytics/health';
import { healthLevel, healthSummary, signalSentence, spamComplaintsSentence } from '../analytics/healthWords';
import type { HealthSignal } from '../analytics/rules';
import { rateLabel, stepTitle } from '../analytics/words';
import { rateDocument, type RateDocument } from './figureDocument';

export interface StepAtFaultDocument {
  readonly rank: number | null;
  readonly sequenceStep: number | null;
  readonly title: string;
  readonly rate: RateDocument;
}

export interface SignalDocument {
  readonly signal: HealthSignal;
  /** `Bounce rate`. */
  readonly label: string;
  /** `critical` and `warning` are alarms; `tooFew` says nothing, for want of mails. */
  readonly level: HealthLevel;
  /** The level's word. */
  readonly word: string;
  readonly rate: RateDocument;
  /** The line that was crossed, as a fraction; `null` where none was. */
  readonly line: number | null;
  readonly sentence: string;
  /** The steps that cross the line by themselves, the worst first. */
  readonly stepsAtFault: readonly StepAtFaultDocument[];
}

export interface HealthDocument {
  /** The worst of the signals. */
  readonly level: HealthLevel;
  /** `Bounce rate critical`. */
  readonly summary: string;
  readonly signals: readonly SignalDocument[];
  /** Spam complaints are not in SendKit's API: nobody should take silence for zero. */
  readonly spamComplaints: string;
}

export function healthDocument(health: Health, format: Format): HealthDocument {
  return {
    level: health.level,
    summary: healthSummary(health),
    signals: health.signals.map((signal) => signalDocument(signal, format)),
    spamComplaints: spamComplaintsSentence(),
  };
}

function signalDocument(health: SignalHealth, format: Format): SignalDocument {
  const { signal, level, rate, line, stepsAtFault } = health;
  return {
    signal,
    label: rateLabel(signal),
    level,
    word: healthLevel(level),
    rate: rateDocument(rate, format),
    line,
    sentence: signalSentence(health, format),
    stepsAtFault: stepsAtFault.map((step) => stepAtFaultDocument(step, format)),
  };
}

function stepAtFaultDocument(step: StepAtFault, format: Format): StepAtFaultDocument {
  const { rank, sequenceStep, rate } = step;
  return { rank, sequenceStep, title: stepTitle(step), rate: rateDocument(rate, format) };
}
