import { SendKitError } from '../sendkit/errors';
import type { Log } from './log';
import { problemFrom, type Problem } from './problem';

/** What is there of something that is asked for. A `problem` beside a `value` means that the value is an older one. */
export interface Loaded<Value> {
  readonly value: Value | null;
  readonly loading: boolean;
  readonly problem: Problem | null;
}

type Fetch<Value> = (signal: AbortSignal) => Promise<Value>;

/** Something that is asked for once at a time, and keeps its last good value. Never rejects. */
export class Loadable<Value> implements Loaded<Value> {
  value: Value | null = null;
  problem: Problem | null = null;
  private request: { readonly done: Promise<void>; readonly cancel: AbortController } | undefined;
  private lastFetch: Fetch<Value> | undefined;

  constructor(
    private readonly changed: () => void,
    private readonly log: Pick<Log, 'bug'>,
  ) {}

  get loading(): boolean {
    return this.request !== undefined;
  }

  /** Nothing is known of it, not even that it cannot be had. */
  get untouched(): boolean {
    return this.value === null && this.problem === null && !this.loading;
  }

  /** Resolves when the request that is under way is over; a second one is not begun. */
  load(fetch: Fetch<Value>): Promise<void> {
    this.request ??= this.begin(fetch);
    return this.request.done;
  }

  /** Asks again for what failed. */
  retry(): Promise<void> {
    return this.problem && this.lastFetch ? this.load(this.lastFetch) : Promise.resolve();
  }

  /** Stops the request under way; what was there before stays. */
  cancel(): void {
    if (!this.request) return;
    this.request.cancel.abort();
    this.request = undefined;
    this.changed();
  }

  /** Forgets everything. */
  clear(): void {
    this.request?.cancel.abort();
    this.request = undefined;
    this.value = this.problem = null;
  }

  private begin(fetch: Fetch<Value>): NonNullable<typeof this.request> {
    const cancel = new AbortController();
    this.lastFetch = fetch;
    queueMicrotask(this.changed);
    return { cancel, done: this.run(fetch, cancel.signal) };
  }

  private async run(fetch: Fetch<Value>, signal: AbortSignal): Promise<void> {
    try {
      const value = await fetch(signal);
      if (signal.aborted) return;
      this.value = value;
      this.problem = null;
    } catch (error) {
      if (signal.aborted) return;
      if (!SendKitError.is(error)) this.log.bug(error);
      this.problem = problemFrom(error);
    }
    this.request = undefined;
    this.changed();
  }
}
