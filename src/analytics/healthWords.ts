// What is said of a campaign's or a mailbox's health.
import * as l10n from '@vscode/l10n';
import { UNKNOWN, type Format } from './format';
import { isAlarming, type Health, type HealthLevel, type SignalHealth } from './health';
import { listed, sentencesInARow } from './joinedWords';
import { rateLabel, rateWithFraction, stepTitle } from './words';

export function healthLevel(level: HealthLevel): string {
  switch (level) {
    case 'critical':
      return l10n.t('critical');
    case 'warning':
      return l10n.t('warning');
    case 'healthy':
      return l10n.t('healthy');
    case 'tooFew':
      return l10n.t('too few mails to tell');
    case 'unknown':
      return UNKNOWN;
  }
}

/** `Bounce rate critical`: the worst signal, or the level where none alarms. */
export function healthSummary({ level, signals }: Health): string {
  const worst = signals.find((signal) => signal.level === level);
  return isAlarming(level) && worst ? alarmText(worst) : healthLevel(level);
}

/** `Bounce rate critical`, of a signal that alarms. */
export function alarmText({ signal, level }: Pick<SignalHealth, 'signal' | 'level'>): string {
  return level === 'critical' ? l10n.t('{0} critical', rateLabel(signal)) : l10n.t('{0} warning', rateLabel(signal));
}

/** The worst are named, the others counted. */
const MOST_STEPS_NAMED = 5;

/** `Bounce rate 6.3% (95 of 1,500 sent). Above the critical line of 5%, by its interval too. By itself, too: Email 2 (9.1%).` */
export function signalSentence(signal: SignalHealth, format: Format): string {
  const { level, rate } = signal;
  const label = rateLabel(signal.signal);
  if (level === 'unknown') return l10n.t('{0}: unknown.', label);
  const value = rateWithFraction(rate, format);
  const line = lineSentence(signal, format);
  if (line === undefined) return l10n.t('{0} {1}: {2}.', label, value, healthLevel(level));
  return sentencesInARow([l10n.t('{0} {1}.', label, value), line, stepsAtFaultSentence(signal, format)]);
}

/** `Above the critical line of 5%, by its interval too.`: the line alone, or nothing where none was crossed. */
export function lineSentence({ signal, level, line }: SignalHealth, format: Format): string | undefined {
  if (line === null || !isAlarming(level)) return undefined;
  if (signal === 'delivered') {
    return level === 'critical'
      ? l10n.t('Below the critical line of {0}, by its interval too.', format.tick(line))
      : l10n.t('Below the warning line of {0}.', format.tick(line));
  }
  return level === 'critical'
    ? l10n.t('Above the critical line of {0}, by its interval too.', format.tick(line))
    : l10n.t('At or above the warning line of {0}.', format.tick(line));
}

/** `By itself, too: Email 2 · Follow-up (9.1%).`, or nothing where no step is to blame. */
export function stepsAtFaultSentence({ stepsAtFault }: SignalHealth, format: Format): string | undefined {
  if (stepsAtFault.length === 0) return undefined;
  const shown = stepsAtFault.slice(0, MOST_STEPS_NAMED);
  const steps = listed(shown.map((step) => l10n.t('{0} ({1})', stepTitle(step), format.percent(step.rate.value))));
  const rest = stepsAtFault.length - shown.length;
  return rest === 0
    ? l10n.t('By itself, too: {0}.', steps)
    : l10n.t('By itself, too: {0} and {1} more.', steps, format.count(rest));
}

/** Said wherever health is shown: nobody should take silence for zero. */
export function spamComplaintsSentence(): string {
  return l10n.t('Spam complaints are not in SendKit’s API.');
}
