import assert from 'node:assert/strict';
import { problemOf } from '../../../src/campaigns/problem';
import {
  besideName,
  exportChoices,
  exportFiles,
  markdownToCopy,
  reportToExport,
  writeFailure,
  type ReportToExport,
} from '../../../src/views/exportModel';
import { type FileSystem, writeWhole } from '../../../src/views/wholeFile';
import { anAnswer, aState } from '../builders';
import { OPTIONS, sandboxReports, STYLES } from './sandboxReports';

const FETCHED_AT = OPTIONS.fetchedAt ?? 0;
const exportOf = (changes: Parameters<typeof aState>[0] = {}) =>
  reportToExport(aState({ fetchedAt: FETCHED_AT, ...changes }), OPTIONS.format, 'en');

function ready(changes?: Parameters<typeof aState>[0]): ReportToExport {
  const exported = exportOf(changes);
  assert.ok('report' in exported);
  return exported;
}

describe('Export Report', () => {
  it('refuses what has no figures, in a sentence', () => {
    const unknown = anAnswer().set('stats', {}).report();
    for (const report of [null, unknown]) {
      assert.deepEqual(exportOf({ report }), { refusal: '“Spring” has no figures to export yet.' });
    }
  });

  it('takes a campaign that has sent nothing: its zeros are figures', () => {
    const draft = anAnswer().set('stats', { sent: 0, delivered: 0, opened: 0, clicked: 0, replied: 0, bounced: 0 });
    assert.equal(ready({ report: draft.report() }).report.figures.sent.count, 0);
  });

  it('says of when figures are, and why they are not newer', () => {
    const { options } = ready({ problem: problemOf({ kind: 'offline' }) });
    assert.equal(options.fetchedAt, FETCHED_AT);
    assert.ok((options.problem ?? '').length > 10);
    assert.match(
      markdownToCopy(ready({ problem: problemOf({ kind: 'offline' }) })),
      /These figures are of Sep 1, 2025/,
    );
    assert.equal(ready().options.problem, null);
  });

  it('says no such moment for the sample, which would differ each time', () => {
    const { options } = ready({ sample: true });
    assert.deepEqual([options.sample, options.fetchedAt], [true, null]);
  });

  it('offers days only where there are any', async () => {
    const kinds = ({ report }: Pick<ReportToExport, 'report'>): string[] =>
      exportChoices(report).map(({ exportAs }) => exportAs);
    assert.deepEqual(kinds(ready()), ['html', 'markdown', 'copyMarkdown', 'steps', 'json']);
    const [withDays] = (await sandboxReports()).filter(({ report }) => report.trend);
    assert.ok(withDays);
    assert.deepEqual(kinds(withDays), ['html', 'markdown', 'copyMarkdown', 'steps', 'days', 'json']);
  });

  it('proposes a name, and writes definitions beside CSV', async () => {
    const [withDays] = (await sandboxReports()).filter(({ report }) => report.trend);
    assert.ok(withDays);
    const stem = 'Always on new sign-ups 2025-08-01_2025-08-31';
    for (const [kind, name, beside] of [
      ['html', `${stem}.html`, false],
      ['markdown', `${stem}.md`, false],
      ['steps', `${stem}.csv`, true],
      ['days', `${stem} days.csv`, true],
      ['json', `${stem}.sendkit.json`, false],
    ] as const) {
      const files = exportFiles(kind, withDays, STYLES);
      assert.equal(files.name, name);
      assert.equal(files.beside !== null, beside);
      assert.ok(files.content.length > 500);
    }
    assert.equal(besideName('mine.CSV', ' definitions.csv'), 'mine definitions.csv');
    assert.equal(besideName('mine', ' definitions.csv'), 'mine definitions.csv');
  });

  it('says in a sentence why a file could not be written', () => {
    assert.equal(writeFailure('a.md', 'NoPermissions'), 'a.md was not saved: it, or its folder, is read-only.');
    for (const code of ['FileNotFound', 'FileIsADirectory', 'Unavailable', 'Unknown', undefined]) {
      assert.match(writeFailure('a.md', code), /^a\.md was not saved: .+\.$/);
    }
  });
});

/** A file system in memory, with faults. */
class MemoryFiles implements FileSystem<string> {
  readonly files = new Map<string, string>();
  readonly readonlyFiles = new Set<string>();
  full = false;
  noRename = false;
  /** A rename ends after its first step, which takes away what stands in the place. */
  halfRename = false;

  stat = (uri: string): Promise<{ permissions?: number }> =>
    this.files.has(uri)
      ? Promise.resolve(this.readonlyFiles.has(uri) ? { permissions: 1 } : {})
      : Promise.reject(new Error('not there'));

  writeFile = (uri: string, content: Uint8Array): Promise<void> => {
    const text = new TextDecoder().decode(content);
    this.files.set(uri, this.full ? text.slice(0, 2) : text);
    return this.full ? Promise.reject(Object.assign(new Error('full'), { code: 'Unknown' })) : Promise.resolve();
  };

  rename = (from: string, to: string): Promise<void> => {
    if (this.halfRename) this.files.delete(to);
    if (this.noRename || this.halfRename) {
      return Promise.reject(Object.assign(new Error('no'), { code: 'NoPermissions' }));
    }
    this.files.set(to, this.files.get(from) ?? '');
    this.files.delete(from);
    return Promise.resolve();
  };

  delete = (uri: string): Promise<void> => {
    this.files.delete(uri);
    return Promise.resolve();
  };
}

describe('A file', () => {
  const bytes = new TextEncoder().encode('new content');
  const write = (fs: MemoryFiles): Promise<void> => writeWhole(fs, 'report.md', '.draft', bytes);

  it('is written wholly', async () => {
    const fs = new MemoryFiles();
    fs.files.set('report.md', 'old');
    await write(fs);
    assert.deepEqual([...fs.files], [['report.md', 'new content']]);
  });

  for (const fault of ['full', 'noRename'] as const) {
    it(`that cannot be written (${fault}) leaves the old one, and no draft`, async () => {
      const fs = new MemoryFiles();
      fs.files.set('report.md', 'old');
      fs[fault] = true;
      await assert.rejects(write(fs), { code: fault === 'full' ? 'Unknown' : 'NoPermissions' });
      assert.deepEqual([...fs.files], [['report.md', 'old']]);
    });
  }

  it('whose old one is gone when the new one cannot take its place is left as the draft', async () => {
    const fs = new MemoryFiles();
    fs.files.set('report.md', 'old');
    fs.halfRename = true;
    await assert.rejects(write(fs), { code: 'NoPermissions' });
    assert.deepEqual([...fs.files], [['.draft', 'new content']]);
  });

  it('that cannot take a place where none was leaves no draft', async () => {
    const fs = new MemoryFiles();
    fs.noRename = true;
    await assert.rejects(write(fs), { code: 'NoPermissions' });
    assert.deepEqual([...fs.files], []);
  });

  it('that is read-only is not replaced', async () => {
    const fs = new MemoryFiles();
    fs.files.set('report.md', 'old');
    fs.readonlyFiles.add('report.md');
    await assert.rejects(write(fs), { code: 'NoPermissions' });
    assert.deepEqual([...fs.files], [['report.md', 'old']]);
  });
});
