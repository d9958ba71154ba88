import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Format } from '../analytics/format';
import { campaignStatus } from '../analytics/words';
import type { CampaignSearch, FoundCampaign, SearchResult } from '../campaigns/campaignSearch';
import { parseCampaignId } from '../campaigns/campaignId';
import type { CampaignState } from '../campaigns/store';
import { loadedItem, titled, type CampaignItem } from './campaignItem';
import { withoutIcons } from './plainText';

/** Typing is not asked about before it rests this long, in milliseconds. */
const PAUSE = 300;

export interface CampaignPickerOptions {
  readonly loaded: readonly CampaignState[];
  readonly search: CampaignSearch;
  readonly format: Format;
}

/**
 * Lets a person choose a campaign: the loaded ones first, then those of the workspace, which typing searches on the
 * server; a typed or pasted id works too. Resolves with an id, or `undefined` when dismissed.
 */
export function pickCampaign({ loaded, search, format }: CampaignPickerOptions): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<CampaignItem>();
  picker.title = l10n.t('Show Campaign Analytics');
  picker.placeholder = l10n.t('Search by name, or paste a campaign’s id');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.ignoreFocusOut = true;

  const loadedItems = loaded.map((state) => ({
    ...loadedItem(state, format),
    ...(state.sample ? {} : { detail: withoutIcons(state.id) }),
  }));
  let found: readonly CampaignItem[] = [];
  /** What there is to say of the search. Last, so that Enter takes a campaign. */
  let notes: readonly CampaignItem[] = [];
  let asked: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const update = (): void => {
    const flaw = picker.value === '' ? undefined : flawOf(picker.value);
    if (flaw !== undefined) {
      picker.items = [explanation('error', flaw)];
      return;
    }
    const known = new Set(loaded.map(({ id }) => id));
    picker.items = [
      ...titled(l10n.t('Loaded'), loadedItems),
      ...titled(
        l10n.t('In the workspace'),
        found.filter(({ campaignId }) => !known.has(campaignId ?? '')),
      ),
      ...typedItem(picker.value, [...loadedItems, ...found]),
      ...notes,
    ];
  };
  const ask = async (): Promise<void> => {
    asked?.abort();
    const asking = new AbortController();
    asked = asking;
    picker.busy = true;
    const result = await search(picker.value, asking.signal);
    if (asking.signal.aborted) return;
    picker.busy = false;
    found = result.ok ? result.campaigns.map((campaign) => foundItem(campaign, format)) : [];
    notes = notesOn(result);
    update();
  };

  return new Promise((resolve) => {
    picker.onDidChangeValue(() => {
      update();
      asked?.abort();
      clearTimeout(timer);
      if (isSearchable(picker.value)) timer = setTimeout(() => void ask(), PAUSE);
    });
    picker.onDidAccept(() => {
      const id = picker.activeItems[0]?.campaignId;
      if (id === undefined) {
        if (picker.value === '') picker.items = [explanation('error', flawOf('') ?? '')];
        return;
      }
      resolve(id);
      picker.hide();
    });
    picker.onDidHide(() => {
      clearTimeout(timer);
      asked?.abort();
      picker.dispose();
      resolve(undefined);
    });
    update();
    picker.show();
    void ask();
  });
}

/** What cannot be a name or an id is not sent, and a whole id is no part of a name. */
function isSearchable(text: string): boolean {
  return text === '' || (parseCampaignId(text).ok && !/^\s*[0-9a-f]{24}\s*$/i.test(text));
}

function foundItem({ id, name, status, sent, replyRate }: FoundCampaign, format: Format): CampaignItem {
  const parts = [
    campaignStatus(status),
    l10n.t('{0} sent', format.count(sent)),
    l10n.t('{0} replied', format.percent(replyRate)),
  ];
  return {
    label: withoutIcons(name),
    description: withoutIcons(parts.join(' · ')),
    detail: withoutIcons(id),
    campaignId: id,
  };
}

function notesOn(result: SearchResult): CampaignItem[] {
  if (!result.ok) return [explanation('warning', result.problem.message)];
  return result.more ? [explanation('info', l10n.t('There are more. Type a part of the name to find them.'))] : [];
}

function explanation(icon: string, text: string): CampaignItem {
  return { label: `$(${icon}) ${text}`, alwaysShow: true };
}

/** Why what was typed can be neither an id nor a part of a name. */
function flawOf(value: string): string | undefined {
  const parsed = parseCampaignId(value);
  return parsed.ok ? undefined : parsed.reason;
}

/** What was typed, as a campaign to load. */
function typedItem(value: string, offered: readonly CampaignItem[]): CampaignItem[] {
  const parsed = parseCampaignId(value);
  if (!parsed.ok || offered.some(({ campaignId }) => campaignId === parsed.id)) return [];
  return [
    {
      label: `$(cloud-download) ${l10n.t('Load this campaign')}`,
      detail: withoutIcons(parsed.id),
      alwaysShow: true,
      campaignId: parsed.id,
    },
  ];
}
