import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of a folder, however deep, whose bytes hold this text. */
export async function filesThatHold(text: string, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const held = await Promise.all(files.map(async (file) => (await readFile(file)).includes(text)));
  return files.filter((_, index) => held[index]);
}
