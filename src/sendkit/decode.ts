import * as v from 'valibot';
import { SendKitError } from './errors';
import { envelope, isObject } from './schemas';

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

/** Reads an answer's body with the schema of its `data`; throws `invalidAnswer` naming the path that cannot be read. */
export function decode<const Data extends v.GenericSchema>(body: unknown, data: Data): Decoded<v.InferOutput<Data>> {
  const result = v.safeParse(envelope(data), body);
  if (!result.success) {
    throw new SendKitError({ kind: 'invalidAnswer', path: v.getDotPath(result.issues[0]) ?? 'answer' });
  }
  const value = result.output.data as v.InferOutput<Data>;
  return { value, oddValues: oddValues((body as { data: unknown }).data, value) };
}

/** Every value that reading changed, found by comparing what came with what was made of it. */
function oddValues(input: unknown, output: unknown): OddValue[] {
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
      else for (const [name, item] of Object.entries(after)) compare(before[name], item, `${path}.${name}`);
    } else if (typeof after === 'number') {
      if (typeof before === 'string') add(path, 'converted');
    } else if (after === null || typeof before === 'object' || typeof before === 'boolean') {
      add(path, 'ignored');
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

  compare(input, output, 'data');
  return [...found.values()];
}
