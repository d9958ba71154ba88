import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CampaignStore } from '../campaigns/store';
import { withoutIcons } from './plainText';

/** Lets a person choose one of the loaded campaigns that have figures; says so where there is none. */
export async function pickLoaded(store: CampaignStore, title: string): Promise<string | undefined> {
  const items = store
    .list()
    .filter(({ report }) => report !== null)
    .map(({ id, name, sample }) => ({
      label: withoutIcons(name),
      ...(sample ? { description: l10n.t('sample') } : {}),
      id,
    }));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('No campaign is loaded yet. Load one first.'));
    return undefined;
  }
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    ignoreFocusOut: true,
    placeHolder: l10n.t('Which campaign'),
  });
  return chosen?.id;
}
