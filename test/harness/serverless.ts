import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { listen } from '../sandbox/listen';
import { root } from './cache';
import { installVSCode } from './installVSCode';
import type { ReleaseName } from './releases';
import { quietSettings, type Settings } from './vscodeServer';

export interface ServerlessOptions {
  readonly release: ReleaseName;
  readonly settings?: Settings;
  /** A file of the checkout that exports `run`. The extension is then one under development, else an installed one. */
  readonly tests?: string;
}

/** VS Code as vscode.dev is it: a page and its worker, with files that never change, and no server behind them. */
export interface ServerlessVSCode {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const WORKBENCH = '/vscode/out/vs/code/browser/workbench/workbench.js';

/** Code-server's changes to VS Code that presume its server, as VS Code has them itself. */
const WITHOUT_SERVER: readonly (readonly [RegExp, string])[] = [
  [/remoteAuthority:location\.host\}/g, 'remoteAuthority:void 0}'],
  [/(\(\{scheme:\w+\.)vscodeRemote(\}\),"User"\))/g, '$1vscodeUserData$2'],
];

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Gives out VS Code's page and files, and the checkout as the folder of the extension. */
export async function startServerless({ release, ...options }: ServerlessOptions): Promise<ServerlessVSCode> {
  const vscode = dirname(dirname((await installVSCode(release)).serverMain));
  // VS Code seals an extension's secrets with it.
  const key = randomBytes(32);
  let workbench: Promise<string> | undefined;

  const contentAt = async (path: string, host: string): Promise<string | Buffer | undefined> => {
    if (path === '/') return pageOf(configuration(host, options));
    if (path === '/mint-key') return key;
    if (path === WORKBENCH) return (workbench ??= workbenchIn(vscode));
    const [, place, file] = /^\/(vscode|extension)\/(.*)$/.exec(path) ?? [];
    return file && readFile(join(place === 'vscode' ? vscode : root, file)).catch(() => undefined);
  };
  const answer = async ({ url = '/', headers: { host = '' } }: IncomingMessage, response: ServerResponse) => {
    const path = new URL(url, `http://${host}`).pathname;
    const content = await contentAt(path, host);
    if (content === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': typeOf(path) }).end(content);
  };
  const listening = await listen(0, (request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return { url: listening.url, stop: () => listening.close() };
}

function typeOf(path: string): string {
  return path === '/' ? 'text/html' : (TYPES[extname(path)] ?? 'application/octet-stream');
}

async function workbenchIn(vscode: string): Promise<string> {
  let text = await readFile(join(vscode, WORKBENCH.replace('/vscode/', '')), 'utf8');
  for (const [pattern, replacement] of WITHOUT_SERVER) {
    if (text.match(pattern)?.length !== 1) throw new Error(`This VS Code has not one ${pattern.source}.`);
    text = text.replace(pattern, replacement);
  }
  return text;
}

/** Options of https://github.com/microsoft/vscode/blob/main/src/vs/workbench/browser/web.api.ts, and code-server's own. */
function configuration(host: string, { settings, tests }: Omit<ServerlessOptions, 'release'>): object {
  const at = (path: string) => ({ scheme: 'http', authority: host, path: `/extension${path}` });
  return {
    configurationDefaults: { ...quietSettings, ...settings },
    webviewEndpoint: '/vscode/out/vs/workbench/contrib/webview/browser/pre/',
    ...(tests === undefined
      ? { additionalBuiltinExtensions: [at('')] }
      : { developmentOptions: { extensions: [at('')], extensionTestsPath: at(`/${tests}`) } }),
    ...{
      userDataPath: '/',
      isEnabledFileDownloads: true,
      isEnabledFileUploads: true,
      isEnabledCoderGettingStarted: false,
    },
  };
}

function pageOf(options: object): string {
  return `<!doctype html>
<meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${JSON.stringify(options).replaceAll('"', '&quot;')}">
<link rel="stylesheet" href="${WORKBENCH.replace('.js', '.css')}">
<body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = location.origin + '/vscode/out/';</script>
<script type="module" src="/vscode/out/nls.messages.js"></script>
<script type="module" src="${WORKBENCH}"></script>`;
}
