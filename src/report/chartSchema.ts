import * as v from 'valibot';
import { CHART_NAMES, type ChartRef } from '../analytics/chartRef';

/** One that is not in the report leads to no chart. */
const place = v.nullable(v.number());

/** A chart as the page names it, by message or in the menu of what is under the pointer. */
export const chartSchema: v.GenericSchema<unknown, ChartRef> = v.object({
  chart: v.picklist(CHART_NAMES),
  subsequence: place,
  step: place,
});
