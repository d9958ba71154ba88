import * as vscode from 'vscode';

const EXTENSION_ID = 'outbound-tools.sendkit-analytics';
const PATH = /^\/campaign\/(.+)$/s;

/** Opens the report in the VS Code that is asked to open it. It says which campaign, and nothing else. */
export function reportLink(id: string): string {
  const { uriScheme } = vscode.env;
  return `${uriScheme}://${EXTENSION_ID}/campaign/${encodeURIComponent(id)}`;
}

/** What the path of a link to a campaign names, whatever it is; `undefined` for another link. Query and fragment are not read. */
export function campaignInLink(path: unknown): string | undefined {
  return typeof path === 'string' ? PATH.exec(path)?.[1] : undefined;
}
