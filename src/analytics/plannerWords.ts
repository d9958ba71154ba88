import * as l10n from '@vscode/l10n';
import type { Format } from './format';
import { listed } from './joinedWords';
import type { ListLimit, PlannedLift, Testable } from './testPlanner';
import { metricRate } from './testWords';
import { fraction, rateLabel, stepTitle } from './words';

/** `Email 1 · First — Click rate 12.4%`. */
export function testableTitle({ step, metric, baseRate }: Testable, format: Format): string {
  return l10n.t('{0} — {1} {2}', stepTitle(step), rateLabel(metric), format.percent(baseRate));
}

/** `24 of 194 delivered · about 50 sent a day`. */
export function testableDetail({ step, metric, sentPerDay }: Testable, format: Format): string {
  const { rate } = step.figures[metric];
  return [
    ...(rate ? [fraction(rate, format)] : []),
    sentPerDay === null
      ? l10n.t('nobody knows how many a day')
      : l10n.t('about {0} sent a day', format.count(Math.max(1, Math.round(sentPerDay)))),
  ].join(' · ');
}

/** `1.5× lift: 3.0% → 4.5%`. */
export function liftTitle({ lift }: PlannedLift, { baseRate }: Testable, format: Format): string {
  const reached = baseRate * lift;
  return reached < 1
    ? l10n.t('{0} lift: {1} → {2}', format.factor(lift), format.percent(baseRate), format.percent(reached))
    : l10n.t('{0} drop: {1} → {2}', format.factor(lift), format.percent(baseRate), format.percent(baseRate / lift));
}

/** `2,515 per variant, 5,030 in all · until Dec 12, 2026`. */
export function liftSize({ perVariant, total, until }: PlannedLift, format: Format): string {
  if (perVariant === null || total === null) return l10n.t('no number of mails can show it');
  const size = l10n.t('{0} per variant, {1} in all', format.count(perVariant), format.count(total));
  return until === null ? size : l10n.t('{0} · until {1}', size, format.day(until));
}

/** "300 leads can only show a 3.8× change at 3.0%." */
export function listLimitSentence(
  { leads, variants, lift }: ListLimit,
  { baseRate }: Testable,
  format: Format,
): string {
  const facts = [format.count(leads), format.count(variants), format.percent(baseRate)];
  return lift === null
    ? l10n.t('{0} leads in {1} variants cannot show any change at {2}.', ...facts)
    : l10n.t('{0} leads in {1} variants can only show a {3} change at {2}.', ...facts, format.factor(lift));
}

/** The plan as a few lines of Markdown, to be put where tests are written down. */
export function planText(
  campaign: string,
  testable: Testable,
  planned: PlannedLift,
  limit: ListLimit | null,
  format: Format,
): string {
  return [
    l10n.t('A/B test of {0}, {1}, by {2}', campaign, stepTitle(testable.step), metricRate(testable.metric)),
    '',
    `- ${liftTitle(planned, testable, format)}`,
    `- ${l10n.t('{0} ({1})', liftSize(planned, format), listed([variantCount(planned.variants, format), powerText()]))}`,
    ...(limit === null ? [] : [`- ${listLimitSentence(limit, testable, format)}`]),
    `- ${l10n.t('Look once, when the size is reached. Looking earlier is interim.')}`,
  ].join('\n');
}

/** `3 variants`. */
export function variantCount(variants: number, format: Format): string {
  return l10n.t('{0} variants', format.count(variants));
}

export function powerText(): string {
  return l10n.t('80% power, 5%');
}
