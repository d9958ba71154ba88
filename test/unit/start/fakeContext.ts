import type * as vscode from 'vscode';

/** The part of VS Code's context that the extension uses, and how often it read a secret. */
export interface FakeContext extends Pick<vscode.ExtensionContext, 'subscriptions'> {
  readonly secrets: { reads: number; get: () => Promise<undefined>; onDidChange: () => vscode.Disposable };
  /** Read without waiting, as VS Code gives it. */
  readonly globalState: Map<string, unknown>;
  readonly globalStorageUri: { readonly path: string };
  readonly extensionUri: { readonly path: string };
}

export function fakeContext(): FakeContext {
  const secrets = {
    reads: 0,
    get: () => {
      secrets.reads += 1;
      return Promise.resolve(undefined);
    },
    onDidChange: () => ({ dispose: () => undefined }),
  };
  return {
    subscriptions: [],
    secrets,
    globalState: new Map(),
    globalStorageUri: { path: '/storage' },
    extensionUri: { path: '/extension' },
  };
}
