import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Format } from '../analytics/format';
import type { History } from '../campaigns/history';
import type { Settings } from '../campaigns/settings';
import { safeName } from '../export/fileName';
import { historyCsv, historyLines } from '../export/historyFiles';
import { withoutLinks } from './plainText';
import { saveFile, tellSaved } from './saveFile';

interface Options {
  readonly id: string;
  readonly name: string;
  readonly history: Pick<History, 'moments'>;
  readonly settings: Pick<Settings, 'rateBase'>;
  readonly format: Format;
}

/** Writes all that is kept of a campaign where a person says. */
export async function exportHistory({ id, name, history, settings, format }: Options): Promise<void> {
  const answers = (await history.moments(id)).map(({ answer }) => answer);
  if (answers.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('Nothing is kept of “{0}” yet.', withoutLinks(name)));
    return;
  }
  const title = l10n.t('Export History');
  const chosen = await vscode.window.showQuickPick(
    [
      {
        label: l10n.t('CSV'),
        detail: l10n.t('A row for each moment at which the figures were different'),
        ending: 'csv',
      },
      { label: l10n.t('JSON Lines'), detail: l10n.t('SendKit’s own numbers, for programs'), ending: 'jsonl' },
    ],
    { title, ignoreFocusOut: true },
  );
  if (!chosen) return;
  const { ending } = chosen;
  const content = ending === 'csv' ? historyCsv(id, answers, settings.rateBase(), format) : historyLines(id, answers);
  const target = await saveFile({ title, name: `${safeName(name, l10n.t('history'))}.${ending}`, ending, content });
  if (target) await tellSaved(target, 'editor');
}
