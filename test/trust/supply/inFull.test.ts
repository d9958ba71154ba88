import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { buildRelease } from '../../harness/build';
import { root } from '../../harness/cache';
import { makeTemporaryFolder } from '../../harness/endings';
import { times, tried } from '../tried';

const clones = tried('A fresh copy without install scripts builds the same bytes');
const run = promisify(execFile);
const inFull = times(1, 0) === 1;

if (!inFull) clones.leftOut('it is tried in full');
else {
  describe('In full, the extension', function () {
    this.timeout(600_000);

    it('is built and packaged from a fresh copy, without any install script, to the same bytes', async () => {
      await clones.that(async () => {
        const copy = await makeTemporaryFolder('fresh');
        const { stdout } = await run('git', ['ls-files', '-z'], { cwd: root });
        for (const file of stdout.split('\0').filter((name) => name !== '')) {
          await mkdir(join(copy, dirname(file)), { recursive: true });
          await cp(join(root, file), join(copy, file));
        }
        await run('npm', ['ci', '--ignore-scripts', '--prefer-offline'], { cwd: copy });
        await run('npm', ['run', 'package'], { cwd: copy });
        await run('npm', ['run', 'typecheck'], { cwd: copy });
        const built = await buildRelease();
        const files = await readdir(built, { recursive: true, withFileTypes: true });
        for (const file of files.filter((entry) => entry.isFile())) {
          const path = join(file.parentPath, file.name).slice(built.length);
          const [ours, theirs] = await Promise.all(
            [built, join(copy, 'dist')].map((place) => readFile(join(place, path))),
          );
          assert.equal(Buffer.compare(ours ?? Buffer.of(0), theirs ?? Buffer.of(1)), 0, path);
        }
      });
    });
  });
}
