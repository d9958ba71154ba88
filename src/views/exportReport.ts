import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Format } from '../analytics/format';
import type { CampaignState } from '../campaigns/store';
import { reportTitle } from '../export/exportWords';
import {
  besideName,
  exportChoices,
  exportFiles,
  markdownToCopy,
  reportToExport,
  writeFailure,
  type ExportFiles,
  type ExportKind,
  type ReportToExport,
} from './exportModel';
import { proposedFolder } from './homeFolder';
import { withoutIcons } from './plainText';
import { writeWhole } from './wholeFile';

interface ExportReportOptions {
  readonly state: CampaignState;
  readonly format: Format;
  /** BCP 47, of the words. */
  readonly locale: string;
  readonly extensionUri: vscode.Uri;
}

/** Asks how and where, and writes a campaign's report there, or copies it. What cannot be written is said in a sentence. */
export async function exportReport({ state, format, locale, extensionUri }: ExportReportOptions): Promise<void> {
  const exported = reportToExport(state, format, locale);
  if ('refusal' in exported) {
    void vscode.window.showInformationMessage(exported.refusal);
    return;
  }
  const kind = await pickKind(exported);
  if (kind === undefined) return;
  if (kind === 'copyMarkdown') {
    await vscode.env.clipboard.writeText(markdownToCopy(exported));
    vscode.window.setStatusBarMessage(l10n.t('$(check) The report was copied as Markdown'), 4000);
    return;
  }
  const styles = kind === 'html' ? await readStyles(extensionUri) : '';
  if (styles === undefined) {
    const sentence = l10n.t(
      'Nothing was saved: a file of the extension is missing. Please install the extension again.',
    );
    void vscode.window.showErrorMessage(sentence);
    return;
  }
  const files = exportFiles(kind, exported, styles);
  const target = await askWhere(files);
  if (target) await save(target, kind, files);
}

async function pickKind({ report, options }: ReportToExport): Promise<ExportKind | 'copyMarkdown' | undefined> {
  const chosen = await vscode.window.showQuickPick([...exportChoices(report)], {
    title: l10n.t('Export Report'),
    ignoreFocusOut: true,
    placeHolder: withoutIcons(reportTitle(report, options)),
    matchOnDetail: true,
  });
  return chosen?.exportAs;
}

/** The rules of a page; `undefined` where the extension lacks their file. */
async function readStyles(extensionUri: vscode.Uri): Promise<string | undefined> {
  const file = vscode.Uri.joinPath(extensionUri, 'media', 'export.css');
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}

function askWhere({ name, ending }: ExportFiles): Thenable<vscode.Uri | undefined> {
  const folder = proposedFolder();
  return vscode.window.showSaveDialog({
    title: l10n.t('Export Report'),
    defaultUri: folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.file(name),
    filters: { [ending.toUpperCase()]: [ending] },
  });
}

async function save(target: vscode.Uri, kind: ExportKind, { content, beside }: ExportFiles): Promise<void> {
  const failure = await write(target, content);
  if (failure !== undefined) {
    void vscode.window.showErrorMessage(failure);
    return;
  }
  if (beside) {
    const besideFailure = await write(sibling(target, besideName(nameOf(target), beside.suffix)), beside.content);
    if (besideFailure !== undefined) void vscode.window.showWarningMessage(besideFailure);
  }
  const open = l10n.t('Open');
  const chosen = await vscode.window.showInformationMessage(l10n.t('{0} was saved.', nameOf(target)), open);
  if (chosen === open) await openFile(target, kind);
}

/** Why a file could not be written, or nothing. */
async function write(target: vscode.Uri, content: string): Promise<string | undefined> {
  const draft = sibling(target, `.${crypto.randomUUID()}.tmp`);
  try {
    await writeWhole(vscode.workspace.fs, target, draft, new TextEncoder().encode(content));
    return undefined;
  } catch (error) {
    const { code } = error as { readonly code?: string };
    return writeFailure(nameOf(target), code);
  }
}

/** A page belongs into a browser, which a file of another computer does not reach. */
async function openFile(target: vscode.Uri, kind: ExportKind): Promise<void> {
  const reachable = target.scheme === 'file' && vscode.env.remoteName === undefined;
  if (kind === 'html' && reachable && (await vscode.env.openExternal(target))) return;
  await vscode.commands.executeCommand('vscode.open', target);
}

function sibling(uri: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..', name);
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
