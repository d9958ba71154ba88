/** How often something happened: `events` of `trials`, whole numbers with `0 <= events <= trials`. */
export interface Proportion {
  readonly events: number;
  readonly trials: number;
}
