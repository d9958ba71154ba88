import type * as vscode from 'vscode';
import { fakeContext } from './fakeContext';

type Handler = (...args: unknown[]) => unknown;

class Disposable {
  constructor(private readonly end: () => void) {}

  static from(...all: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => all.forEach((one) => one.dispose()));
  }

  dispose(): void {
    this.end();
  }
}

class EventEmitter<T> {
  private readonly listeners = new Set<(event: T) => unknown>();
  readonly event = (listener: (event: T) => unknown): Disposable => {
    this.listeners.add(listener);
    return new Disposable(() => this.listeners.delete(listener));
  };

  fire(event: T): void {
    for (const listener of this.listeners) listener(event);
  }

  dispose(): void {
    this.listeners.clear();
  }
}

/** A document, as far as its name goes. */
interface FakeDocument {
  readonly uri: { readonly path: string; readonly scheme: string };
}

export function aDocument(path: string): FakeDocument {
  return { uri: { path, scheme: 'git' } };
}

class FileSystemError extends Error {
  readonly code = 'FileNotFound';
}

/** As much of VS Code as the extension wants before somebody looks at a campaign: what it registered, and what it asked for. */
export class FakeVSCode {
  readonly context = fakeContext();
  readonly commands = new Map<string, Handler>();
  readonly trees = new Map<string, vscode.TreeDataProvider<unknown>>();
  readonly serializers = new Map<string, vscode.WebviewPanelSerializer>();
  readonly tools = new Map<string, vscode.LanguageModelTool<unknown>>();
  readonly uriHandlers: vscode.UriHandler[] = [];
  /** Every call of `workspace.fs`, by its name; the disk is empty. */
  readonly diskCalls: string[] = [];
  readonly contextKeys = new Map<unknown, unknown>();
  readonly documents: FakeDocument[] = [];
  readonly documentOpened = new EventEmitter<FakeDocument>();
  readonly shownErrors: string[] = [];
  readonly loggedErrors: string[] = [];
  /** What is pressed in every message. */
  answer: string | undefined;
  logShown = false;

  private readonly settings: Readonly<Record<string, unknown>> = {
    apiBaseUrl: 'https://api.sendkit.ai',
    autoRefreshMinutes: 5,
  };

  /** What `require('vscode')` gives. */
  readonly api = {
    Disposable,
    EventEmitter,
    FileSystemError,
    Uri: { joinPath: (base: { path: string }, ...parts: string[]) => ({ path: [base.path, ...parts].join('/') }) },
    env: { language: 'en' },
    l10n: { bundle: undefined, t: (text: string) => text },
    commands: {
      registerCommand: (id: string, handler: Handler) => registered(this.commands, id, handler),
      executeCommand: (id: string, key: unknown, value: unknown) => {
        if (id === 'setContext') this.contextKeys.set(key, value);
        return Promise.resolve();
      },
    },
    window: {
      state: { focused: true },
      onDidChangeWindowState: new EventEmitter().event,
      createOutputChannel: () => ({
        error: (line: string) => this.loggedErrors.push(line),
        show: () => (this.logShown = true),
        dispose: () => undefined,
      }),
      createTreeView: (id: string, { treeDataProvider }: vscode.TreeViewOptions<unknown>) => ({
        visible: false,
        onDidChangeVisibility: new EventEmitter().event,
        onDidExpandElement: new EventEmitter().event,
        onDidCollapseElement: new EventEmitter().event,
        ...registered(this.trees, id, treeDataProvider),
      }),
      registerUriHandler: (handler: vscode.UriHandler) => {
        this.uriHandlers.push(handler);
        return new Disposable(() => undefined);
      },
      registerFileDecorationProvider: () => new Disposable(() => undefined),
      registerWebviewPanelSerializer: (id: string, serializer: vscode.WebviewPanelSerializer) =>
        registered(this.serializers, id, serializer),
      showErrorMessage: (message: string) => {
        this.shownErrors.push(message);
        return Promise.resolve(this.answer);
      },
    },
    lm: {
      registerTool: (name: string, tool: vscode.LanguageModelTool<unknown>) => registered(this.tools, name, tool),
    },
    languages: {
      match: ({ pattern }: { pattern: string }, { uri }: FakeDocument) =>
        uri.path.endsWith(pattern.replace('**/*', '')) ? 10 : 0,
      createDiagnosticCollection: () => ({
        clear: () => undefined,
        set: () => undefined,
        dispose: () => undefined,
      }),
      registerCodeLensProvider: () => new Disposable(() => undefined),
      registerCodeActionsProvider: () => new Disposable(() => undefined),
    },
    workspace: {
      textDocuments: this.documents,
      onDidOpenTextDocument: this.documentOpened.event,
      onDidChangeTextDocument: new EventEmitter().event,
      onDidSaveTextDocument: new EventEmitter().event,
      onDidCloseTextDocument: new EventEmitter().event,
      onDidChangeWorkspaceFolders: new EventEmitter().event,
      findFiles: () => Promise.resolve([]),
      createFileSystemWatcher: () => ({
        onDidCreate: new EventEmitter().event,
        onDidChange: new EventEmitter().event,
        onDidDelete: new EventEmitter().event,
        dispose: () => undefined,
      }),
      getConfiguration: () => ({ get: (key: string) => this.settings[key] }),
      onDidChangeConfiguration: new EventEmitter().event,
      registerTextDocumentContentProvider: () => new Disposable(() => undefined),
      fs: new Proxy(
        {},
        {
          get: (_fs, name) => () => {
            this.diskCalls.push(String(name));
            return Promise.reject(new FileSystemError());
          },
        },
      ),
    },
  };
}

function registered<Thing>(things: Map<string, Thing>, id: string, thing: Thing): { dispose: () => void } {
  if (things.has(id)) throw new Error(`${id} is there already.`);
  things.set(id, thing);
  return { dispose: () => things.delete(id) };
}
