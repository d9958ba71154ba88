import * as v from 'valibot';
import { daysBetween, isDay, type PeriodChoice } from './period';

/** A day of the calendar, as `YYYY-MM-DD`. */
export const day = v.pipe(v.string(), v.check(isDay));

/** A choice as it comes from the page or from disk: real days, the first not after the last. */
export const periodChoiceSchema: v.GenericSchema<unknown, PeriodChoice> = v.variant('kind', [
  v.object({ kind: v.literal('all') }),
  v.object({ kind: v.literal('last'), days: v.picklist([7, 30, 90]) }),
  v.object({ kind: v.literal('thisMonth') }),
  v.pipe(
    v.object({ kind: v.literal('custom'), from: day, to: day }),
    v.check(({ from, to }) => daysBetween(from, to) >= 0),
  ),
]);
