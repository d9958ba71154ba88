import * as l10n from '@vscode/l10n';
import type { Format } from '../analytics/format';
import { choiceOf, flawAt, type Flaw } from './flaw';
import { dayOf, type TestFile } from './testFile';

interface Days {
  /** `YYYY-MM-DD`; empty where nobody knows when the campaign started. */
  readonly started: string;
  readonly today: string;
  readonly format: Format;
}

/** Whether the days are on the calendar, and in an order that can be. */
export function checkDays({ fields, decision }: TestFile, { started, today, format }: Days): Flaw[] {
  const message = (value: unknown, latest: string): string | undefined => {
    const day = dayOf(value);
    if (day === undefined) return isLikeDay(value) ? l10n.t('This day is not on the calendar.') : undefined;
    if (day > latest) return l10n.t('This day is still to come.');
    return day < started ? l10n.t('The campaign started on {0}.', format.day(started)) : '';
  };
  return [
    { node: fields.get('stopDate'), latest: '~' },
    { node: decision?.get('date'), latest: today },
  ].flatMap(({ node, latest }) => {
    const said = node?.value === null ? '' : message(node?.value, latest);
    return said === '' ? [] : flawAt(node, said, [choiceOf(format.day(today), today)], 'warning');
  });
}

/** What the JSON schema takes for a day. */
function isLikeDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
