import type { Given, Seen } from '../seen';

/** Makes something go wrong, and tells what was seen. */
export type SpecialCase = (given: Given) => Promise<Seen>;
