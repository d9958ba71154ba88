import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { ComparisonView } from '../../protocol';
import type { PageContext } from '../pageContext';
import '../period/periodPicker';
import type { PeriodPickerModel } from '../period/periodPicker';
import { refreshButton } from '../sections/refreshButton';

/** What is compared, how old it is, and what can be done with it. */
export function comparisonHeader(view: ComparisonView, context: PageContext): TemplateResult {
  const { fetchedAt } = view;
  return html`<header>
    <div class="title"><h1>${l10n.t('Comparison')}</h1></div>
    <div class="actions">${refreshButton(view, context)}</div>
    ${periodPicker(view, context)}
    ${
      fetchedAt === null
        ? nothing
        : html`<ul class="facts quiet">
            <li>${l10n.t('Fetched {0}', context.format.dateTime(fetchedAt))}</li>
          </ul>`
    }
  </header>`;
}

/** Where all are of one period, they can be given another; two periods of a campaign are the comparison itself. */
function periodPicker({ compared }: ComparisonView, { format, host }: PageContext): TemplateResult | typeof nothing {
  const [first] = compared;
  if (!first || new Set(compared.map(({ id }) => id)).size < compared.length) return nothing;
  const model: PeriodPickerModel = {
    choice: first.choice,
    format,
    select: (period) => host.post({ type: 'selectPeriod', period }),
  };
  return html`<period-picker .model=${model}></period-picker>`;
}
