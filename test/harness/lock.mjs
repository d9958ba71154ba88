// One process at a time: a set-up step that two runs of the same checkout must not do at once.
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../.vscode-test/locks/', import.meta.url));

/**
 * Runs `action` while no other process of this checkout runs one under the same name.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withLock(name, action) {
  await mkdir(folder, { recursive: true });
  const lock = join(folder, name);
  await acquire(lock);
  try {
    return await action();
  } finally {
    await rm(lock, { force: true });
  }
}

/** @param {string} lock */
async function acquire(lock) {
  // A lock is linked into place, not written there, so that whoever sees it also reads its owner.
  const claim = `${lock}.${process.pid}`;
  await writeFile(claim, String(process.pid));
  try {
    for (let waits = 0; !(await linked(claim, lock)); waits++) {
      const owner = Number(await readFile(lock, 'utf8').catch(() => 'gone'));
      if (owner > 0 && !isRunning(owner)) {
        await rm(lock, { force: true });
      } else {
        if (waits === 4) console.log(`Waiting for process ${owner}, which does the same step (lock: ${lock}) …`);
        await delay(250);
      }
    }
  } finally {
    await rm(claim, { force: true });
  }
}

/** @param {string} claim @param {string} lock */
async function linked(claim, lock) {
  try {
    await link(claim, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
