import * as v from 'valibot';
import { periodChoiceSchema } from '../analytics/periodSchema';
import { PLAIN_REQUESTS, type MessageFromPage } from './protocol';

const fromPage: v.GenericSchema<unknown, MessageFromPage> = v.variant('type', [
  v.object({ type: v.picklist(PLAIN_REQUESTS) }),
  v.object({ type: v.literal('selectPeriod'), period: periodChoiceSchema }),
]);

/** A message of the page, or `undefined` for anything else. */
export function decodeFromPage(message: unknown): MessageFromPage | undefined {
  const result = v.safeParse(fromPage, message);
  return result.success ? result.output : undefined;
}
