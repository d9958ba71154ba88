// What changes in an export shows as a diff of the files in `kept/`. KEEP_EXPORTS=1 writes them anew.
import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allCharts, allFormats } from './allFormats';
import { sandboxReports, type ExportCase } from './sandboxReports';

const folder = join(import.meta.dirname, 'kept');
const rewrite = process.env['KEEP_EXPORTS'] !== undefined;
/** The pictures of one with a trend and one with verdicts are enough: the charts are the same as in the pages. */
const WITH_CHARTS = ['longRunning', 'variants'];

describe('The exports of the sandbox’s campaigns', () => {
  let files: Map<string, string>;
  let cases: ExportCase[];
  before(async () => {
    cases = await sandboxReports();
    files = new Map(
      cases.flatMap((exported) => [
        ...[...allFormats(exported)].map(([ending, content]) => [`${exported.name}.${ending}`, content] as const),
        ...(WITH_CHARTS.includes(exported.name)
          ? [...allCharts(exported)].map(([chart, content]) => [`${exported.name}.${chart}.svg`, content] as const)
          : []),
      ]),
    );
    if (!rewrite) return;
    await mkdir(folder, { recursive: true });
    for (const [name, content] of files) await writeFile(join(folder, name), content);
  });

  it('are those that were kept, file by file', async () => {
    assert.deepEqual((await readdir(folder)).sort(), [...files.keys()].sort());
  });

  it('are those that were kept, byte by byte', async () => {
    for (const [name, content] of files) assert.equal(content, await readFile(join(folder, name), 'utf8'), name);
  });

  it('do not depend on the time zone, nor on being made again', () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata']) {
        process.env['TZ'] = zone;
        for (const exported of cases) {
          for (const [ending, content] of allFormats(exported)) {
            assert.equal(content, files.get(`${exported.name}.${ending}`), `${exported.name}.${ending} in ${zone}`);
          }
        }
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('end in one line feed, and have no carriage return', () => {
    for (const [name, content] of files) assert.match(content, /^[^\r]*[^\n\r]\n$/, name);
  });

  it('say the period, and that the sample is one', () => {
    for (const [name, content] of files) {
      if (name.startsWith('longRunning.')) assert.match(content, /2025-08-01|Aug 1, 2025 – Aug 31, 2025/, name);
      if (name.startsWith('sample.') && !name.endsWith('.json')) assert.match(content, /SendKit sample data/, name);
    }
    assert.match(files.get('sample.json') ?? '', /^ {2}"sample": true,$/m);
  });
});
