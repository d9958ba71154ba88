/** A place in an answer: names, and `[]` for every place of a list. */
export type Place = string;

export interface Leaf {
  readonly place: Place;
  readonly value: unknown;
}

/** A name among data of which nobody knows beforehand what names there are. */
const NAMES_ARE_DATA = /(^|\.)statusBreakdown$/;

/** The values at the ends of an answer's branches, each place once; names that are data are at `….*`. */
export function leavesOf(body: unknown): Leaf[] {
  const found = new Map<Place, Leaf>();
  visit(body, '', (place, value) => {
    if (!found.has(place)) found.set(place, { place, value });
    return value;
  });
  return [...found.values()];
}

/** The same answer with other values at the ends of its branches. A list keeps its length. */
export function withLeaves(body: unknown, change: (place: Place, value: unknown) => unknown): unknown {
  return visit(body, '', change);
}

function visit(value: unknown, place: Place, change: (place: Place, value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => visit(item, `${place}[]`, change));
  if (typeof value !== 'object' || value === null) return change(place, value);
  const namesAreData = NAMES_ARE_DATA.test(place);
  const entries = Object.entries(value).map(([name, item]): [string, unknown] =>
    namesAreData
      ? [String(change(`${place}.*`, name)), item]
      : [name, visit(item, place === '' ? name : `${place}.${name}`, change)],
  );
  // Unlike an assignment, this makes an own property even of `__proto__`.
  return Object.fromEntries(entries);
}
