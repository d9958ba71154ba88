import type { Place } from '../support/leaves';
import { HOSTILE } from './hostile';

const texts = Object.values(HOSTILE);

/** How many rounds it takes until each field has had each text. */
export const ROUNDS = texts.length;

/** Gives each field another hostile text each round; fields side by side have different ones. */
export function hostileInRound(round: number): (place: Place, value: unknown) => unknown {
  return (place, value) => (typeof value === 'string' && !DECIDES.test(place) ? textFor(place, round) : value);
}

function textFor(place: Place, round: number): string {
  const start = Array.from(place).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
  return texts[(start + round) % texts.length] ?? '';
}

/** Without a type and a day of their own, rows are not read at all: what else is hostile in them would not be seen. */
export const DECIDES = /(^|\.)(type|date|createdAt|startedAt|completedAt)$|^data\[\]\._id$/;
