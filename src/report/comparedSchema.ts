import * as v from 'valibot';
import { periodChoiceSchema } from '../analytics/periodSchema';
import type { ComparedRef } from './protocol';

/** The same as it comes from the page's state or by message. */
export const comparedSchema: v.GenericSchema<unknown, ComparedRef> = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  choice: periodChoiceSchema,
  workspace: v.nullable(v.object({ id: v.string(), name: v.nullable(v.string()) })),
});
