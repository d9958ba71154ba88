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
    workspace: {
      getConfiguration: () => ({ get: (key: string) => this.settings[key] }),
      onDidChangeConfiguration: new EventEmitter().event,
      textDocuments: [],
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
