import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { formatFor } from '../../src/analytics/format';
import type { TestPlan } from '../../src/analytics/testPlan';
import { TestFiles } from '../../src/campaigns/testFiles';
import { TestFileViews } from '../../src/views/testFileViews';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, type Graph } from './graph';
import { temporaryFolder } from './temporaryFolder';

export const format = formatFor('en');

/** What a file says of the second e-mail of the campaign below. */
export const fields = {
  hypothesis: 'B has the higher click rate, because it is shorter.',
  ...{ campaign: 'tested', step: 2, variants: ['A', 'B'], metric: 'clicked', plannedSize: 3900 },
  ...{ stopDate: null, decision: null },
};

/** Email 1 is not tested; Email 2 was sent so often in each of two variants, and clicked so often. */
export function answer(sent: number, a: number, b: number): unknown {
  const row = (sequenceStep: number, variant: string | null, clicked: number) => ({
    ...{ _id: { sequenceStep, variant }, sent, clicked },
    ...{ opened: 500, bounced: 0 },
  });
  const stats = { sent: 3 * sent, delivered: 3 * sent, opened: 1500, clicked: 50 + a + b, replied: 9, bounced: 0 };
  return {
    success: true,
    data: {
      campaign: { id: 'tested', name: 'Founders', status: 'active', startedAt: '2025-03-01T12:00:00.000Z' },
      ...{ stats, statusBreakdown: { active: 30 }, totalReplied: 9 },
      stepAnalytics: [row(0, null, 50), row(2, 'A', a), row(2, 'B', b)],
    },
  };
}

/** What a watcher of files tells. The code-server under test has none that looks into folders. */
class FileEvents {
  /** A test file. */
  readonly written = new vscode.EventEmitter<vscode.Uri>();
  /** A file or folder. */
  readonly come = new vscode.EventEmitter<vscode.Uri>();
  readonly gone = new vscode.EventEmitter<vscode.Uri>();

  readonly watch = (pattern: vscode.GlobPattern): vscode.FileSystemWatcher => {
    const onDidCreate = pattern === '**' ? this.come.event : this.written.event;
    const never = new vscode.EventEmitter<vscode.Uri>().event;
    return {
      ...{ ignoreCreateEvents: false, ignoreChangeEvents: false, ignoreDeleteEvents: false },
      ...{ onDidCreate, onDidChange: never, onDidDelete: this.gone.event, dispose: () => undefined },
    };
  };
}

/** The extension's graph with a folder for test files, and what a person sees of them. */
export class GivenTestFiles {
  readonly events = new FileEvents();
  readonly graph: Graph;
  readonly files: TestFiles;
  readonly views: TestFileViews;

  private constructor(
    readonly sandbox: Sandbox,
    readonly folder: vscode.Uri,
  ) {
    sandbox.setCampaign('tested', answer(2000, 30, 70));
    this.graph = buildGraph({ address: sandbox.url, key: sandbox.key });
    this.files = new TestFiles(this.graph.log, this.events.watch);
    this.graph.settings.followTestFiles(this.files);
    this.views = new TestFileViews(this.graph.store, this.files, format);
  }

  /** In a folder that no workspace has, unless it is given one. */
  static async start(folder = temporaryFolder()): Promise<GivenTestFiles> {
    await vscode.extensions.getExtension('outbound-tools.sendkit-analytics')?.activate();
    await vscode.workspace.fs.createDirectory(folder);
    return new GivenTestFiles(await startSandbox(), folder);
  }

  async end(): Promise<void> {
    for (const { isDirty } of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)) {
      const way = isDirty ? 'revertAndCloseActiveEditor' : 'closeActiveEditor';
      await vscode.commands.executeCommand(`workbench.action.${way}`);
    }
    this.views.dispose();
    this.files.dispose();
    this.graph.dispose();
    for (const place of [this.folder, this.graph.folder]) {
      await vscode.workspace.fs.delete(place, { recursive: true }).then(undefined, () => undefined);
    }
    await this.sandbox.close();
  }

  at(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, name);
  }

  async write(name: string, content: object | string): Promise<vscode.Uri> {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    await vscode.workspace.fs.writeFile(this.at(name), new TextEncoder().encode(text));
    this.events.written.fire(this.at(name));
    return this.at(name);
  }

  async remove(uri: vscode.Uri): Promise<void> {
    await vscode.workspace.fs.delete(uri, { recursive: true });
    this.events.gone.fire(uri);
  }

  /** As a person does: what an extension opens stays open for minutes. */
  async open(content: object | string, name = 'a.sendkit-test.json'): Promise<vscode.TextDocument> {
    const uri = await this.write(name, content);
    await vscode.commands.executeCommand('vscode.open', uri);
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.uri.toString() === uri.toString(), `${String(document?.uri)} is in front`);
    return document;
  }

  async lenses(document: vscode.TextDocument): Promise<(vscode.Command | undefined)[]> {
    return (await this.views.provideCodeLenses(document)).map(({ command }) => command);
  }

  async titles(document: vscode.TextDocument): Promise<(string | undefined)[]> {
    return (await this.lenses(document)).map((command) => command?.title);
  }

  /** Of the e-mail that is tested. */
  plan(): TestPlan | undefined {
    return this.graph.store.get('tested')?.report?.steps[1]?.test?.plan;
  }

  /** Resolves when the files, as they are read, make a condition true. */
  untilRead(condition: () => boolean): Promise<void> {
    return until(this.files.onDidChange, condition);
  }

  untilPlanned(perVariant: number): Promise<void> {
    return this.untilRead(() => this.plan()?.file !== undefined && this.plan()?.perVariant === perVariant);
  }

  untilNothingIsPlanned(): Promise<void> {
    return this.untilRead(() => this.plan()?.file === undefined);
  }

  /** What is said of a file; the installed extension, which has no campaign loaded, says its own. */
  flaws(uri: vscode.Uri): string[] {
    return (this.views.diagnostics.get(uri) ?? []).map(({ message }) => message);
  }

  untilSaid(uri: vscode.Uri, condition: (messages: readonly string[]) => boolean): Promise<void> {
    return until(vscode.languages.onDidChangeDiagnostics, () => condition(this.flaws(uri)));
  }

  fixes(document: vscode.TextDocument, text: string): vscode.CodeAction[] {
    const start = document.getText().indexOf(text);
    assert.ok(start >= 0, text);
    const position = document.positionAt(start);
    return this.views.provideCodeActions(document, new vscode.Range(position, position));
  }
}

export async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, to);
  await vscode.workspace.applyEdit(edit);
}

/** Resolves when a condition is true, which an event may have changed. */
export function until(event: vscode.Event<unknown>, condition: () => boolean): Promise<void> {
  if (condition()) return Promise.resolve();
  return new Promise((resolve) => {
    const subscription = event(() => {
      if (!condition()) return;
      subscription.dispose();
      resolve();
    });
  });
}
