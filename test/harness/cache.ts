import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { withLock } from './lock.mjs';

/** The checkout. */
export const root = resolve(import.meta.dirname, '../..');

/** What the harness installs for itself; git ignores it and every run of this checkout shares it. */
export const cache = join(root, '.vscode-test');

/**
 * Returns the folder `name` of the cache, filled by `install`. The recipe is written last, so an install that was cut
 * short, or one of another recipe, is done again from nothing.
 */
export async function installOnce(
  name: string,
  recipe: string,
  install: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cache, name);
  const stamp = join(folder, 'recipe.txt');
  const isInstalled = async () => (await readFile(stamp, 'utf8').catch(() => undefined)) === recipe;
  if (!(await isInstalled())) {
    await withLock(name, async () => {
      if (await isInstalled()) return;
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      await install(folder);
      await writeFile(stamp, recipe);
    });
  }
  return folder;
}
