import * as v from 'valibot';
import { SendKitError } from './errors';
import { envelope } from './schemas';

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
  const add = (path: string, treatment: OddValue['treatment']): void => {
    const times = (found.get(path)?.times ?? 0) + 1;
    found.set(path, { path, treatment, times });
  };

  const compare = (before: unknown, after: unknown, path: string): void => {
    if (before === undefined || before === null || before === '') return;
    if (Array.isArray(after)) {
      if (!Array.isArray(before)) return add(path, 'ignored');
      after.forEach((item, index) => compare(before[index], item, `${path}[]`));
    } else if (after instanceof Map) {
      if (typeof before !== 'object' || Array.isArray(before)) return add(path, 'ignored');
      for (const [name, item] of after as Map<string, unknown>) compare(ownValue(before, name), item, `${path}.*`);
    } else if (typeof after === 'object' && after !== null) {
      if (typeof before !== 'object' || Array.isArray(before)) return add(path, 'ignored');
      for (const [name, item] of Object.entries(after)) compare(ownValue(before, name), item, `${path}.${name}`);
    } else if (after === null) {
      add(path, 'ignored');
    } else if (typeof after === 'number' && typeof before === 'string') {
      add(path, 'converted');
    }
  };

  compare(input, output, 'data');
  return [...found.values()];
}

function ownValue(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}
