import * as l10n from '@vscode/l10n';
import { addDays, daysBetween, isDay, periodOf, type Period, type PeriodChoice } from '../../../analytics/period';

/** First and last day as they stand in their fields; what is no whole day is an empty text. */
export interface CustomDays {
  readonly from: string;
  readonly to: string;
}

/** Whether a period has no bounds. */
export function isAllTime({ from, to }: Period): boolean {
  return from === undefined && to === undefined;
}

export type DaysProblem = 'firstIsNoDay' | 'lastIsNoDay' | 'firstAfterLast';

/** What keeps two fields from being a period. */
export function problemOfDays({ from, to }: CustomDays): DaysProblem | undefined {
  if (!isDay(from)) return 'firstIsNoDay';
  if (!isDay(to)) return 'lastIsNoDay';
  return daysBetween(from, to) < 0 ? 'firstAfterLast' : undefined;
}

export function daysProblemSentence(problem: DaysProblem): string {
  switch (problem) {
    case 'firstIsNoDay':
      return l10n.t('The first day is not a day of the calendar.');
    case 'lastIsNoDay':
      return l10n.t('The last day is not a day of the calendar.');
    case 'firstAfterLast':
      return l10n.t('The first day is after the last.');
  }
}

/** What the fields begin with: the days of the choice so far, or thirty days up to today. */
export function firstDays(choice: PeriodChoice, today: string): CustomDays {
  const { from, to = today }: Period = periodOf(choice, today);
  return { from: from ?? addDays(to, -29), to };
}
