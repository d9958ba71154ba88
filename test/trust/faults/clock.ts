import type { GraphOptions } from '../../vscode/graph';

export const SECOND = 1000;
export const HOUR = 60 * 60 * SECOND;
export const YEAR = 365 * 24 * HOUR;

/** The two clocks of a computer, which a case can set. */
export class Clock {
  private wall = 0;
  private running = 0;

  /** The clock on the wall is set to another time. */
  set(milliseconds: number): void {
    this.wall += milliseconds;
  }

  /** Time goes by. */
  pass(milliseconds: number): void {
    this.wall += milliseconds;
    this.running += milliseconds;
  }

  /** Time goes by in a computer that is closed: nothing runs, not even the clock that counts. */
  sleep(milliseconds: number): void {
    this.wall += milliseconds;
  }

  options(): Required<Pick<GraphOptions, 'now' | 'timing'>> {
    const now = (): number => Date.now() + this.wall;
    return { now, timing: { now, elapsed: () => performance.now() + this.running } };
  }
}
