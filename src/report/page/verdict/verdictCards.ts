import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { StepReport } from '../../../analytics/steps';
import { disclosure } from '../disclosure';
import type { HeadingLevel } from '../heading';
import type { PageContext } from '../pageContext';
import { emptyState } from '../section';
import { verdictCard, type TestedStep } from './verdictCard';

/** More of them than a person reads at once, and than anybody reads at all. */
const MOST_CARDS = 12;
const MOST_MORE_CARDS = 100;

/** A card for each tested step of a sequence, whose id begins theirs; nothing where none was tested. */
export function verdictCards(
  id: string,
  steps: readonly StepReport[],
  level: HeadingLevel,
  context: PageContext,
): TemplateResult | typeof nothing {
  const tested = steps.flatMap((step, index): TestedStep[] =>
    step.test === null ? [] : [{ id: `${id}-verdict-${index}`, step, test: step.test }],
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
