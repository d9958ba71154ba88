import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buildRelease } from '../harness/build';
import { packageRelease } from '../harness/packageRelease';
import { installExtension } from './start/startExtension';

interface Budget {
  readonly what: string;
  /** KB of 1,024 bytes. */
  readonly most: number;
  /** Bytes. */
  readonly measure: () => Promise<number>;
}

const budgets: readonly Budget[] = [
  { what: 'evaluated at start', most: 40, measure: evaluatedAtStart },
  { what: 'all that runs in the host', most: 255, measure: () => built('.', '.js') },
  { what: 'script of the page', most: 160, measure: () => built('report', '.js') },
  { what: 'styles of the page', most: 15, measure: () => built('report', '.css') },
  { what: 'package', most: 300, measure: async () => (await stat(await packageRelease())).size },
];

/** What ships, minified. Sizes are the same on every computer; times are not, and are for test/bench. */
describe('The size of', function () {
  this.timeout(60_000); // what ships is built and packaged

  const table = [`${'KB'.padEnd(30)}${'now'.padStart(8)}${'most'.padStart(8)}`];

  for (const { what, most, measure } of budgets) {
    it(`${what} stays within ${most} KB`, async () => {
      const now = (await measure()) / 1024;
      table.push(`${what.padEnd(30)}${now.toFixed(1).padStart(8)}${String(most).padStart(8)}`);
      assert.ok(now > 0 && now <= most, `${now.toFixed(1)} KB`);
    });
  }

  after(() => {
    console.log(`\n${table.join('\n').replaceAll(/^/gm, '    ')}`);
  });
});

async function evaluatedAtStart(): Promise<number> {
  const { activate, evaluated, folder } = await installExtension();
  activate();
  return total(folder, evaluated());
}

/** All files of one kind in a folder of the build. */
async function built(folder: string, extension: string): Promise<number> {
  const place = join(await buildRelease(), folder);
  return total(
    place,
    (await readdir(place)).filter((name) => name.endsWith(extension)),
  );
}

async function total(folder: string, names: readonly string[]): Promise<number> {
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
