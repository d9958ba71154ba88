import * as v from 'valibot';
import { periodChoiceSchema } from '../analytics/periodSchema';
import { chartSchema } from './chartSchema';
import { MOST_PICTURE_BYTES, PICTURE_USES, PLAIN_REQUESTS, type MessageFromPage } from './protocol';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const png = v.custom<Uint8Array>(
  (value) =>
    value instanceof Uint8Array &&
    value.length <= MOST_PICTURE_BYTES &&
    PNG_SIGNATURE.every((byte, at) => value[at] === byte),
);

const fromPage: v.GenericSchema<unknown, MessageFromPage> = v.variant('type', [
  v.object({ type: v.picklist(PLAIN_REQUESTS) }),
  v.object({ type: v.literal('selectPeriod'), period: periodChoiceSchema }),
  v.object({ type: v.literal('showMoment'), at: v.nullable(v.pipe(v.number(), v.finite())) }),
  v.object({ type: v.literal('picture'), chart: chartSchema, png }),
  v.object({ type: v.literal('noPicture'), chart: chartSchema, use: v.picklist(PICTURE_USES) }),
]);

/** A message of the page, or `undefined` for anything else. */
export function decodeFromPage(message: unknown): MessageFromPage | undefined {
  const result = v.safeParse(fromPage, message);
  return result.success ? result.output : undefined;
}
