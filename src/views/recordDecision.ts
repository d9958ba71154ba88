import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Format } from '../analytics/format';
import { today } from '../analytics/period';
import { verdictLabel, verdictSentence } from '../analytics/testWords';
import { rateWithFraction, variantName } from '../analytics/words';
import type { CampaignStore } from '../campaigns/store';
import { decisionEdit } from '../testFiles/recordDecision';
import { readTestFile } from '../testFiles/testFile';
import { stepFor } from '../testFiles/testedStep';
import { withoutIcons } from './plainText';

/**
 * Asks what was decided, and writes it with date, result and figures into the test file that is open, or in front. It is
 * not saved, so that it can be looked at and undone.
 */
export async function recordDecision(store: CampaignStore, format: Format, uri: unknown): Promise<void> {
  await store.ready();
  const document =
    uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  const read = () => document && readTestFile(document.getText(), document.uri.path);
  const file = read();
  const report = store.get(file?.campaign ?? '')?.report;
  const test = file && report && stepFor(file, report)?.test;
  if (!document || !test) {
    void vscode.window.showInformationMessage(
      l10n.t('Open a test file whose campaign is loaded and whose e-mail has variants.'),
    );
    return;
  }
  // The one ahead first: whoever only presses Enter decides for it.
  const behind = (label: unknown): number => Number(label !== test.leader);
  const chosen = await vscode.window.showQuickPick(
    [
      ...test.variants
        .toSorted((a, b) => behind(a.label) - behind(b.label))
        .map(({ label, rate }) => ({
          label: withoutIcons(variantName({ label })),
          description: rateWithFraction(rate, format),
          variant: label,
        })),
      { label: l10n.t('No winner'), variant: undefined },
    ],
    { title: l10n.t('Record Decision'), placeHolder: withoutIcons(verdictLabel(test)), ignoreFocusOut: true },
  );
  // What was typed meanwhile stays.
  const now = read();
  if (!chosen || !now) return;
  const said = { variant: chosen.variant, date: today(Date.now()), result: verdictSentence(test, format) };
  const { place, text } = decisionEdit(now, said, test);
  const edit = new vscode.WorkspaceEdit();
  const upTo = (end: number): vscode.Range =>
    new vscode.Range(document.positionAt(place.start), document.positionAt(end));
  edit.replace(document.uri, upTo(place.end), text);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document, { selection: upTo(place.start + text.length) });
}
