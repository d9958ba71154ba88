// What is said of an A/B test: the word first, then one plain sentence, then the figures.
import * as l10n from '@vscode/l10n';
import type { ABTest, VerdictWord } from './abTest';
import type { Format } from './format';
import { UNKNOWN } from './format';
import { listed, sentencesInARow } from './joinedWords';
import { SIGNIFICANT } from './significance';
import type { PassedOver, TestMetric } from './testMetric';
import type { TestPlan } from './testPlan';
import type { VariantLabel, VariantPair } from './variantPairs';
import { rateLabel, variantLabel, variantName } from './words';

/** The word of a verdict, with "interim" where the planned size is not reached; `—` where nothing can be said. */
export function verdictTitle(test: ABTest): string {
  if (test.word === null) return UNKNOWN;
  const word = verdictWord(test.word);
  return test.interim && test.word !== 'notEnoughData' ? l10n.t('{0} · interim', word) : word;
}

/** `Leaning B · interim`: the word with the variant it is about, for a row of a tree. */
export function verdictLabel(test: ABTest): string {
  const { leader, word, interim } = test;
  if (leader === undefined || (word !== 'clearWinner' && word !== 'leaning')) return verdictTitle(test);
  const label = variantLabel(leader);
  if (word === 'clearWinner') return l10n.t('Clear winner: {0}', label);
  return interim ? l10n.t('Leaning {0} · interim', label) : l10n.t('Leaning {0}', label);
}

export function verdictWord(word: VerdictWord): string {
  switch (word) {
    case 'clearWinner':
      return l10n.t('Clear winner');
    case 'leaning':
      return l10n.t('Leaning');
    case 'tooCloseToCall':
      return l10n.t('Too close to call');
    case 'notEnoughData':
      return l10n.t('Not enough data');
  }
}

/** One plain sentence for a test. */
export function verdictSentence(test: ABTest, format: Format): string {
  const { word, metric, leader } = test;
  if (word === null || metric === null) return obstacleSentence(test.obstacle ?? 'unknown');
  const rates = ratesOf(test, format);
  switch (word) {
    case 'clearWinner':
      return l10n.t(
        '{0} has the higher {1} ({2}), more than chance explains.',
        nameOf(leader),
        metricRate(metric),
        rates,
      );
    case 'leaning':
      return test.leaderBouncesMoreThan.length > 0
        ? l10n.t('{0} has the higher {1} ({2}), but bounces more.', nameOf(leader), metricRate(metric), rates)
        : l10n.t(
            '{0} is ahead in {1} ({2}), but chance may still explain it.',
            nameOf(leader),
            metricRate(metric),
            rates,
          );
    case 'tooCloseToCall':
      return tooCloseSentence(test, metricRate(metric), rates);
    case 'notEnoughData':
      return l10n.t(
        'Too little has been sent, or too little has happened, to compare the variants by {0}.',
        metricRate(metric),
      );
  }
}

/** Of three variants, one may be proven behind while nobody knows which of the others is ahead. */
function tooCloseSentence({ pairs, interim }: ABTest, metric: string, rates: string): string {
  if (pairs.some(({ adjustedP }) => adjustedP < SIGNIFICANT)) {
    return l10n.t('No variant is ahead of all others in {0} ({1}).', metric, rates);
  }
  return interim
    ? l10n.t('So far chance explains the difference in {0} ({1}).', metric, rates)
    : l10n.t('Chance explains the difference in {0} ({1}): take whichever you like.', metric, rates);
}

/** `B 3.5%, A 1.5%`: the leader's and, of many, those of the next in order. */
function ratesOf({ variants, leader }: ABTest, format: Format): string {
  const inOrder = [
    ...variants.filter(({ label }) => label === leader),
    ...variants.filter(({ label }) => label !== leader),
  ];
  const shown = variants.length <= MOST_RATES ? variants : inOrder.slice(0, MOST_RATES);
  const texts = shown.map(({ label, rate }) => `${variantLabel(label)} ${format.percent(rate.value)}`);
  return listed(variants.length > shown.length ? [...texts, '…'] : texts);
}

const MOST_RATES = 4;

export function obstacleSentence(obstacle: NonNullable<ABTest['obstacle']>): string {
  switch (obstacle) {
    case 'unknown':
      return l10n.t('The variants cannot be compared: counts are missing.');
    case 'contradictory':
      return l10n.t('The variants cannot be compared: the counts contradict each other.');
    case 'tooManyVariants':
      return l10n.t('There are too many variants to compare.');
  }
}

function nameOf(label: VariantLabel | undefined): string {
  return variantName({ label: label ?? null });
}

/** `reply rate`, inside a sentence. */
export function metricRate(metric: TestMetric): string {
  switch (metric) {
    case 'replied':
      return l10n.t('reply rate');
    case 'clicked':
      return l10n.t('click rate');
    case 'opened':
      return l10n.t('open rate');
  }
}

/** Which metric the verdict rests on and why no weightier one, with the caution that opens always carry. */
export function metricSentences(choice: Pick<ABTest, 'metric' | 'passedOver'>): string[] {
  return [metricSentence(choice), metricCaution(choice)].filter((sentence) => sentence !== undefined);
}

export function metricSentence({ metric, passedOver }: Pick<ABTest, 'metric' | 'passedOver'>): string | undefined {
  if (metric === null) return undefined;
  return sentencesInARow([l10n.t('Compared by {0}.', metricRate(metric)), ...passedOver.map(passedOverSentence)]);
}

export function metricCaution({ metric }: Pick<ABTest, 'metric'>): string | undefined {
  return metric === 'opened'
    ? l10n.t('Opens are a weak measure: mail privacy services and scanners open mails that nobody read.')
    : undefined;
}

function passedOverSentence({ metric, why }: PassedOver): string {
  switch (metric) {
    case 'replied':
      return why === 'none'
        ? l10n.t('No variant has a reply yet.')
        : l10n.t('SendKit does not report replies by step or variant.');
    case 'clicked':
      return {
        unknown: l10n.t('Clicks are unknown for some variants.'),
        notTracked: l10n.t('Clicks are not tracked.'),
        none: l10n.t('No variant has a click yet.'),
      }[why];
    case 'opened':
      return {
        unknown: l10n.t('Opens are unknown for some variants.'),
        notTracked: l10n.t('Opens are not tracked.'),
        none: l10n.t('No variant has an open yet.'),
      }[why];
  }
}

/** What the test's rates are of: all its variants have the same base. */
export function baseOf({ variants }: ABTest): 'sent' | 'delivered' {
  return variants[0]?.rate.base === 'sent' ? 'sent' : 'delivered';
}

/** "About 1,900 more delivered per variant to detect a 1.5× lift (80% power, 5%)." */
export function planSentence(plan: TestPlan, base: 'delivered' | 'sent', format: Format): string {
  const lift = format.factor(plan.lift);
  if (plan.file !== undefined) return writtenPlanSentence(plan, plan.file, base, format);
  if (plan.perVariant === null || plan.missing === null) {
    return plan.baseRate
      ? l10n.t('No number of mails can show a {0} lift at a rate of {1}.', lift, format.percent(plan.baseRate))
      : l10n.t('No number of mails can be planned for: nothing has happened that a rate could be made of.');
  }
  const numbers = [format.count(plan.missing === 0 ? plan.perVariant : plan.missing), lift];
  if (plan.missing === 0) {
    return base === 'sent'
      ? l10n.t('The planned size of {0} sent per variant, for a {1} lift, is reached (80% power, 5%).', ...numbers)
      : l10n.t(
          'The planned size of {0} delivered per variant, for a {1} lift, is reached (80% power, 5%).',
          ...numbers,
        );
  }
  return base === 'sent'
    ? l10n.t('About {0} more sent per variant to detect a {1} lift (80% power, 5%).', ...numbers)
    : l10n.t('About {0} more delivered per variant to detect a {1} lift (80% power, 5%).', ...numbers);
}

/** "About 1,900 more delivered per variant to the planned 2,000 (planned in opening.sendkit-test.json)." */
function writtenPlanSentence(
  { perVariant, missing }: TestPlan,
  file: string,
  base: 'delivered' | 'sent',
  format: Format,
): string {
  const planned = [format.count(perVariant), file];
  if (missing === 0) {
    return base === 'sent'
      ? l10n.t('The planned size of {0} sent per variant is reached (planned in {1}).', ...planned)
      : l10n.t('The planned size of {0} delivered per variant is reached (planned in {1}).', ...planned);
  }
  const numbers = [format.count(missing), ...planned];
  return base === 'sent'
    ? l10n.t('About {0} more sent per variant to the planned {1} (planned in {2}).', ...numbers)
    : l10n.t('About {0} more delivered per variant to the planned {1} (planned in {2}).', ...numbers);
}

/** `+2.0 points (95% interval +0.2 to +3.9)`. */
export function differenceText(
  { difference, interval }: Pick<VariantPair, 'difference' | 'interval'>,
  format: Format,
): string {
  return interval === null
    ? l10n.t('{0} points', format.points(difference))
    : l10n.t(
        '{0} points (95% interval {1} to {2})',
        format.points(difference),
        format.points(interval.low),
        format.points(interval.high),
      );
}

/** `95% interval +0.2 to +3.9`, in points, or nothing where there is none. */
export function differenceIntervalText(
  { interval }: Pick<VariantPair, 'interval'>,
  format: Format,
): string | undefined {
  return interval === null
    ? undefined
    : l10n.t('95% interval {0} to {1}', format.points(interval.low), format.points(interval.high));
}

/** What else has to be known before acting on a verdict. */
export function testCautions(
  { leader, leaderBouncesMoreThan, unevenSends, interim, word }: ABTest,
  format: Format,
): string[] {
  return [
    ...(interim && word !== null && word !== 'notEnoughData'
      ? [l10n.t('Interim: the planned size is not reached, and whoever looks often enough sees a winner in any noise.')]
      : []),
    ...(leaderBouncesMoreThan.length === 0
      ? []
      : [
          l10n.t(
            '{0} bounces significantly more than {1}, so it is not called a winner.',
            nameOf(leader),
            listed(leaderBouncesMoreThan.map(variantLabel)),
          ),
        ]),
    ...(unevenSends === null ? [] : [unevenSendsSentence(unevenSends, format)]),
  ];
}

export function unevenSendsSentence(p: number, format: Format): string {
  return l10n.t(
    'The variants were sent very unevenly (p {0}): if they were meant to be equal, something else than chance divides the leads.',
    format.pValue(p),
  );
}

/** The heading of a table's column for the metric's rate. */
export function metricHeading(metric: TestMetric): string {
  return rateLabel(metric);
}
