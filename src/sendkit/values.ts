// How single values of SendKit's answers are read. What cannot be read becomes `null` ("unknown"), never a guess.
import * as v from 'valibot';
import { fieldOf, isObject } from './fields';

const MAX_TEXT = 500;
const MAX_CURSOR = 2_000;
const MAX_ROWS = 10_000;
const NUMERIC = /^\s*\+?\d+(\.\d+)?(e\+?\d+)?\s*$/i;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2}))?$/i;
/** The label of a variant whose own cannot be read, so that its row is not taken for the main copy's. */
const UNREADABLE_LABEL = '?';

/** A whole number of events, or `null` when the answer does not say. */
export type Count = number | null;

/** A part of one, or `null` when the answer does not say. */
export type Fraction = number | null;

function toCount(value: unknown): Count {
  const number = typeof value === 'string' && NUMERIC.test(value) ? Number(value) : value;
  // Adding 0 makes zero of minus zero.
  return Number.isSafeInteger(number) && (number as number) >= 0 ? (number as number) + 0 : null;
}

function toFraction(value: unknown): Fraction {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value + 0 : null;
}

function toText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = bounded(value.trim()).trim();
  return text === '' ? null : text;
}

/** Control characters, line ends, and what is not seen but where emoji and Persian need it: a name would look like another, or tell a model more. */
const SPOOFING = /(?:(?![\ufe0e\ufe0f\u200c\u200d])[\p{Cc}\p{DI}\u2028\u2029\ufffe\uffff])+/gu;

/** Of bearable length, on one line, and without halves of characters, which could not be encoded. */
function bounded(text: string): string {
  return text.slice(0, MAX_TEXT).toWellFormed().replace(SPOOFING, ' ');
}

/** A date, or a time with its zone: `Date.parse` alone finds a date in almost any text. */
function toDate(value: unknown): string | null {
  const time = typeof value === 'string' && ISO_DATE.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** `YYYY-MM-DD` as it is written, in whatever zone it was meant: shifting it would move its mail to another day. */
function toDay(value: unknown): string | null {
  if (toDate(value) === null) return null;
  const day = (value as string).slice(0, 10);
  // `Date.parse` takes the 30th of February for the 2nd of March.
  return toDate(day)?.startsWith(day) ? day : null;
}

function toFlag(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** A variant's label. Numbers are labels too; `null` is the step's main copy. */
function toLabel(value: unknown): string | null {
  if (value === null || typeof value === 'string') return toText(value);
  return typeof value === 'number' ? String(value) : UNREADABLE_LABEL;
}

/** A place in a list, to be given back as it came; one that would have to be cut is none. */
function toCursor(value: unknown): string | null {
  const cursor = typeof value === 'number' && value !== 0 ? String(value) : value;
  return typeof cursor === 'string' && cursor !== '' && cursor.length <= MAX_CURSOR ? cursor : null;
}

const reading = <Value>(read: (value: unknown) => Value) => v.optional(v.pipe(v.unknown(), v.transform(read)), null);

export const count = reading(toCount);
export const fraction = reading(toFraction);
export const text = reading(toText);
export const date = reading(toDate);
export const day = reading(toDay);
export const flag = reading(toFlag);
export const label = reading(toLabel);
export const cursor = reading(toCursor);

/** The fields of an object under the names that they have here, whatever SendKit called them. */
const named = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.custom<Record<string, unknown>>(isObject),
    v.transform((source) =>
      Object.fromEntries(Object.keys(entries).map((name) => [name, fieldOf(source, name).value])),
    ),
    v.object(entries),
  );

/** An object that must be one: valibot's own takes a list for an object without keys. */
export const requiredObject = named;

/** An object that may be missing or of another type: then every field in it is unknown. */
export const lenientObject = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.optional(v.unknown(), {}),
    v.transform((value) => (isObject(value) ? value : {})),
    named(entries),
  );

/** The objects of a list; what else is in it has nothing to show. */
function toRows(value: unknown, most = MAX_ROWS): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject).slice(0, most) : [];
}

/** A list that may be missing or of another type: then it is empty. */
export const lenientRows = <const Row extends v.GenericSchema>(row: Row, most?: number) =>
  v.pipe(
    v.optional(v.unknown(), []),
    v.transform((value) => toRows(value, most)),
    v.array(row),
  );

/** A list that must be one. */
export const requiredRows = <const Row extends v.GenericSchema>(row: Row) =>
  v.pipe(
    v.custom((value) => Array.isArray(value)),
    v.transform((value) => toRows(value)),
    v.array(row),
  );

/** A Map, because names such as `__proto__` are data. */
function toCounts(value: unknown): Map<string, Count> {
  const entries = isObject(value) ? Object.entries(value).slice(0, MAX_ROWS) : [];
  return new Map(entries.map(([name, events]) => [bounded(name), toCount(events)]));
}

/** Counts by name. */
export const countsByName = v.pipe(v.optional(v.unknown(), {}), v.transform(toCounts));
