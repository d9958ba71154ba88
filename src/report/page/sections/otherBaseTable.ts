import * as l10n from '@vscode/l10n';
import type { Figure, Figures } from '../../../analytics/figures';
import type { Format } from '../../../analytics/format';
import type { RateBase } from '../../../analytics/rate';
import type { StepReport } from '../../../analytics/steps';
import { figureCount, fraction, rateLabel } from '../../../analytics/words';
import type { DataTable, TableCell } from '../dataTable';
import type { StepRate } from './stepRows';
import { rowsOf } from './stepsTable';

/** The rates over the other base, which SendKit or the field's standard divides by; nothing where there are none. */
export function otherBaseTable(
  steps: readonly StepReport[],
  rates: readonly StepRate[],
  format: Format,
): { readonly label: string; readonly table: () => DataTable } | undefined {
  const names = rates.filter((name) => steps.some(({ figures }) => figures[name].otherRate));
  const [first] = names;
  const base = first && steps[0]?.figures[first].otherRate?.base;
  if (base === undefined) return undefined;
  const label = labelOf(base);
  const cells = (figures: Figures): TableCell[] => names.map((name) => cell(figures[name], format));
  return {
    label,
    table: () => ({
      caption: label,
      columns: [l10n.t('Email'), ...names.map(rateLabel)],
      rows: rowsOf(steps, cells),
    }),
  };
}

function labelOf(base: RateBase): string {
  return base === 'sent' ? l10n.t('The same rates of sent') : l10n.t('The same rates of delivered');
}

function cell({ otherRate, tracked }: Figure, format: Format): TableCell {
  if (!otherRate || !tracked) return { main: figureCount({ count: null, tracked }, format) };
  return {
    main: format.percent(otherRate.value),
    aside: fraction(otherRate, format),
    below: otherRate.interval ? format.interval(otherRate) : undefined,
  };
}
