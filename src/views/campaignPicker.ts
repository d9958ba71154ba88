import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Format } from '../analytics/format';
import { parseCampaignId } from '../campaigns/campaignId';
import type { CampaignState } from '../campaigns/store';
import { campaignRow } from './campaignsTreeModel';

interface CampaignItem extends vscode.QuickPickItem {
  /** `undefined` for a line that only explains. */
  readonly campaignId?: string;
}

/** Lets a person choose a loaded campaign, or type or paste the id of any. Resolves with an id, or `undefined` when dismissed. */
export function pickCampaign(loaded: readonly CampaignState[], format: Format): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<CampaignItem>();
  picker.title = l10n.t('Show Campaign Analytics');
  picker.placeholder =
    loaded.length === 0
      ? l10n.t('Paste a campaign’s id')
      : l10n.t('Choose a loaded campaign, or paste a campaign’s id');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.ignoreFocusOut = true;

  const loadedItems = loaded.map((state) => loadedItem(state, format));
  const update = (): void => {
    picker.items = [...loadedItems, ...typedItem(picker.value, loaded)];
  };

  return new Promise((resolve) => {
    picker.onDidChangeValue(update);
    picker.onDidAccept(() => {
      const id = picker.activeItems[0]?.campaignId;
      if (id === undefined) return;
      resolve(id);
      picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      resolve(undefined);
    });
    update();
    picker.show();
  });
}

function loadedItem(state: CampaignState, format: Format): CampaignItem {
  const { label, description } = campaignRow(state, format);
  return {
    label: withoutIcons(label),
    description: withoutIcons(description ?? ''),
    ...(state.sample ? {} : { detail: state.id }),
    campaignId: state.id,
  };
}

/** What was typed, as a campaign to load, or why it cannot be one. */
function typedItem(value: string, loaded: readonly CampaignState[]): CampaignItem[] {
  if (value === '') return [];
  const parsed = parseCampaignId(value);
  if (!parsed.ok) return [{ label: `$(error) ${parsed.reason}`, alwaysShow: true }];
  if (loaded.some(({ id }) => id === parsed.id)) return [];
  return [
    {
      label: `$(cloud-download) ${l10n.t('Load this campaign')}`,
      detail: parsed.id,
      alwaysShow: true,
      campaignId: parsed.id,
    },
  ];
}

/** Quick picks draw `$(name)` as an icon; a campaign's name is only text. */
function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$\u2060(');
}
