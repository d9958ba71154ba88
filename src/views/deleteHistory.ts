import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { History } from '../campaigns/history';
import { withoutLinks } from './plainText';

/** Deletes all that is kept of a campaign's past, after asking. */
export async function deleteHistory(id: string, name: string, history: Pick<History, 'forget'>): Promise<void> {
  const question = l10n.t('Delete the history of “{0}”?', withoutLinks(name));
  const detail = l10n.t('All that was kept of it is deleted for good. The figures of now stay.');
  const yes = l10n.t('Delete');
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) !== yes) return;
  await history.forget(id);
  vscode.window.setStatusBarMessage(l10n.t('$(check) The history was deleted'), 4000);
}
