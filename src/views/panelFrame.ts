import * as vscode from 'vscode';
import { decodeFromPage } from '../report/fromPage';
import type { MessageFromPage } from '../report/protocol';
import { REPORT_PANEL } from './commandIds';
import { reportFrameHtml } from './reportFrame';

/** A panel in the present column, without its page. */
export function newPanel(title: string, extensionUri: vscode.Uri): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(REPORT_PANEL, title, vscode.ViewColumn.Active, {
    ...panelOptions(extensionUri),
    enableFindWidget: true,
  });
}

/** Gives a new or restored panel its page, without any data. What the page says is told until it is disposed of. */
export function showPage(
  panel: vscode.WebviewPanel,
  extensionUri: vscode.Uri,
  tell: (message: MessageFromPage) => void,
): vscode.Disposable {
  const { webview } = panel;
  const listening = webview.onDidReceiveMessage((message) => {
    const decoded = decodeFromPage(message);
    if (decoded) tell(decoded);
  });
  panel.iconPath = panelIcon(extensionUri);
  webview.options = panelOptions(extensionUri);
  webview.html = panelHtml(webview, extensionUri);
  return listening;
}

/** What a panel's page may do and load: its own script, from the folder of the built page alone. */
function panelOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [builtPage(extensionUri)] };
}

function panelHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const built = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(builtPage(extensionUri), file)).toString();
  return reportFrameHtml({
    nonce: newNonce(),
    scriptUri: built('report.js'),
    styleUri: built('report-frame.css'),
    cspSource: webview.cspSource,
    lang: vscode.env.language,
  });
}

function panelIcon(extensionUri: vscode.Uri): { light: vscode.Uri; dark: vscode.Uri } {
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
