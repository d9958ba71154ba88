/** Seeded random numbers in [0, 1): mulberry32. The same seed gives the same run on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many of `trials` happen, each with probability `rate`: jumps from one event to the next. */
export function binomial(trials: number, rate: number, random: () => number): number {
  if (rate <= 0) return 0;
  if (rate >= 1) return trials;
  const logMiss = Math.log1p(-rate);
  let events = 0;
  for (let at = nextEvent(random, logMiss); at <= trials; at += nextEvent(random, logMiss)) events += 1;
  return events;
}

function nextEvent(random: () => number, logMiss: number): number {
  return Math.floor(Math.log1p(-random()) / logMiss) + 1;
}
