import * as l10n from '@vscode/l10n';
import { FIGURE_NAMES, type Figure } from '../../analytics/figures';
import type { Format } from '../../analytics/format';
import type { Rate } from '../../analytics/rate';
import type { CampaignReport } from '../../analytics/report';
import { figureCount, figureLabel, fraction, notTracked, rateWithFraction } from '../../analytics/words';
import type { Cell, Row, Table } from './table';

/** The figures of the whole campaign with rates and intervals, over both bases. */
export function figuresTable(report: CampaignReport, format: Format): Table {
  const { figures, positiveReplied, rateBase } = report;
  const shown = FIGURE_NAMES.flatMap((name) =>
    name === 'replied' && positiveReplied.count !== null ? [figures[name], positiveReplied] : [figures[name]],
  );
  return {
    caption: l10n.t('Figures'),
    columns: [
      l10n.t('Figure'),
      l10n.t('Count'),
      l10n.t('Rate'),
      l10n.t('95% interval'),
      rateBase === 'delivered' ? l10n.t('Rate of sent') : l10n.t('Rate of delivered'),
    ],
    rows: [...shown.map((figure) => figureRow(figure, format)), clickToOpenRow(report, format)],
  };
}

function figureRow(figure: Figure, format: Format): Row {
  const { name, tracked, rate, otherRate } = figure;
  return {
    header: figureLabel(name),
    cells: [
      { main: figureCount(figure, format) },
      ...rateCells(tracked ? rate : null, format),
      otherRate && tracked ? shareCell(otherRate, format) : NOTHING,
    ],
  };
}

function clickToOpenRow({ clickToOpen }: CampaignReport, format: Format): Row {
  const count = clickToOpen ? NOTHING : { main: notTracked() };
  return { header: l10n.t('Click-to-open'), cells: [count, ...rateCells(clickToOpen, format), NOTHING] };
}

function rateCells(rate: Rate | null, format: Format): Cell[] {
  return rate ? [shareCell(rate, format), { main: format.interval(rate) }] : [NOTHING, NOTHING];
}

function shareCell(rate: Rate, format: Format): Cell {
  return {
    main: format.percent(rate.value),
    quiet: [fraction(rate, format)],
    line: rateWithFraction(rate, format),
  };
}

/** Where there is nothing to say; `—` would say "unknown". */
const NOTHING: Cell = { main: '' };
