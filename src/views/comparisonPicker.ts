import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { MAX_SUBJECTS, MIN_SUBJECTS } from '../analytics/comparison';
import type { Format } from '../analytics/format';
import { addDays, PERIOD_CHOICES, today, type PeriodChoice } from '../analytics/period';
import { campaignStatus, periodName } from '../analytics/words';
import type { CampaignSearch } from '../campaigns/campaignSearch';
import type { CampaignState } from '../campaigns/store';
import { loadedItem, titled, type CampaignItem } from './campaignItem';
import { withoutIcons } from './plainText';

interface ComparisonPickerOptions {
  readonly loaded: readonly CampaignState[];
  readonly search: CampaignSearch;
  readonly format: Format;
  /** Picked from the start. */
  readonly picked?: readonly string[];
}

export interface PickedSubject {
  readonly id: string;
  readonly choice: PeriodChoice;
}

/** Lets a person choose what to compare: several campaigns over one period, or one campaign over two. */
export async function pickComparison(options: ComparisonPickerOptions): Promise<readonly PickedSubject[] | undefined> {
  const ids = await pickCampaigns(options);
  const [only] = ids ?? [];
  if (!ids || only === undefined) return undefined;
  if (ids.length === 1) {
    const pair = await pickTwoPeriods(today(Date.now()), options.format);
    return pair?.map((choice) => ({ id: only, choice }));
  }
  const choice = await pickPeriod(options.format);
  return choice && ids.map((id) => ({ id, choice }));
}

/** One to six campaigns: the loaded ones, and those of the workspace. */
function pickCampaigns({
  loaded,
  search,
  format,
  picked = [],
}: ComparisonPickerOptions): Promise<readonly string[] | undefined> {
  const picker = vscode.window.createQuickPick<CampaignItem>();
  picker.title = l10n.t('Compare Campaigns');
  picker.placeholder = l10n.t('Two to six campaigns, or one to compare two of its periods');
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.ignoreFocusOut = true;
  picker.busy = true;

  const loadedItems = loaded.map((state) => loadedItem(state, format));
  picker.items = titled(l10n.t('Loaded'), loadedItems);
  picker.selectedItems = loadedItems.filter(({ campaignId }) => picked.includes(campaignId));

  const asking = new AbortController();
  void search('', asking.signal).then((result) => {
    if (asking.signal.aborted) return;
    picker.busy = false;
    if (!result.ok) return;
    const known = new Set(loaded.map(({ id }) => id));
    const selected = picker.selectedItems;
    const found = result.campaigns
      .filter(({ id }) => !known.has(id))
      .map(({ id, name, status, replyRate }) => ({
        label: withoutIcons(name),
        description: withoutIcons(`${campaignStatus(status)} · ${l10n.t('{0} replied', format.percent(replyRate))}`),
        campaignId: id,
      }));
    picker.items = [...titled(l10n.t('Loaded'), loadedItems), ...titled(l10n.t('In the workspace'), found)];
    picker.selectedItems = selected;
  });

  return new Promise((resolve) => {
    picker.onDidChangeSelection((selected) => {
      // The seventh is not taken: the page has room for six.
      if (selected.length > MAX_SUBJECTS) picker.selectedItems = selected.slice(0, MAX_SUBJECTS);
    });
    picker.onDidAccept(() => {
      if (picker.selectedItems.length === 0) return;
      resolve(picker.selectedItems.flatMap(({ campaignId }) => campaignId ?? []));
      picker.hide();
    });
    picker.onDidHide(() => {
      asking.abort();
      picker.dispose();
      resolve(undefined);
    });
    picker.show();
  });
}

async function pickPeriod(format: Format): Promise<PeriodChoice | undefined> {
  const chosen = await vscode.window.showQuickPick(
    PERIOD_CHOICES.map((choice) => ({ label: periodName(choice, format), choice })),
    { title: l10n.t('Compare Campaigns'), ignoreFocusOut: true, placeHolder: l10n.t('Over which period') },
  );
  return chosen?.choice;
}

/** Periods of the same length that share no day. */
async function pickTwoPeriods(day: string, format: Format): Promise<readonly PeriodChoice[] | undefined> {
  const pairs = [7, 30, 90].map((days): readonly [PeriodChoice, PeriodChoice] => [
    { kind: 'custom', from: addDays(day, 1 - 2 * days), to: addDays(day, -days) },
    { kind: 'custom', from: addDays(day, 1 - days), to: day },
  ]);
  const chosen = await vscode.window.showQuickPick(
    pairs.map(([before, now]) => ({
      label: l10n.t('{0} against {1}', periodName(now, format), periodName(before, format)),
      pair: [before, now],
    })),
    { title: l10n.t('Compare Campaigns'), ignoreFocusOut: true, placeHolder: l10n.t('Which two periods') },
  );
  return chosen && chosen.pair.length >= MIN_SUBJECTS ? chosen.pair : undefined;
}
