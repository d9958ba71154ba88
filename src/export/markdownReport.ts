// A report for a pull request or an issue.
import * as l10n from '@vscode/l10n';
import type { ABTest } from '../analytics/abTest';
import type { Format } from '../analytics/format';
import { signalSentence, spamComplaintsSentence } from '../analytics/healthWords';
import { noteSentence } from '../analytics/noteWords';
import type { CampaignReport } from '../analytics/report';
import type { StepReport } from '../analytics/steps';
import { summaryText } from '../analytics/summaryWords';
import { metricSentences, planSentence, testCautions, verdictLabel, verdictSentence } from '../analytics/testWords';
import { definitions, notTrackedSentence, stepTitle, subsequenceName } from '../analytics/words';
import type { ExportOptions } from './exportOptions';
import { madeWith, reportFacts, reportTitle, reportWarnings } from './exportWords';
import { restSentence } from './exportRest';
import { markdownTable } from './markdownTable';
import { markdownLine, markdownText } from './markdownText';
import { figuresTable } from './tables/figuresTable';
import { leadStatusTable } from './tables/leadStatusTable';
import { stepsTable } from './tables/stepsTable';
import { sequencesTable, subsequenceFacts, subsequenceTable } from './tables/subsequenceTables';
import { pairsTable, variantsTable } from './tables/variantTables';

/** More of them than a person reads. */
const MOST_SUBSEQUENCES = 30;

/** The report as GitHub-flavoured Markdown, in which text of the API is only text. */
export function reportMarkdown(report: CampaignReport, options: ExportOptions): string {
  const { format } = options;
  const blocks = [
    `# ${markdownText(reportTitle(report, options))}`,
    ...reportWarnings(options).map((sentence) => `> **${markdownText(sentence)}**`),
    `**${markdownText(summaryText(report, format))}**`,
    list(reportFacts(report, options).map(({ term, meaning }) => named(term, meaning))),
    ...figures(report, format),
    ...health(report, format),
    ...steps(report, format),
    ...subsequences(report, format),
    ...leads(report, format),
    ...notes(report, format),
    heading(2, l10n.t('Definitions')),
    list(definitions(report).map(({ term, meaning }) => named(term, meaning))),
    markdownLine(madeWith()),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function figures(report: CampaignReport, format: Format): string[] {
  const notTracked = notTrackedSentence(report.figures);
  return [
    heading(2, l10n.t('Figures')),
    markdownTable(figuresTable(report, format)),
    ...(notTracked === undefined ? [] : [markdownLine(notTracked)]),
  ];
}

function health({ health: { signals } }: CampaignReport, format: Format): string[] {
  const sentences = [...signals.map((signal) => signalSentence(signal, format)), spamComplaintsSentence()];
  return [heading(2, l10n.t('Health')), list(sentences.map(markdownLine))];
}

function steps(report: CampaignReport, format: Format): string[] {
  if (report.steps.length === 0) return [];
  return [
    heading(2, l10n.t('Steps')),
    markdownTable(stepsTable(report.steps, l10n.t('Steps'), format)),
    ...verdicts(report.steps, report, format),
  ];
}

function verdicts(tested: readonly StepReport[], report: CampaignReport, format: Format): string[] {
  return tested.flatMap((step) => (step.test ? verdict(step, step.test, report, format) : []));
}

function verdict(step: StepReport, test: ABTest, { rateBase }: CampaignReport, format: Format): string[] {
  const { word, metric } = test;
  const title = heading(3, l10n.t('{0}: {1}', stepTitle(step), verdictLabel(test)));
  const sentence = markdownLine(verdictSentence(test, format));
  if (word === null || metric === null) return [title, sentence];
  return [
    title,
    sentence,
    markdownTable(variantsTable(test, metric, format)),
    ...(test.pairs.length === 0 ? [] : [markdownTable(pairsTable(test, format))]),
    list(
      [planSentence(test.plan, rateBase, format), ...metricSentences(test), ...testCautions(test, format)].map(
        markdownLine,
      ),
    ),
  ];
}

function subsequences(report: CampaignReport, format: Format): string[] {
  const totals = sequencesTable(report, format);
  const shown = report.subsequences.slice(0, MOST_SUBSEQUENCES);
  if (!totals && shown.length === 0) return [];
  return [
    heading(2, l10n.t('Subsequences')),
    ...(totals ? [markdownTable(totals)] : []),
    ...shown.flatMap((subsequence) => {
      const facts = subsequenceFacts(subsequence, format);
      return [
        heading(3, subsequenceName(subsequence)),
        ...(facts.length === 0 ? [] : [markdownLine(facts.join(' · '))]),
        markdownTable(subsequenceTable(subsequence, format)),
        ...verdicts(subsequence.steps, report, format),
      ];
    }),
    ...(report.subsequences.length > shown.length ? [restSentence(shown.length, report.subsequences.length)] : []),
  ];
}

function leads({ leadStatus, totalReplied }: CampaignReport, format: Format): string[] {
  return [
    heading(2, l10n.t('Lead status')),
    leadStatus.rows.length === 0
      ? markdownLine(l10n.t('There are no leads yet.'))
      : markdownTable(leadStatusTable(leadStatus, format)),
    markdownLine(l10n.t('{0}: {1}', l10n.t('Total replied'), format.count(totalReplied))),
  ];
}

function notes({ notes: all }: CampaignReport, format: Format): string[] {
  return all.length === 0
    ? []
    : [heading(2, l10n.t('Data notes')), list(all.map((note) => markdownLine(noteSentence(note, format))))];
}

function heading(level: 2 | 3, text: string): string {
  return `${'#'.repeat(level)} ${markdownText(text)}`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function named(term: string, meaning: string): string {
  return l10n.t('{0}: {1}', `**${markdownText(term)}**`, markdownText(meaning));
}
