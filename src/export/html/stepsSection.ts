import * as l10n from '@vscode/l10n';
import type { Format } from '../../analytics/format';
import type { CampaignReport } from '../../analytics/report';
import type { StepReport } from '../../analytics/steps';
import { stepsCharts } from '../svg/stepsCharts';
import { stepRates, stepsTable } from '../tables/stepsTable';
import { htmlTable } from './htmlTable';
import { html, type Markup } from './markup';
import { barFigure, paragraphs, section } from './section';
import { verdictCard } from './verdictCard';

/** More cards than are read. */
const MOST_CARDS = 40;

/** Verdicts first, then the rates of all steps on one scale, then the numbers. */
export function stepsSection({ steps, rateBase }: CampaignReport, format: Format): Markup | null {
  if (steps.length === 0) return null;
  return section('steps', l10n.t('Steps'), [
    verdictCards(steps, { prefix: 'step', level: 'h3', base: rateBase, format }),
    stepCharts('steps', steps, format),
    paragraphs([belowRates()]),
    htmlTable(stepsTable(steps, l10n.t('Steps'), format)),
  ]);
}

/** What the small lines of a table are. */
function belowRates(): string {
  return l10n.t('Below each rate: its fraction and its 95% interval.');
}

interface CardsOptions extends Omit<Parameters<typeof verdictCard>[2], 'id'> {
  readonly prefix: string;
}

export function verdictCards(steps: readonly StepReport[], { prefix, ...options }: CardsOptions): Markup {
  const cards = steps.flatMap((step, index) =>
    step.test ? [verdictCard(step, step.test, { ...options, id: `${prefix}-${index}` })] : [],
  );
  return html`${cards.slice(0, MOST_CARDS)}`;
}

/** One chart a rate, side by side where there is room. */
export function stepCharts(id: string, steps: readonly StepReport[], format: Format): Markup {
  const rates = stepRates(steps).filter((rate) => steps.some(({ figures }) => figures[rate].tracked));
  return html`<div class="charts many">
    ${rates.flatMap((rate) => stepsCharts(id, steps, rate, format).map(barFigure))}
  </div> `;
}
