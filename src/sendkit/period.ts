/** Days as `YYYY-MM-DD`, both included. One that is missing is no bound, but daily rows are of the last 30 days then. */
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The same two parameters for every endpoint. */
export function periodQuery({ from, to }: Period = {}): Record<'from' | 'to', string | undefined> {
  return { from, to };
}
