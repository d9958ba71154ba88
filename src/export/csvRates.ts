import type { Format } from '../analytics/format';
import type { Rate } from '../analytics/rate';
import { rateWithFraction } from '../analytics/words';
import type { CsvColumn } from './csvTable';

/** A rate as a fraction, its Wilson 95 % interval, and how it is shown everywhere else. */
export function rateColumns<Row>(
  name: string,
  rateOf: (row: Row) => Rate | null,
  format: Format,
): readonly CsvColumn<Row>[] {
  return [
    { name, cell: (row) => rateOf(row)?.value ?? null },
    { name: `${name}_low`, cell: (row) => rateOf(row)?.interval?.low ?? null },
    { name: `${name}_high`, cell: (row) => rateOf(row)?.interval?.high ?? null },
    { name: `${name}_text`, cell: (row) => textOf(rateOf(row), format) },
  ];
}

function textOf(rate: Rate | null, format: Format): string | null {
  return typeof rate?.value === 'number' ? rateWithFraction(rate, format) : null;
}
