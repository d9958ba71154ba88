import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ReportView } from '../../protocol';
import type { PageContext } from '../pageContext';

/** Sets the report back to any moment at which the figures were different; nothing while there is no past. */
export function momentPicker(
  { moments, moment }: Pick<ReportView, 'moments' | 'moment'>,
  { format, host }: PageContext,
): TemplateResult | typeof nothing {
  if (moments.length < 2 && moment === null) return nothing;
  const pick = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    host.post({ type: 'showMoment', at: value === '' ? null : Number(value) });
  };
  return html`<label class="period">
    <span class="visually-hidden">${l10n.t('Figures of')}</span>
    <select id="moment" .value=${live(String(moment ?? ''))} @change=${pick}>
      <option value="" ?selected=${moment === null}>
        ${l10n.t({ message: 'Now', comment: ['the figures of now, above a list of earlier ones'] })}
      </option>
      ${moments.map((time) => html`<option value=${time} ?selected=${time === moment}>${format.dateTime(time)}</option>`)}
    </select>
  </label>`;
}
