import type { OddValue } from './decode';

/** The same places together. */
export function merged(oddValues: readonly OddValue[]): OddValue[] {
  const found = new Map<string, OddValue>();
  for (const odd of oddValues) {
    const place = `${odd.treatment} ${odd.path}`;
    found.set(place, { ...odd, times: odd.times + (found.get(place)?.times ?? 0) });
  }
  return [...found.values()];
}

/** For a list of which so many rows were left out because they cannot be used. */
export function withDropped(oddValues: readonly OddValue[], times: number): OddValue[] {
  return merged(times === 0 ? oddValues : [...oddValues, { path: 'data[]', treatment: 'ignored', times }]);
}
