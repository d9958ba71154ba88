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
  type ExportKind,
  type ReportToExport,
} from './exportModel';
import { withoutIcons } from './plainText';
import { nameOf, saveFile, sibling, tellSaved, write } from './saveFile';

/** What can be exported of a campaign; where there is nothing, that is said. */
export function toExport(state: CampaignState | undefined, format: Format): ReportToExport | undefined {
  const report = state && reportToExport(state, format, vscode.env.language);
  if (!report || !('refusal' in report)) return report;
  void vscode.window.showInformationMessage(report.refusal);
  return undefined;
}

/** Asks how and where, and writes a campaign's report there, or copies it. What cannot be written is said in a sentence. */
export async function exportReport(exported: ReportToExport, extensionUri: vscode.Uri): Promise<void> {
  const kind = await pickKind(exported);
  if (kind === undefined) return;
  if (kind === 'copyMarkdown') return copyReport(exported);
  const styles = kind === 'html' ? await readStyles(extensionUri) : '';
  if (styles === undefined) {
    const sentence = l10n.t(
      'Nothing was saved: a file of the extension is missing. Please install the extension again.',
    );
    void vscode.window.showErrorMessage(sentence);
    return;
  }
  const { beside, ...file } = exportFiles(kind, exported, styles);
  const target = await saveFile({ title: l10n.t('Export Report'), ...file });
  if (!target) return;
  if (beside) {
    const failure = await write(sibling(target, besideName(nameOf(target), beside.suffix)), beside.content);
    if (failure !== undefined) void vscode.window.showWarningMessage(failure);
  }
  await tellSaved(target, kind === 'html' ? 'browser' : 'editor');
}

export async function copyReport(exported: ReportToExport): Promise<void> {
  await vscode.env.clipboard.writeText(markdownToCopy(exported));
  vscode.window.setStatusBarMessage(l10n.t('$(check) The report was copied as Markdown'), 4000);
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
