import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './cache';

/** Every `*.test.ts` in a folder of the checkout and below it, by absolute path. */
export async function testFilesIn(folder: string): Promise<string[]> {
  const names = await readdir(join(root, folder), { recursive: true });
  return names
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(root, folder, name));
}
