import type { Timing } from '../../../src/sendkit/timing';

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/** Time that passes only when told to. */
export class FakeClock implements Timing {
  private time = 0;
  private skew = 1_750_000_000_000;
  private sleepers: Sleeper[] = [];

  readonly now = (): number => this.time + this.skew;
  readonly elapsed = (): number => this.time;
  readonly random = (): number => 0.5;
  readonly wait = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve) => {
      const sleeper: Sleeper = { due: this.time + milliseconds, wake: resolve };
      const leave = (): void => {
        this.sleepers = this.sleepers.filter((other) => other !== sleeper);
        resolve();
      };
      signal?.addEventListener('abort', leave);
      if (signal?.aborted) resolve();
      else this.sleepers.push(sleeper);
    });

  /** How many are waiting for it. */
  get waiting(): number {
    return this.sleepers.length;
  }

  advance(milliseconds: number): void {
    this.time += milliseconds;
    const woken = this.sleepers.filter(({ due }) => due <= this.time);
    this.sleepers = this.sleepers.filter(({ due }) => due > this.time);
    for (const { wake } of woken) wake();
  }

  /** Sets the clock on the wall, by which the other one does not go. */
  set(milliseconds: number): void {
    this.skew += milliseconds;
  }
}
