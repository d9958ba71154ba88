// Answers that are nearly right: one of the sandbox's with a few things changed, in its structure, its text or its bytes.
import type { Chance } from '../../sandbox/data/random';

type Node = unknown;

/** What may stand anywhere instead of what should. */
const ODD: readonly Node[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1,
  7,
  1.5,
  1e300,
  -1e300,
  5e-324,
  2 ** 53,
  2 ** 53 - 1,
  2 ** 31,
  '',
  ' ',
  '0',
  '12',
  '-12',
  '1e9',
  '1e400',
  '0x10',
  '１２',
  '12abc',
  '٣',
  '45.0',
  '100%',
  '2025-02-30',
  '2025-06-01',
  '0000-01-01',
  '9999-12-31',
  '-000001-01-01T00:00:00Z',
  '2025-06-01T25:61:61Z',
  '2025-06-01T00:00:00+99:99',
  '__proto__',
  'constructor',
  '\ud800',
  '\u0000',
  'x'.repeat(2_000),
  [],
  [[]],
  [null],
  [1, 'two', { three: 3 }],
  {},
  { length: 5 },
  { toString: 1, valueOf: 2, toJSON: 3, then: 4 },
  { sent: 5, opened: '7' },
];

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'toJSON',
  'then',
  '',
  '0',
  'length',
];

type Change = (body: Node, chance: Chance) => Node;

type Place = readonly [holder: object, name: string];

/** What is at a place in a body, with a way to put something else there. */
interface Spot {
  readonly value: Node;
  readonly put: (value: Node) => void;
  readonly remove: () => void;
}

function placesOf(root: { body: Node }): Place[] {
  const places: Place[] = [[root, 'body']];
  // The list grows while it is gone through.
  for (const [holder, name] of places) {
    const value: Node = Reflect.get(holder, name);
    if (holdsOthers(value)) for (const inner of Object.keys(value)) places.push([value, inner]);
  }
  return places;
}

function spotAt([holder, name]: Place): Spot {
  return {
    value: Reflect.get(holder, name),
    put: (other) => define(holder, name, other),
    remove: () => void Reflect.deleteProperty(holder, name),
  };
}

/** Bytes hold numbers and nothing else, whatever is put there. */
export function holdsOthers(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

/** Unlike an assignment, this makes an own property even of `__proto__`. */
function define(holder: object, name: string, value: Node): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

const atSpot =
  (change: (spot: Spot, chance: Chance, places: readonly Place[]) => void): Change =>
  (body, chance) => {
    const root = { body };
    const places = placesOf(root);
    change(spotAt(chance.pick(places)), chance, places);
    return root.body;
  };

const STRUCTURE: Readonly<Record<string, Change>> = {
  replaced: atSpot(({ put }, chance) => put(structuredClone(chance.pick(ODD)))),
  removed: atSpot(({ remove }) => remove()),
  swapped: atSpot(({ value, put }, chance, places) => {
    const other = spotAt(chance.pick(places));
    // A part of a thing in the place of the whole is well; the whole within itself would have no end.
    put(structuredClone(other.value));
    other.put(structuredClone(value));
  }),
  scaled: atSpot(({ value, put }, chance) => {
    if (typeof value === 'number')
      put(value * chance.pick([-1, 0, 0.1, 2, 10, 1e6, 1e12, 1e15]) + chance.pick([0, 0, 1, -1]));
  }),
  asText: atSpot(({ value, put }) => put(typeof value === 'string' ? Number(value) : JSON.stringify(value))),
  named: atSpot(({ value }, chance) => {
    if (holdsOthers(value) && !Array.isArray(value))
      define(value, chance.pick(NAMES), structuredClone(chance.pick(ODD)));
  }),
  wrapped: atSpot(({ value, put }, chance) => {
    let wrapped = value;
    for (let depth = chance.pick([1, 1, 10, 500]); depth > 0; depth--)
      wrapped = chance.next() < 0.5 ? [wrapped] : { data: wrapped };
    put(wrapped);
  }),
  repeated: atSpot(({ value, put }, chance) => {
    if (!Array.isArray(value) || value.length === 0) return;
    const rows: Node[] = value;
    const times = chance.pick([2, 2, 3, 30]);
    put(Array.from({ length: times * rows.length }, (_, index) => structuredClone(rows[index % rows.length])));
  }),
  shuffled: atSpot(({ value }, chance) => {
    if (Array.isArray(value)) value.sort(() => chance.next() - 0.5);
  }),
};

const TEXT: Readonly<Record<string, (text: string, chance: Chance) => string>> = {
  notANumber: (text, chance) =>
    text.replace(/\d+/, chance.pick(['NaN', 'Infinity', '-Infinity', '1e999', '-0', '01', '1.', '٣'])),
  twice: (text) => text.replace(/"(\w+)":([^,{}[\]]+)/, '"$1":$2,"$1":null'),
  prototype: (text) =>
    text.replace('{', '{"__proto__":{"polluted":true,"sent":9},"constructor":{"prototype":{"polluted":true}},'),
  huge: (text) => text.replace(/:(\d+)/, `:${'9'.repeat(400)}`),
  deep: (text, chance) => {
    const depth = chance.pick([100, 5_000, 50_000]);
    const [open, close] = chance.pick([
      ['[', ']'],
      ['{"_id":', '}'],
    ]);
    return text.replace(/:(\d+|"[^"]*")/, `:${open.repeat(depth)}1${close.repeat(depth)}`);
  },
  escaped: (text) => text.replace(/"(\w)/, '"\\ud834\\u0000$1'),
};

const BYTES: Readonly<Record<string, (bytes: Buffer, chance: Chance) => Buffer>> = {
  flipped: (bytes, chance) => {
    const changed = Buffer.from(bytes);
    const at = chance.between(0, changed.length - 1);
    changed[at] = (changed[at] ?? 0) ^ (1 << chance.between(0, 7));
    return changed;
  },
  cut: (bytes, chance) => bytes.subarray(0, chance.between(0, bytes.length)),
  inserted: (bytes, chance) => {
    const at = chance.between(0, bytes.length);
    const odd = chance.pick([
      [0xff],
      [0xc3, 0x28],
      [0xed, 0xa0, 0x80],
      [0xef, 0xbb, 0xbf],
      [0],
      [0xf4, 0x90, 0x80, 0x80],
    ]);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(odd), bytes.subarray(at)]);
  },
};

/** A value that has been changed in a few ways, or by chance not at all. */
export function mutatedValue(body: unknown, chance: Chance): unknown {
  let changed: Node = structuredClone(body);
  for (let left = chance.pick([1, 1, 2, 3, 8]); left > 0; left--) {
    changed = chance.pick(Object.values(STRUCTURE))(changed, chance);
  }
  return changed;
}

/** The bytes of a body that has been changed in a few ways; mostly so that it can still be read, and never so that it is the same. */
export function mutated(body: unknown, chance: Chance): Buffer {
  const same = Buffer.from(JSON.stringify(body));
  for (;;) {
    const bytes = drawn(body, chance);
    if (!bytes.equals(same)) return bytes;
  }
}

function drawn(body: unknown, chance: Chance): Buffer {
  const changed = mutatedValue(body, chance);
  let text = (JSON.stringify(changed) as string | undefined) ?? '';
  if (chance.next() < 0.15) text = chance.pick(Object.values(TEXT))(text, chance);
  const bytes = Buffer.from(text);
  return chance.next() < 0.05 && bytes.length > 0 ? chance.pick(Object.values(BYTES))(bytes, chance) : bytes;
}
