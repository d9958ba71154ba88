// What can be exported of a campaign, and the files of each choice: plain data and bytes, without VS Code.
import * as l10n from '@vscode/l10n';
import type { Format } from '../analytics/format';
import type { CampaignReport } from '../analytics/report';
import type { CampaignState } from '../campaigns/store';
import { daysCsv } from '../export/daysCsv';
import { definitionsCsv } from '../export/definitionsCsv';
import { fileName } from '../export/fileName';
import { reportHtml, type HtmlOptions } from '../export/htmlReport';
import { reportJson } from '../export/jsonReport';
import { reportMarkdown } from '../export/markdownReport';
import { stepsCsv } from '../export/stepsCsv';
import { withoutLinks } from './plainText';

export type ExportKind = 'html' | 'markdown' | 'steps' | 'days' | 'json';

export interface ExportChoice {
  readonly exportAs: ExportKind | 'copyMarkdown';
  readonly label: string;
  readonly detail: string;
}

/** What is written where the user says, and what goes beside it. */
export interface ExportFiles {
  /** Proposed, with its ending. */
  readonly name: string;
  /** The ending alone, without its dot. */
  readonly ending: string;
  readonly content: string;
  /** A second file that explains the first; its name follows that of the first. */
  readonly beside: { readonly suffix: string; readonly content: string } | null;
}

export interface ReportToExport {
  readonly report: CampaignReport;
  readonly options: HtmlOptions;
}

/** A campaign's report with what its exports say of it, or why there is nothing to export. */
export function reportToExport(
  { report, sample, fetchedAt, problem, name }: CampaignState,
  format: Format,
  locale: string,
): ReportToExport | { readonly refusal: string } {
  if (!report || Object.values(report.figures).every(({ count }) => count === null)) {
    return { refusal: l10n.t('“{0}” has no figures to export yet.', withoutLinks(name)) };
  }
  return {
    report,
    options: { format, locale, sample, fetchedAt: sample ? null : fetchedAt, problem: problem?.message ?? null },
  };
}

/** The formats for this report, the one to send first. */
export function exportChoices({ trend }: CampaignReport): ExportChoice[] {
  return [
    {
      exportAs: 'html',
      label: l10n.t('HTML'),
      detail: l10n.t('One file with charts, to send or to print'),
    },
    { exportAs: 'markdown', label: l10n.t('Markdown'), detail: l10n.t('Tables, for a pull request or an issue') },
    { exportAs: 'copyMarkdown', label: l10n.t('Copy as Markdown'), detail: l10n.t('The same, on the clipboard') },
    {
      exportAs: 'steps',
      label: l10n.t('CSV of steps and variants'),
      detail: l10n.t('A row for each variant, with definitions in a second file'),
    },
    ...(trend && trend.days.length > 0
      ? [
          {
            exportAs: 'days' as const,
            label: l10n.t('CSV of days'),
            detail: l10n.t('A row for each day, with definitions in a second file'),
          },
        ]
      : []),
    { exportAs: 'json', label: l10n.t('JSON'), detail: l10n.t('Every number, for programs') },
  ];
}

const ENDINGS = { html: 'html', markdown: 'md', steps: 'csv', days: 'csv', json: 'sendkit.json' } as const;

/** `styles` are the rules of a page, and of no use to other kinds. */
export function exportFiles(kind: ExportKind, { report, options }: ReportToExport, styles: string): ExportFiles {
  const ending = ENDINGS[kind];
  const stem = fileName(report, options);
  return {
    name: `${stem}${kind === 'days' ? ` ${l10n.t('days')}` : ''}.${ending}`,
    ending: kind === 'json' ? 'json' : ending,
    content: contentOf(kind, { report, options }, styles),
    beside:
      kind === 'steps' || kind === 'days'
        ? { suffix: ` ${l10n.t('definitions')}.csv`, content: definitionsCsv(report, kind, options) }
        : null,
  };
}

export function markdownToCopy({ report, options }: ReportToExport): string {
  return reportMarkdown(report, options);
}

/** The name of the second file, after the name that the user chose for the first. */
export function besideName(chosen: string, suffix: string): string {
  return `${chosen.replace(/\.csv$/i, '')}${suffix}`;
}

/** Why a file could not be written, by the code of VS Code's file system. */
export function writeFailure(name: string, code: string | undefined): string {
  switch (code) {
    case 'NoPermissions':
      return l10n.t('{0} was not saved: it, or its folder, is read-only.', name);
    case 'FileNotFound':
    case 'FileNotADirectory':
      return l10n.t('{0} was not saved: the folder is not there.', name);
    case 'FileIsADirectory':
      return l10n.t('{0} was not saved: a folder has this name.', name);
    case 'Unavailable':
      return l10n.t('{0} was not saved: the file system cannot be reached.', name);
    default:
      return l10n.t('{0} was not saved: the disk may be full.', name);
  }
}

function contentOf(kind: ExportKind, { report, options }: ReportToExport, styles: string): string {
  switch (kind) {
    case 'html':
      return reportHtml(report, options, styles);
    case 'markdown':
      return reportMarkdown(report, options);
    case 'steps':
      return stepsCsv(report, options);
    case 'days':
      return report.trend ? daysCsv(report, report.trend, options) : '';
    case 'json':
      return reportJson(report, options);
  }
}
