import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the kept texts are: beside the tests. */
const FOLDER = join(import.meta.dirname, '..');

/** Compares a text with the one that is kept in a file. With KEEP=1 in the environment it is kept instead. */
export async function assertKept(file: string, text: string): Promise<void> {
  const path = join(FOLDER, file);
  if (process.env['KEEP'] === '1') await writeFile(path, `${text}\n`);
  assert.equal(`${text}\n`, await readFile(path, 'utf8'), `${file} is out of date: run the test with KEEP=1`);
}
