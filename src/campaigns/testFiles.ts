import * as vscode from 'vscode';
import { MAX_TEST_FILE, readTestFile, type TestFile } from '../testFiles/testFile';
import { TEST_FILES } from '../testFiles/testFilePattern';
import type { Log } from './log';
import { aFewAtOnce } from './aFewAtOnce';

export interface KeptTestFile {
  readonly uri: vscode.Uri;
  readonly file: TestFile;
}

/** More are left alone. */
const MAX_FILES = 200;

/**
 * The test files of the workspace, and those that are open though they are in none, as they are on disk: what is being
 * typed plans nothing yet.
 */
export class TestFiles implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  /** Resolves when all have been read for the first time. Never rejects. */
  readonly read: Promise<void>;
  private readonly subscription: vscode.Disposable;
  private kept: readonly KeptTestFile[] = [];
  /** Written since the last search: not every workspace can be searched. */
  private heardOf: vscode.Uri[] = [];
  private searching = false;
  private searchAgain = false;

  constructor(
    private readonly log: Pick<Log, 'bug'>,
    watch: typeof vscode.workspace.createFileSystemWatcher = vscode.workspace.createFileSystemWatcher,
  ) {
    const { workspace } = vscode;
    const written = watch(TEST_FILES, false, false, true);
    // Of a folder that comes or goes, nobody says what is in it.
    const folders = watch('**', false, true);
    const search = (): void => void this.search();
    const hear = (uri: vscode.Uri): void => {
      this.heardOf.push(uri);
      search();
    };
    const searchForDocument = (document: vscode.TextDocument): void => {
      if (isTestFile(document)) search();
    };
    this.subscription = vscode.Disposable.from(
      ...[this.changed, written, folders],
      written.onDidCreate(hear),
      written.onDidChange(hear),
      folders.onDidCreate(({ path }) => {
        if (!/\.[^/]*$/.test(path)) search();
      }),
      folders.onDidDelete(({ path }) => {
        if (this.kept.some(({ uri }) => `${uri.path}/`.startsWith(`${path}/`))) search();
      }),
      workspace.onDidOpenTextDocument(searchForDocument),
      workspace.onDidSaveTextDocument(searchForDocument),
      workspace.onDidCloseTextDocument(searchForDocument),
      workspace.onDidChangeWorkspaceFolders(search),
    );
    this.read = this.search();
  }

  dispose(): void {
    this.subscription.dispose();
  }

  list(): readonly KeptTestFile[] {
    return this.kept;
  }

  /** One search at a time, and another where something happened meanwhile. */
  private async search(): Promise<void> {
    this.searchAgain = true;
    if (this.searching) return;
    this.searching = true;
    while (this.searchAgain) {
      this.searchAgain = false;
      await this.searchOnce();
    }
    this.searching = false;
  }

  private async searchOnce(): Promise<void> {
    const { workspace } = vscode;
    const heardOf = [...this.heardOf.splice(0), ...this.kept.map(({ uri }) => uri)];
    const found = await this.find();
    const open = workspace.textDocuments.filter(isTestFile).map(({ uri }) => uri);
    const ofWorkspace = [...found, ...heardOf].filter((uri) => workspace.getWorkspaceFolder(uri));
    const uris = new Map([...open, ...ofWorkspace].map((uri) => [uri.toString(), uri]));
    const read = await aFewAtOnce([...uris.values()].slice(0, MAX_FILES), readAt);
    const kept = read.filter((file) => file !== undefined);
    const hasChanged = fingerprint(kept) !== fingerprint(this.kept);
    this.kept = kept;
    if (hasChanged) this.changed.fire();
  }

  private async find(): Promise<vscode.Uri[]> {
    try {
      return await vscode.workspace.findFiles(TEST_FILES, '**/node_modules/**', MAX_FILES);
    } catch (error) {
      this.log.bug(error);
      return [];
    }
  }
}

/** Whether a document is a test file that a person can work on: not the other side of a diff. */
export function isTestFile(document: vscode.TextDocument): boolean {
  const { languages, workspace } = vscode;
  return (
    languages.match({ pattern: TEST_FILES }, document) > 0 &&
    (document.isUntitled || workspace.fs.isWritableFileSystem(document.uri.scheme) === true)
  );
}

/** `undefined` for what is gone, or is no test file. */
async function readAt(uri: vscode.Uri): Promise<KeptTestFile | undefined> {
  const { fs } = vscode.workspace;
  try {
    if ((await fs.stat(uri)).size > MAX_TEST_FILE) return undefined;
    const file = readTestFile(new TextDecoder().decode(await fs.readFile(uri)), uri.path);
    return file && { uri, file };
  } catch {
    return undefined;
  }
}

function fingerprint(kept: readonly KeptTestFile[]): string {
  return JSON.stringify(kept.map(({ uri, file }) => [uri, file.text]));
}
