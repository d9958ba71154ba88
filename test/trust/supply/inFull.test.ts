import assert from 'node:assert/strict';
import { execFile, type ExecFileException } from 'node:child_process';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { buildRelease } from '../../harness/build';
import { root } from '../../harness/cache';
import { makeTemporaryFolder } from '../../harness/endings';
import { times, tried } from '../tried';

const clones = tried('A fresh copy without install scripts builds the same bytes');
const advisories = tried('Known weaknesses of what is bundled: none');
const run = promisify(execFile);
const inFull = times(1, 0) === 1;

if (inFull) {
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

    it('has nothing in its bundles of which a weakness is known', async function () {
      const report = await audit();
      if (!report) {
        console.log('    The registry here has no audit endpoint: left out.');
        this.skip();
      }
      await advisories.that(async () => {
        const notices = await readFile(join(await buildRelease(), 'THIRD_PARTY_NOTICES'), 'utf8');
        const bundled = Object.keys(report).filter((name) => notices.includes(`\n${name} `));
        assert.deepEqual(bundled, []);
      });
      console.log(`    Of what it is built and tested with: ${Object.keys(report).join(', ') || 'nothing either'}`);
    });
  });
}

/** The packages with weaknesses; `undefined` where nobody can be asked. */
async function audit(): Promise<Record<string, unknown> | undefined> {
  const { stdout } = await run('npm', ['audit', '--json'], { cwd: root }).catch((error: unknown) => ({
    // It ends so where it finds something, too.
    stdout: (error as ExecFileException).stdout ?? '',
  }));
  return (JSON.parse(stdout || '{}') as { vulnerabilities?: Record<string, unknown> }).vulnerabilities;
}
