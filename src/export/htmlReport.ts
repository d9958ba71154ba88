// A report to send: one file, no script, nothing loaded from anywhere.
import type { CampaignReport } from '../analytics/report';
import type { ExportOptions } from './exportOptions';
import { madeWith, reportTitle } from './exportWords';
import { healthSection } from './html/healthSection';
import { html, Markup } from './html/markup';
import { definitionsSection, figuresSection, leadsSection, notesSection, trendSection } from './html/otherSections';
import { pageHeader, tiles } from './html/overview';
import { pageStyles } from './html/pageStyles';
import { stepsSection } from './html/stepsSection';
import { subsequencesSection } from './html/subsequencesSection';

export interface HtmlOptions extends ExportOptions {
  /** BCP 47, of the words and formats. */
  readonly locale: string;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The report as a page that stands alone, with the rules of `media/export.css`: light and dark on a screen, white on paper. */
export function reportHtml(report: CampaignReport, options: HtmlOptions, styles: string): string {
  const { format, locale } = options;
  const sections = [
    pageHeader(report, options),
    tiles(report, format),
    healthSection(report, format),
    figuresSection(report, format),
    trendSection(report, format),
    stepsSection(report, format),
    subsequencesSection(report, format),
    leadsSection(report, format),
    notesSection(report, format),
    definitionsSection(report),
  ];
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${reportTitle(report, options)}</title>
        <style>
          ${new Markup(pageStyles(styles))}
        </style>
      </head>
      <body>
        <main>${sections}</main>
        <footer>${madeWith()}</footer>
      </body>
    </html>`;
  return `${page.text.trim()}\n`;
}
