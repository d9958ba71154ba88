import * as l10n from '@vscode/l10n';
import type { ComparedPair, ComparedRate, Comparison, ComparisonPrior, ComparisonSubject } from './comparison';
import type { Format } from './format';
import { daysText } from './words';

/** A subject's name; with its days where the same campaign stands there more than once. */
export function subjectName(subject: ComparisonSubject, { subjects }: Comparison, format: Format): string {
  const sameCampaign = subjects.filter(({ campaign }) => campaign.id === subject.campaign.id);
  return sameCampaign.length > 1
    ? l10n.t('{0} ({1})', subject.campaign.name, daysText(subject.period, format))
    : subject.campaign.name;
}

/** One sentence over the whole comparison. */
export function comparisonSentence(comparison: Comparison, format: Format): string {
  if (comparison.overlapping) {
    return l10n.t('The periods overlap: the same mails are on both sides, so their differences are not tested.');
  }
  if (comparison.rates.every(({ pairs }) => pairs.length === 0)) {
    return l10n.t('Nothing can be compared: no rate is known for two of them.');
  }
  const replies = comparison.rates.find(({ name }) => name === 'replied');
  const real = (replies?.pairs ?? []).filter(({ moreThanNoise }) => moreThanNoise);
  const anyReal = comparison.rates.some(({ pairs }) => pairs.some(({ moreThanNoise }) => moreThanNoise));
  const [pair] = real;
  if (pair && real.length === 1) {
    const [higher, lower] = pair.difference > 0 ? [pair.b, pair.a] : [pair.a, pair.b];
    return l10n.t(
      '“{0}” has a higher reply rate than “{1}”, by more than noise.',
      nameAt(comparison, higher, format),
      nameAt(comparison, lower, format),
    );
  }
  if (real.length > 1) {
    return l10n.t('{0} differences in reply rate are more than noise.', format.count(real.length));
  }
  return anyReal
    ? l10n.t('No difference in reply rate is more than noise; some in other rates are.')
    : l10n.t('No difference is more than noise.');
}

function nameAt(comparison: Comparison, index: number, format: Format): string {
  const subject = comparison.subjects[index];
  return subject ? subjectName(subject, comparison, format) : '';
}

/** `more than noise`, or `may be noise`. */
export function noiseWord({ moreThanNoise }: Pick<ComparedPair, 'moreThanNoise'>): string {
  return moreThanNoise ? l10n.t('more than noise') : l10n.t('may be noise');
}

/** Where an interval leaves out 0 and the difference still may be noise: how both can be so. */
export function aloneSentence({ pairs }: ComparedRate, { rates }: Comparison, format: Format): string | undefined {
  const leavesOut0 = ({ interval }: ComparedPair): boolean =>
    interval !== null && (interval.low > 0 || interval.high < 0);
  if (!pairs.some((pair) => !pair.moreThanNoise && leavesOut0(pair))) return undefined;
  const tested = rates.reduce((sum, rate) => sum + rate.pairs.length, 0);
  return l10n.t(
    'Each interval is for one difference taken alone. {0} are tested on this page, and among so many one may leave out 0 by chance: p allows for that.',
    format.count(tested),
  );
}

/** How the order came about, for it is not that of the plain rates. */
export function priorSentence({ rate, weight, from }: ComparisonPrior, format: Format): string {
  return from === 'workspace'
    ? l10n.t(
        'Sorted by reply rate, small campaigns drawn towards the workspace’s {0} as if {1} more mails had been sent at that rate.',
        format.percent(rate),
        format.count(weight),
      )
    : l10n.t(
        'Sorted by reply rate, small campaigns drawn towards the {0} of all compared as if {1} more mails had been sent at that rate.',
        format.percent(rate),
        format.count(weight),
      );
}
