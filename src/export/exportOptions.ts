import type { Format } from '../analytics/format';

/** What an export needs besides the report. The same report and options give the same bytes, whatever the clock or time zone. */
export interface ExportOptions {
  readonly format: Format;
  /** Epoch milliseconds of the answer behind the report; `null` where there is no such moment, as for the sample. */
  readonly fetchedAt: number | null;
  /** The bundled example: said so. */
  readonly sample?: boolean;
  /** Why the figures could not be refreshed, as a sentence; then they are older than they might be. */
  readonly problem?: string | null;
}
