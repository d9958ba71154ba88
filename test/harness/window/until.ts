import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';

/** Reads again and again until what was read is accepted, and returns it; fails with what was read last. */
export async function until<T>(
  what: string,
  read: () => Promise<T>,
  accept: (value: T) => boolean,
  seconds = 20,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (Date.now() > deadline) {
      throw new Error(
        `Waited ${seconds} s until ${what}; it was still: ${inspect(value, { depth: 4, breakLength: 120 })}`,
      );
    }
    await delay(50);
  }
}
