// Makes node_modules match package-lock.json. Plain Node, because it runs before anything is installed.
//   node test/harness/bootstrap.mjs
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { npm } from './npm.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Installs the locked dependencies if they are not there yet; returns at once if they are. */
export async function bootstrap() {
  if (await isInstalled()) return;
  await withLock('dependencies', async () => {
    if (await isInstalled()) return;
    await npm('Installing dependencies', ['ci'], root);
  });
}

/** npm writes what it installed into node_modules, as its last step: an install cut short does not count. */
async function isInstalled() {
  const [wanted, installed] = await Promise.all([
    packagesIn(join(root, 'package-lock.json')),
    packagesIn(join(root, 'node_modules', '.package-lock.json')).catch(() => ({})),
  ]);
  return Object.entries(wanted).every(
    ([path, { version, integrity, optional }]) =>
      path === '' ||
      (installed[path]?.version === version && installed[path].integrity === integrity) ||
      (optional && !installed[path]), // made for another platform
  );
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Promise<Record<string, LockedPackage>>}
 */
async function packagesIn(file) {
  return JSON.parse(await readFile(file, 'utf8')).packages;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bootstrap();
