import * as v from 'valibot';
import { periodChoiceSchema } from '../analytics/periodSchema';
import { chartSchema } from './chartSchema';
import { comparedSchema } from './comparedSchema';
import { comparisonSchema } from './comparisonSchema';
import { PICTURE_USES, REPORT_SECTIONS, type MessageToPage } from './protocol';
import { reportSchema } from './reportSchema';

const problem = v.nullable(
  v.object({
    message: v.string(),
    remedy: v.picklist(['setApiKey', 'selectWorkspace', 'openBaseUrlSetting', 'refresh']),
  }),
);
const language = { locale: v.string(), strings: v.nullable(v.record(v.string(), v.string())) };
/** Epoch milliseconds that a date can hold. */
const time = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const fetchedAt = v.nullable(time);

const toPage: v.GenericSchema<unknown, MessageToPage> = v.variant('type', [
  v.object({
    type: v.literal('show'),
    view: v.object({
      ...language,
      id: v.string(),
      name: v.string(),
      sample: v.boolean(),
      workspace: v.nullable(v.string()),
      period: periodChoiceSchema,
      loading: v.boolean(),
      report: v.nullable(reportSchema),
      fetchedAt,
      problem,
      moments: v.array(time),
      moment: v.nullable(time),
      changed: v.nullable(v.object({ since: time, sentences: v.array(v.string()) })),
    }),
    unlessShown: v.exactOptional(v.literal(true)),
  }),
  v.object({ type: v.literal('goTo'), section: v.picklist(REPORT_SECTIONS) }),
  v.object({
    type: v.literal('showComparison'),
    view: v.object({
      ...language,
      compared: v.array(comparedSchema),
      loading: v.boolean(),
      comparison: v.nullable(comparisonSchema),
      fetchedAt,
      problem,
    }),
  }),
  v.object({ type: v.literal('drawPicture'), chart: chartSchema, use: v.picklist(PICTURE_USES), svg: v.string() }),
]);

/** A message of the extension, or `undefined` for anything else. */
export function decodeToPage(message: unknown): MessageToPage | undefined {
  const result = v.safeParse(toPage, message);
  return result.success ? result.output : undefined;
}
