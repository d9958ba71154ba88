import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { chartRef } from '../../../analytics/chartRef';
import { disclosure } from '../disclosure';
import type { StepReport } from '../../../analytics/steps';
import type { HeadingLevel } from '../heading';
import type { PageContext } from '../pageContext';
import { emptyState } from '../section';
import { verdictCard, type TestedStep } from './verdictCard';

/** The steps of one sequence, and where they stand in the page. */
export interface StepsOfSequence {
  /** Begins the ids of its parts. */
  readonly id: string;
  readonly level: HeadingLevel;
  readonly steps: readonly StepReport[];
  /** Its place in the report, where it is a subsequence. */
  readonly subsequence: number | null;
}

/** More of them than a person reads at once, and than anybody reads at all. */
const MOST_CARDS = 12;
const MOST_MORE_CARDS = 100;

/** A card for each tested step of a sequence, whose id begins theirs; nothing where none was tested. */
export function verdictCards(
  { id, steps, level, subsequence }: StepsOfSequence,
  context: PageContext,
): TemplateResult | typeof nothing {
  const tested = steps.flatMap((step, index): TestedStep[] =>
    step.test === null
      ? []
      : [
          {
            id: `${id}-verdict-${index}`,
            step,
            test: step.test,
            chart: chartRef('verdict', { subsequence, step: index }),
          },
        ],
  );
  if (tested.length === 0) return nothing;
  const draw = (cards: readonly TestedStep[]): TemplateResult =>
    html`<div class="verdicts">${cards.map((card) => verdictCard(card, level, context))}</div>`;
  const rest = tested.slice(MOST_CARDS);
  const { count } = context.format;
  const content = (): TemplateResult =>
    html`${draw(rest.slice(0, MOST_MORE_CARDS))}
    ${
      rest.length <= MOST_MORE_CARDS
        ? nothing
        : emptyState(l10n.t('The first {0} of {1} are shown.', count(MOST_MORE_CARDS), count(rest.length)))
    }`;
  const label =
    rest.length === 1 ? l10n.t('Verdict of one more step') : l10n.t('Verdicts of {0} more steps', count(rest.length));
  return html`${draw(tested.slice(0, MOST_CARDS))}
  ${rest.length === 0 ? nothing : disclosure({ id: `${id}-verdicts`, label, kind: 'rest-fold', content }, context)}`;
}
