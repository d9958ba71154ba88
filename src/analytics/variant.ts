import type { Figures } from './figures';

/** One of the copies that a step was sent in. */
export interface VariantReport {
  /** `null` is the step's main copy beside other variants. */
  readonly label: string | null;
  readonly figures: Figures;
}
