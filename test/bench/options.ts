export interface BenchOptions {
  /** How often VS Code is started anew. */
  readonly starts: number;
  /** A commit whose build is measured too, in every other window. */
  readonly before: string | null;
}
