// What stands in the columns beside: a file of its own, because CSV has no place for a heading.
import * as l10n from '@vscode/l10n';
import { FIGURE_NAMES } from '../analytics/figures';
import { noteSentence } from '../analytics/noteWords';
import type { CampaignReport } from '../analytics/report';
import { definitions, rateLabel, type Definition } from '../analytics/words';
import { csvTable } from './csvTable';
import type { ExportOptions } from './exportOptions';
import { campaignTitle, reportFacts, reportWarnings } from './exportWords';
import { figureDocument } from './figureDocument';

/** The facts about the report, the campaign's totals, what each column and word means, and the notes on the data. */
export function definitionsCsv(report: CampaignReport, columns: 'steps' | 'days', options: ExportOptions): string {
  return csvTable<Definition>(
    [
      { name: 'term', cell: ({ term }) => term },
      { name: 'meaning', cell: ({ meaning }) => meaning },
    ],
    [
      { term: l10n.t('Campaign'), meaning: campaignTitle(report.campaign, options) },
      ...reportFacts(report, options),
      ...notes(reportWarnings(options)),
      ...totals(report, options),
      ...(columns === 'steps' ? stepColumns() : dayColumns()),
      ...definitions(report),
      ...notes(report.notes.map((note) => noteSentence(note, options.format))),
    ],
  );
}

function notes(sentences: readonly string[]): Definition[] {
  return sentences.map((meaning) => ({ term: l10n.t('Note'), meaning }));
}

function totals({ figures }: CampaignReport, { format }: ExportOptions): Definition[] {
  return FIGURE_NAMES.map((name) => {
    const { label, text } = figureDocument(figures[name], format);
    return { term: name === 'sent' ? label : rateLabel(name), meaning: text };
  });
}

function stepColumns(): Definition[] {
  return [
    { term: 'subsequence', meaning: l10n.t('the follow-up sequence; empty for the main one') },
    { term: 'step', meaning: l10n.t('number of the e-mail: 1, 2, 3 …') },
    { term: 'sequence_step', meaning: l10n.t('SendKit’s own number of the step, in which waits count too') },
    {
      term: 'variant',
      meaning: l10n.t('empty for a step that was not tested; a tested step has a row for each variant'),
    },
    ...rateMeanings(['delivery_rate', 'open_rate', 'click_rate', 'reply_rate', 'bounce_rate']),
    { term: 'verdict', meaning: 'clearWinner, leaning, tooCloseToCall, notEnoughData' },
    { term: 'verdict_metric', meaning: l10n.t('what the variants are compared by') },
    { term: 'verdict_interim', meaning: l10n.t('TRUE before every variant has the planned size') },
    { term: 'leader', meaning: l10n.t('TRUE for the variant with the highest rate') },
    { term: 'best_probability', meaning: l10n.t('probability of being the best variant') },
    { term: 'expected_loss', meaning: l10n.t('what choosing the variant is expected to cost, as a fraction of rate') },
    { term: 'planned_per_variant', meaning: l10n.t('mails that each variant needs (80% power, 5%)') },
    { term: 'missing_per_variant', meaning: l10n.t('mails that the smallest variant still needs') },
    { term: 'planned_in', meaning: l10n.t('the test file that plans this size; empty where it was worked out') },
    unknownCell(),
  ];
}

function dayColumns(): Definition[] {
  return [
    { term: 'date', meaning: l10n.t('the day that mails were sent, and that opens, clicks, replies and bounces came') },
    ...rateMeanings(['open_rate_7d', 'click_rate_7d', 'reply_rate_7d', 'bounce_rate_7d']),
    { term: '_7d', meaning: l10n.t('over the seven days up to the day: bounces ÷ sent, the others ÷ delivered') },
    unknownCell(),
  ];
}

function rateMeanings(names: readonly string[]): Definition[] {
  return [
    { term: names.join(', '), meaning: l10n.t('rates as fractions: 0.083 is 8.3%') },
    { term: '_low, _high', meaning: l10n.t('bounds of the rate’s 95% interval') },
    { term: '_text', meaning: l10n.t('the rate as it is shown in the report') },
  ];
}

function unknownCell(): Definition {
  return { term: l10n.t('(empty)'), meaning: l10n.t('unknown, or nothing to divide by; never zero') };
}
