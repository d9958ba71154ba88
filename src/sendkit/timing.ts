/** Time and chance, given to the client so that tests need not wait. */
export interface Timing {
  /** Epoch milliseconds: what a `Retry-After` date is held against. */
  readonly now: () => number;
  /** Milliseconds of a clock that is never set back: what limits are measured with. */
  readonly elapsed: () => number;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
  /** Resolves after so many milliseconds, or as soon as the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

export const systemTiming: Timing = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  random: () => Math.random(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      if (signal?.aborted) done();
      else signal?.addEventListener('abort', done);
    }),
};
