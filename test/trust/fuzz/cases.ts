import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { root } from '../../harness/cache';

/** The bytes of answers by where they come from. */
export type Bodies = Readonly<Record<string, Buffer>>;

/** What failed once, in this run or another: a file for each in a folder of its own. */
export interface Cases<What> {
  readonly all: () => readonly { readonly file: string; readonly what: What }[];
  /** Keeps what failed; returns its file. */
  readonly keep: (what: What, error: unknown) => string;
}

/** As it is in its file: to be read where that can be had, else Base64. */
type Written = { readonly text: string } | { readonly json: unknown } | { readonly base64: string };

interface Kept {
  /** What was wrong when it was found. */
  readonly why: string;
  readonly what: unknown;
}

export const answerCases = casesIn<Bodies>(
  'answers',
  (bodies) => mapped(bodies, writtenBytes),
  (written) => mapped(written as Record<string, Written>, bytesIn),
);
export const messageCases = {
  ofPage: casesIn('messagesOfPage', writtenMessage, messageIn),
  toPage: casesIn('messagesToPage', writtenMessage, messageIn),
  /** What the page remembered of an earlier life. */
  remembered: casesIn('remembered', writtenMessage, messageIn),
};

function casesIn<What>(name: string, write: (what: What) => unknown, read: (written: unknown) => What): Cases<What> {
  const folder = join(import.meta.dirname, 'cases', name);
  return {
    all: () =>
      filesIn(folder).map((file) => {
        const { what } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Kept;
        return { file: `${name}/${file}`, what: read(what) };
      }),
    keep: (what, error) => {
      const kept: Kept = { why: String(error).split('\n')[0] ?? '', what: write(what) };
      const content = `${JSON.stringify(kept, undefined, 2)}\n`;
      const file = join(folder, `${createHash('sha256').update(content).digest('hex').slice(0, 12)}.json`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, content);
      return relative(root, file);
    },
  };
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function mapped<From, To>(values: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

function writtenBytes(bytes: Buffer): Written {
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? { text } : { base64: bytes.toString('base64') };
}

function bytesIn(written: Written): Buffer {
  return 'text' in written
    ? Buffer.from(written.text)
    : Buffer.from('base64' in written ? written.base64 : '', 'base64');
}

/** A message may hold what JSON cannot. */
function writtenMessage(message: unknown): Written {
  const json: unknown = JSON.parse(textOf(message));
  return isDeepStrictEqual(json, message) ? { json } : { base64: serialize(message).toString('base64') };
}

function messageIn(written: unknown): unknown {
  const found = written as Written;
  return 'json' in found ? found.json : deserialize(bytesIn(found));
}

/** What VS Code makes of a message on its way: anything that JSON cannot hold is left out, or nothing. */
export function textOf(message: unknown): string {
  const text = JSON.stringify(message, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) as
    string | undefined;
  return text ?? 'null';
}
