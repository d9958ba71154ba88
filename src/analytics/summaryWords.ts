import * as l10n from '@vscode/l10n';
import type { Format } from './format';
import type { SignalHealth } from './health';
import { alarmText } from './healthWords';
import { sentencesInARow } from './joinedWords';
import type { CampaignReport } from './report';
import { adviceOf, type TestPlace } from './summary';
import { planSentence, verdictLabel } from './testWords';
import { fraction, positivePart, stepTitle, subsequenceName, variantName } from './words';

/** How the campaign does, and what to do next: one or two sentences. */
export function summaryText(report: CampaignReport, format: Format): string {
  const advice = adviceOf(report);
  const state = stateSentence(report, format);
  switch (advice.kind) {
    case 'nothingSent':
      return l10n.t('Nothing has been sent yet.');
    case 'health':
      return sentencesInARow([state, alarmSentence(advice.signal, format)]);
    case 'useWinner':
      return sentencesInARow([state, winnerSentence(advice.place)]);
    case 'keepTesting':
      return sentencesInARow([state, testingSentence(advice.place, report, format)]);
    case 'nothingToDo':
      return state;
  }
}

function stateSentence({ figures: { replied, sent }, positiveReplied }: CampaignReport, format: Format): string {
  const { rate } = replied;
  if (typeof rate?.value !== 'number') {
    return replied.count === null
      ? l10n.t('{0} sent; how many replied is unknown.', format.count(sent.count))
      : l10n.t('{0} sent, {1} replied.', format.count(sent.count), format.count(replied.count));
  }
  const positive = positivePart(positiveReplied, format);
  const facts = [format.percent(rate.value), fraction(rate, format)];
  return positive === undefined
    ? l10n.t('{0} replied: {1}.', ...facts)
    : l10n.t('{0} replied: {1}, {2}.', ...facts, positive);
}

function alarmSentence(signal: SignalHealth, format: Format): string {
  const [step] = signal.stepsAtFault;
  const alarm = l10n.t('{0} ({1})', alarmText(signal), format.percent(signal.rate.value));
  const where = step ? l10n.t('{0}, most of all in {1}', alarm, stepTitle(step)) : alarm;
  switch (signal.signal) {
    case 'bounced':
    case 'delivered':
      return signal.level === 'critical'
        ? l10n.t('{0}: pause it and check the addresses before sending more.', where)
        : l10n.t('{0}: check the addresses that are still to come.', where);
    case 'unsubscribed':
      return signal.level === 'critical'
        ? l10n.t('{0}: pause it, and look again at who gets these mails.', where)
        : l10n.t('{0}: look again at who gets these mails.', where);
  }
}

function winnerSentence(place: TestPlace): string {
  const winner = variantName({ label: place.step.test?.leader ?? null });
  return l10n.t('{0}: {1} is the clear winner, send that one.', placeTitle(place), winner);
}

function testingSentence(place: TestPlace, { rateBase }: CampaignReport, format: Format): string | undefined {
  const { test } = place.step;
  if (!test) return undefined;
  const state = l10n.t('{0}: {1}.', placeTitle(place), verdictLabel(test));
  return test.plan.missing === null ? state : sentencesInARow([state, planSentence(test.plan, rateBase, format)]);
}

/** `Email 1 · First`, after the subsequence's name where it stands in one. */
export function placeTitle({ step, subsequence }: TestPlace): string {
  return subsequence ? l10n.t('{0}, {1}', subsequenceName(subsequence), stepTitle(step)) : stepTitle(step);
}
