// One chart of a report as a file, or as a picture on the clipboard.
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ChartRef } from '../analytics/chartRef';
import { chartPicture } from '../export/chartSvg';
import { chartFileName } from '../export/fileName';
import { DARK, LIGHT } from '../export/svg/chartColors';
import type { DrawPictureMessage, PictureUse } from '../report/protocol';
import { COMMANDS } from './commandIds';
import type { ReportToExport } from './exportModel';
import { saveFile, tellSaved } from './saveFile';

/** Saves a PNG that the page made, or else the chart as SVG, in light colours as all that is sent to others. */
export async function saveChart(exported: ReportToExport, chart: ChartRef, png?: Uint8Array): Promise<void> {
  const { report, options } = exported;
  const picture = chartPicture(report, chart, options);
  if (!picture) return;
  const ending = png ? 'png' : 'svg';
  const target = await saveFile({
    title: l10n.t('Save Chart'),
    name: `${chartFileName(report, picture.title, options)}.${ending}`,
    ending,
    content: png ?? picture.svg,
  });
  if (target) await tellSaved(target, png ? 'editor' : 'browser');
}

/** What the page makes a picture of, in the colours of the theme. */
export function pictureToDraw(
  { report, options }: ReportToExport,
  chart: ChartRef,
  use: PictureUse,
): DrawPictureMessage | undefined {
  const { Dark, HighContrast } = vscode.ColorThemeKind;
  const isDark = [Dark, HighContrast].includes(vscode.window.activeColorTheme.kind);
  const picture = chartPicture(report, chart, options, isDark ? DARK : LIGHT);
  return picture && { type: 'drawPicture', chart, use, svg: picture.svg };
}

export function tellCopied(): void {
  vscode.window.setStatusBarMessage(l10n.t('$(check) The chart was copied'), 4000);
}

/** Says what did not work, and offers what does. */
export async function tellNoPicture(chart: ChartRef, use: PictureUse): Promise<void> {
  const copying = use === 'copy';
  const sentence = copying
    ? l10n.t('The clipboard did not take the picture. It can be saved as a file.')
    : l10n.t('The picture could not be made. The chart can be saved as SVG.');
  const offer = copying ? l10n.t('Save as PNG') : l10n.t('Save as SVG');
  const chosen = await vscode.window.showWarningMessage(sentence, offer);
  if (chosen === offer) {
    await vscode.commands.executeCommand(COMMANDS[copying ? 'saveChartPng' : 'saveChartSvg'], chart);
  }
}
