import * as vscode from 'vscode';
import { reportFrameHtml } from './reportFrame';

/** What a panel's page may do and load: its own script, from the folder of the built page alone. */
export function panelOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [builtPage(extensionUri)] };
}

/** The page's HTML, without any data. */
export function panelHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const built = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(builtPage(extensionUri), file)).toString();
  return reportFrameHtml({
    nonce: newNonce(),
    scriptUri: built('report.js'),
    styleUri: built('report-frame.css'),
    cspSource: webview.cspSource,
    lang: vscode.env.language,
    title: '',
  });
}

export function panelIcon(extensionUri: vscode.Uri): { light: vscode.Uri; dark: vscode.Uri } {
  const media = (file: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', file);
  return { light: media('report-light.svg'), dark: media('report-dark.svg') };
}

/** The folder that a page may load from. */
function builtPage(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'report');
}

function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
