import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';

interface Wait<T> {
  /** For the failure: what was waited for, after "until". */
  readonly what: string;
  /** Looks for it; `undefined` where it is not there yet. */
  readonly look: () => Promise<T | undefined>;
  /** For the failure: what is there instead. */
  readonly instead: () => Promise<unknown>;
  /** How long it may take. */
  readonly seconds?: number;
}

/** Looks again and again until there is something, and returns it. */
export async function until<T>({ what, look, instead, seconds = 20 }: Wait<T>): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await delay(50);
  }
  throw new Error(`Waited ${seconds} s until ${what}. There was: ${inspect(await instead())}`);
}
