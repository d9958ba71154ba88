import * as l10n from '@vscode/l10n';
import type { Format } from '../../analytics/format';
import type { StepReport } from '../../analytics/steps';
import { rateLabel, stepName, stepTitle, variantName } from '../../analytics/words';
import type { StepRate } from '../tables/stepsTable';
import { highestOf, type BarChart, type BarRow, type Tone } from './barChart';
import { rateRow } from './rateRow';

const TONES: Readonly<Record<StepRate, Tone>> = { opened: 'blue', clicked: 'purple', replied: 'green', bounced: 'red' };
/** As many as a sheet of paper holds. */
const ROWS_OF_CHART = 22;
/** More than a reader compares; the table has more. */
const MOST_CHARTS = 4;

/** One rate over all steps and variants on one scale; in several charts where one would not fit a sheet of paper. */
export function stepsCharts(id: string, steps: readonly StepReport[], rate: StepRate, format: Format): BarChart[] {
  const groups = grouped(steps.map((step) => rowsOf(step, rate, format)));
  const reach = highestOf(groups.flat());
  return groups.map((rows, index) => ({
    id: `${id}-${rate}${index === 0 ? '' : `-${index + 1}`}`,
    title: groups.length === 1 ? titleOf(rate) : l10n.t('{0} ({1} of {2})', titleOf(rate), index + 1, groups.length),
    tick: format.tick,
    reach,
    rows,
  }));
}

/** The same in one chart, for a picture, which has no sheet to fit on. */
export function stepsChart(steps: readonly StepReport[], rate: StepRate, format: Format): BarChart {
  const rows = steps.flatMap((step) => rowsOf(step, rate, format)).slice(0, MOST_CHARTS * ROWS_OF_CHART);
  return { id: `steps-${rate}`, title: titleOf(rate), tick: format.tick, rows };
}

function titleOf(rate: StepRate): string {
  return l10n.t('{0} by step', rateLabel(rate));
}

/** A bar a step, and below a tested step a point a variant. */
function rowsOf(step: StepReport, rate: StepRate, format: Format): BarRow[] {
  const title = stepTitle(step);
  const place = { label: stepName(step), name: title, tone: TONES[rate], variant: null };
  return [
    rateRow(step.figures[rate], place, format),
    ...step.variants.map((variant, index) => {
      const label = variantName(variant);
      const name = l10n.t('{0}, {1}', title, label);
      return rateRow(variant.figures[rate], { label, name, tone: TONES[rate], variant: index }, format);
    }),
  ];
}

/** Rows of whole steps as long as they fit; a step that is longer by itself is cut. */
function grouped(steps: readonly (readonly BarRow[])[]): BarRow[][] {
  const groups: BarRow[][] = [];
  for (const rows of steps.map((all) => all.slice(0, ROWS_OF_CHART))) {
    const last = groups.at(-1);
    if (last && last.length + rows.length <= ROWS_OF_CHART) last.push(...rows);
    else groups.push([...rows]);
  }
  return groups.slice(0, MOST_CHARTS);
}
