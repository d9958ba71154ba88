// The only place where the page knows VS Code. In a plain browser it talks to nobody.
import type { MessageFromPage } from '../protocol';

/** The editor around the page. */
export interface Host {
  post(message: MessageFromPage): void;
  /** Where the reader was when the page was last open; survives hiding and a restart of the editor. */
  readState(): unknown;
  writeState(state: unknown): void;
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: (() => VsCodeApi) | undefined;

/** VS Code where the page is a webview, else a host that answers nothing. Call once: VS Code gives its API only once. */
export function connectHost(): Host {
  if (typeof acquireVsCodeApi === 'undefined') {
    return { post: () => undefined, readState: () => undefined, writeState: () => undefined };
  }
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    readState: () => api.getState(),
    writeState: (state) => api.setState(state),
  };
}
