import * as v from 'valibot';
import { SendKitError } from './errors';
import { fieldOf, isObject } from './fields';
import { envelope, type Pagination } from './schemas';

/** A place in an answer where a value was not of the documented type. List positions are written as `[]`. */
export interface OddValue {
  readonly path: string;
  /** `ignored`: treated as unknown. `converted`: a number that came as text. */
  readonly treatment: 'ignored' | 'converted';
  readonly times: number;
}

export interface Decoded<T> {
  readonly value: T;
  readonly oddValues: readonly OddValue[];
}

/** A list, and what the answer says about where it goes on. */
export interface DecodedList<T> extends Decoded<T> {
  readonly pagination: Pagination;
}

/** Reads an answer's body with the schema of its `data`; throws `invalidAnswer` naming the path that cannot be read. */
export function decode<const Data extends v.GenericSchema>(body: unknown, data: Data): Decoded<v.InferOutput<Data>> {
  const { data: value } = read(body, data);
  return { value, oddValues: oddValues(body, { data: value }) };
}

/** The same for a list that may come in pages. */
export function decodeList<const Data extends v.GenericSchema>(
  body: unknown,
  data: Data,
): DecodedList<v.InferOutput<Data>> {
  const { data: value, pagination } = read(body, data);
  return { value, pagination, oddValues: oddValues(body, { data: value, pagination }) };
}

interface Body<T> {
  readonly data: T;
  readonly pagination: Pagination;
}

function read<const Data extends v.GenericSchema>(body: unknown, data: Data): Body<v.InferOutput<Data>> {
  const result = v.safeParse(envelope(data), body);
  if (!result.success) {
    throw new SendKitError({ kind: 'invalidAnswer', path: v.getDotPath(result.issues[0]) ?? 'answer' });
  }
  return result.output as Body<v.InferOutput<Data>>;
}

/** Every value that reading changed, found by comparing what came with what was made of it. */
function oddValues(input: unknown, output: Readonly<Record<string, unknown>>): OddValue[] {
  const found = new Map<string, OddValue>();
  const add = (path: string, treatment: OddValue['treatment'], times = 1): void => {
    const place = `${treatment} ${path}`;
    if (times > 0) found.set(place, { path, treatment, times: (found.get(place)?.times ?? 0) + times });
  };

  const compare = (before: unknown, after: unknown, path: string): void => {
    if (before === undefined || before === null || before === '') return;
    if (Array.isArray(after)) {
      if (Array.isArray(before)) compareRows(before, after, `${path}[]`);
      else add(path, 'ignored');
    } else if (after instanceof Map) {
      if (isObject(before)) compareNamed(before, after as Map<string, unknown>, `${path}.*`);
      else add(path, 'ignored');
    } else if (isObject(after)) {
      if (!isObject(before)) add(path, 'ignored');
      else compareFields(before, after, `${path}.`);
    } else if (typeof after === 'number') {
      if (typeof before === 'string') add(path, 'converted');
    } else if (after === null || typeof before === 'object' || (typeof before === 'boolean' && after !== before)) {
      add(path, 'ignored');
    }
  };

  const compareFields = (before: Record<string, unknown>, after: Record<string, unknown>, path: string): void => {
    for (const [name, item] of Object.entries(after)) {
      const { name: itsName, value } = fieldOf(before, name);
      compare(value, item, path + itsName);
    }
  };

  const compareRows = (before: unknown[], after: unknown[], path: string): void => {
    const rows = before.filter(isObject);
    const others = before.filter((item) => item !== null && !isObject(item));
    add(path, 'ignored', others.length + rows.length - after.length);
    after.forEach((item, index) => compare(rows[index], item, path));
  };

  const compareNamed = (before: Record<string, unknown>, after: Map<string, unknown>, path: string): void => {
    add(path, 'ignored', Object.keys(before).length - after.size);
    for (const [name, item] of after) compare(before[name], item, path);
  };

  if (isObject(input)) compareFields(input, output, '');
  return [...found.values()];
}
