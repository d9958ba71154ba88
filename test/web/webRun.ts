/** What the harness bundles with the tests. */
export interface WebRun {
  /** Where sandboxes are started. */
  readonly maker: string;
  readonly mocha: Mocha.MochaOptions;
}

declare const WEB_RUN: WebRun;

export const webRun = WEB_RUN;
