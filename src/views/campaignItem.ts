// Campaigns in lists to choose from.
import * as vscode from 'vscode';
import type { Format } from '../analytics/format';
import type { CampaignState } from '../campaigns/store';
import { campaignRow } from './campaignsTreeModel';
import { withoutIcons } from './plainText';

export interface CampaignItem extends vscode.QuickPickItem {
  /** `undefined` for a line that only explains. */
  readonly campaignId?: string;
}

/** A loaded campaign, with the words of its row in the tree. */
export function loadedItem(state: CampaignState, format: Format): CampaignItem & { readonly campaignId: string } {
  const { label, description = '' } = campaignRow(state, format);
  return { label: withoutIcons(label), description: withoutIcons(description), campaignId: state.id };
}

/** Items under a title; nothing where there are none. */
export function titled(title: string, items: readonly CampaignItem[]): CampaignItem[] {
  return items.length === 0 ? [] : [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...items];
}
