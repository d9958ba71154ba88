// Not in a browser: a window without a folder finds no files.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { TestFiles } from '../../src/campaigns/testFiles';
import { fields, GivenTestFiles, until } from './givenTestFiles';
import { temporaryFolder } from './temporaryFolder';

describe('The test files of a workspace', () => {
  let given: GivenTestFiles;

  const inWorkspace = (name: string): vscode.Uri => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace, 'the tests run in a folder');
    return vscode.Uri.joinPath(workspace.uri, name);
  };

  /** code-server 4.100 under test lacks the program that searches. What is open or written is found without it. */
  const canSearch = (): Thenable<boolean> =>
    vscode.workspace.findFiles('*').then(
      () => true,
      () => false,
    );

  beforeEach(async () => {
    given = await GivenTestFiles.start(inWorkspace(crypto.randomUUID()));
    await given.graph.store.load('tested');
  });

  afterEach(() => given.end());

  it('plan sizes as they are on disk: written, changed, with a byte order mark, and gone again', async () => {
    assert.equal(given.plan()?.file, undefined);
    const uri = await given.write('a.sendkit-test.json', fields);
    await given.untilPlanned(3900);
    await given.write('a.sendkit-test.json', { ...fields, plannedSize: 500 });
    await given.untilPlanned(500);
    assert.equal(given.plan()?.missing, 0);
    await given.write('a.sendkit-test.json', `\ufeff${JSON.stringify({ ...fields, plannedSize: 600 })}`);
    await given.untilPlanned(600);
    await given.write('a.sendkit-test.json', '{"__proto__":{"plannedSize":5},"plannedSize":7,');
    await given.untilNothingIsPlanned();
    await given.write('a.sendkit-test.json', fields);
    await given.untilPlanned(3900);
    await given.remove(uri);
    await given.untilNothingIsPlanned();
  });

  it('plan nothing any more when their folder is gone, and again when it comes back', async function () {
    if (!(await canSearch())) this.skip();
    const { fs } = vscode.workspace;
    await given.write('deep/er/a.sendkit-test.json', fields);
    await given.untilPlanned(3900);
    const elsewhere = temporaryFolder();
    await fs.rename(given.at('deep'), elsewhere);
    given.events.gone.fire(given.at('deep'));
    await given.untilNothingIsPlanned();
    await fs.rename(elsewhere, given.at('deep'));
    given.events.come.fire(given.at('deep'));
    await given.untilPlanned(3900);
  });

  it('are followed by what VS Code tells of them', async function () {
    // code-server 4.100 tells of no file, and the newest of those that lie in the workspace's own folder.
    if (vscode.version.startsWith('1.100.')) this.skip();
    const files = new TestFiles(given.graph.log);
    await files.read;
    const { fsPath } = inWorkspace(`${crypto.randomUUID()}.sendkit-test.json`);
    await writeFile(fsPath, JSON.stringify(fields));
    await until(files.onDidChange, () => files.list()[0]?.file.plannedSize === 3900);
    await vscode.workspace.fs.delete(vscode.Uri.file(fsPath));
    await until(files.onDidChange, () => files.list().length === 0);
    files.dispose();
  });

  it('may contradict each other: the larger size counts, and both are told, though neither is open', async () => {
    const a = await given.write('a.sendkit-test.json', fields);
    const b = await given.write('b.sendkit-test.json', { ...fields, plannedSize: 5000 });
    await given.untilPlanned(5000);
    assert.equal(given.plan()?.file, 'b.sendkit-test.json');
    for (const uri of [a, b]) await given.untilSaid(uri, (messages) => messages.length > 0);
    assert.deepEqual(
      [a, b].map((uri) => given.flaws(uri)),
      [
        ['b.sendkit-test.json plans 5,000 for the same test. The larger size counts.'],
        ['a.sendkit-test.json plans 3,900 for the same test. The larger size counts.'],
      ],
    );
    await given.remove(b);
    for (const uri of [a, b]) await given.untilSaid(uri, (messages) => messages.length === 0);
    assert.equal(given.plan()?.perVariant, 3900);
  });

  it('are left alone where they are too long: 10 MB, open or not', async () => {
    const document = await given.open({ ...fields, hypothesis: 'x'.repeat(10_000_000) }, 'long.sendkit-test.json');
    assert.deepEqual(await given.titles(document), []);
    await given.write('a.sendkit-test.json', { ...fields, plannedSize: 700 });
    await given.untilPlanned(700);
    assert.deepEqual(
      given.files.list().map(({ file }) => file.name),
      ['a.sendkit-test.json'],
    );
    assert.deepEqual(given.flaws(document.uri), []);
  });

  it('are read up to a number: 200 of 10,000', async function () {
    this.timeout(60_000);
    if (!(await canSearch())) this.skip();
    const many = given.at('many').fsPath;
    await mkdir(many);
    for (let hundred = 0; hundred < 100; hundred++) {
      const paths = Array.from({ length: 100 }, (_, one) => join(many, `${hundred}-${one}.sendkit-test.json`));
      await Promise.all(paths.map((path) => writeFile(path, JSON.stringify(fields))));
      for (const path of paths) given.events.written.fire(vscode.Uri.file(path));
    }
    await given.untilRead(() => given.files.list().length === 200);
    const files = new TestFiles(given.graph.log);
    await files.read;
    assert.equal(files.list().length, 200);
    files.dispose();
  });

  it('are told by the schema, and by nobody else, of every field that is wrong', async () => {
    const wrong = Object.fromEntries(Object.keys(fields).map((name) => [name, { is: 'wrong' }]));
    const document = await given.open(wrong);
    const said = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(document.uri);
    const isMarked = (name: string): boolean =>
      said().some(({ range }) => document.lineAt(range.start).text.includes(`"${name}": {`));
    await until(vscode.languages.onDidChangeDiagnostics, () => Object.keys(fields).every(isMarked));
    assert.ok(!said().some(({ source }) => source === 'SendKit'), JSON.stringify(said()));
    assert.deepEqual([given.flaws(document.uri), await given.titles(document)], [[], []]);
    assert.equal(given.plan()?.file, undefined);
  });

  it('are told of wrong types by the schema alone, and offered what would be right', async () => {
    const document = await given.open({ ...fields, step: '2', metric: 5, stopDate: true, decision: 'B' });
    const bySchema = (): vscode.Diagnostic[] =>
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source !== 'SendKit');
    await until(vscode.languages.onDidChangeDiagnostics, () => bySchema().length === 4);
    assert.deepEqual(given.flaws(document.uri), []);
    for (const [at, title] of [
      ['"2"', 'Change to Email 2'],
      ['5', 'Change to Click rate'],
      ['"B"\n}', 'Change to null'],
    ] as const) {
      const fix = given.fixes(document, at).find((action) => action.title.startsWith(title));
      assert.ok(fix?.diagnostics?.length, title);
    }
  });
});
