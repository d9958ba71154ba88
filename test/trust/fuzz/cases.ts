import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from '../../harness/cache';

/** The bytes of answers by where they come from. */
export type Bodies = Readonly<Record<string, Buffer>>;

interface Case {
  /** What was wrong when it was found. */
  readonly why: string;
  readonly bodies: Bodies;
}

/** As it is in its file: text where it is one, else Base64. */
interface Kept {
  readonly why: string;
  readonly bodies: Readonly<Record<string, { readonly text: string } | { readonly base64: string }>>;
}

const FOLDER = join(import.meta.dirname, 'cases');

/** What failed once, in this run or another. */
export async function keptCases(): Promise<Case[]> {
  const names = await readdir(FOLDER).catch((): string[] => []);
  return Promise.all(
    names.map(async (name) => {
      const { why, bodies } = JSON.parse(await readFile(join(FOLDER, name), 'utf8')) as Kept;
      const bytes = Object.entries(bodies).map(([endpoint, body]) => [
        endpoint,
        'text' in body ? Buffer.from(body.text) : Buffer.from(body.base64, 'base64'),
      ]);
      return { why, bodies: Object.fromEntries(bytes) as Bodies };
    }),
  );
}

/** Keeps what failed; returns its file. */
export async function keepCase(bodies: Bodies, error: unknown): Promise<string> {
  const kept: Kept = {
    why: String(error).split('\n')[0] ?? '',
    bodies: Object.fromEntries(
      Object.entries(bodies).map(([endpoint, bytes]) => {
        const text = bytes.toString();
        return [endpoint, Buffer.from(text).equals(bytes) ? { text } : { base64: bytes.toString('base64') }];
      }),
    ),
  };
  const content = `${JSON.stringify(kept, undefined, 2)}\n`;
  const file = join(FOLDER, `${createHash('sha256').update(content).digest('hex').slice(0, 12)}.json`);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(file, content);
  return relative(root, file);
}
