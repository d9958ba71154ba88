import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { ComparedRate, Comparison } from '../../../analytics/comparison';
import { aloneSentence, noiseWord, subjectName } from '../../../analytics/comparisonWords';
import type { Format } from '../../../analytics/format';
import { differenceIntervalText } from '../../../analytics/testWords';
import { fraction, rateLabel } from '../../../analytics/words';
import { chartWithTable, PAPER_WIDTH } from '../chart';
import type { BarRow } from '../charts/barRow';
import { dataTable, type DataTable } from '../dataTable';
import type { PageContext } from '../pageContext';
import { rateDetails } from '../rateDetails';
import { emptyState, section, sentence } from '../section';
import { inOrder } from './subjectsTable';

/** One rate of all subjects with its intervals, and every difference with what it can bear. */
export function rateSection(comparison: Comparison, compared: ComparedRate, context: PageContext): TemplateResult {
  const { format } = context;
  const label = rateLabel(compared.name);
  const rows = chartRows(comparison, compared, format);
  const body = rows.some(({ value }) => value !== null)
    ? html`${chartWithTable(
        `${compared.name}-chart`,
        { name: label, rows, thickness: 'slim', tick: format.tick, paperWidth: PAPER_WIDTH },
        null,
        ratesTable(comparison, compared, format),
        context,
      )}
      ${compared.pairs.length === 0 ? nothing : dataTable(pairsTable(comparison, compared, format))}
      ${sentence(aloneSentence(compared, comparison, format))}`
    : emptyState(l10n.t('Unknown for all of them.'));
  const aside = asideOf(compared, format);
  return section({ id: `rate-${compared.name}`, heading: label, body, aside }, context);
}

function asideOf({ pairs }: ComparedRate, format: Format): string | undefined {
  const [only] = pairs;
  if (!only) return undefined;
  const real = pairs.filter(({ moreThanNoise }) => moreThanNoise).length;
  if (pairs.length > 1) {
    return l10n.t('{0} of {1} differences are more than noise', format.count(real), format.count(pairs.length));
  }
  return only.moreThanNoise ? l10n.t('The difference is more than noise') : l10n.t('The difference may be noise');
}

/** A point a subject, in the order of the ranking; a subject keeps its shape and colour in every chart. */
function chartRows(comparison: Comparison, { rates }: ComparedRate, format: Format): BarRow[] {
  return inOrder(comparison).map(({ place, subject }) => {
    const rate = rates[place] ?? null;
    const name = subjectName(subject, comparison, format);
    return {
      label: name,
      name,
      level: 0,
      tone: 'neutral',
      series: place,
      value: rate?.value ?? null,
      interval: rate?.interval ?? null,
      texts: [format.percent(rate?.value ?? null)],
      lost: null,
      details: rate ? rateDetails(rate, format) : [],
    };
  });
}

function ratesTable(comparison: Comparison, { name, rates }: ComparedRate, format: Format): DataTable {
  return {
    caption: rateLabel(name),
    columns: [l10n.t('Campaign'), rateLabel(name), l10n.t('95% interval')],
    rows: inOrder(comparison).map(({ place, subject }) => {
      const rate = rates[place] ?? null;
      return {
        header: subjectName(subject, comparison, format),
        cells: [
          { main: format.percent(rate?.value ?? null), ...(rate ? { aside: fraction(rate, format) } : {}) },
          { main: rate ? format.interval(rate) : format.percent(null) },
        ],
      };
    }),
  };
}

/** The differences that are more than noise first. */
function pairsTable(comparison: Comparison, { name, pairs }: ComparedRate, format: Format): DataTable {
  const nameAt = (place: number): string => {
    const subject = comparison.subjects[place];
    return subject ? subjectName(subject, comparison, format) : format.count(null);
  };
  return {
    caption: l10n.t('Differences in {0}', rateLabel(name)),
    columns: [l10n.t('Pair'), l10n.t('Difference'), l10n.t('Lift'), l10n.t('p, Holm-adjusted'), l10n.t('Meaning')],
    rows: [...pairs]
      .sort((one, other) => one.adjustedP - other.adjustedP)
      .map((pair) => ({
        header: l10n.t('{0} against {1}', nameAt(pair.b), nameAt(pair.a)),
        cells: [
          { main: l10n.t('{0} points', format.points(pair.difference)), below: differenceIntervalText(pair, format) },
          { main: format.lift(pair.lift) },
          { main: format.pValue(pair.adjustedP) },
          { main: noiseWord(pair) },
        ],
      })),
  };
}
