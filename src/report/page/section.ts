import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../../analytics/format';

/** More rows than a person reads, and no more than a browser draws at once without a pause. */
export const MOST_ROWS = 500;

/** A part of the page under a heading. `aside` stands quietly beside the heading. */
export function section(id: string, heading: string, body: TemplateResult, aside?: string): TemplateResult {
  return html`<section class=${id} aria-labelledby="${id}-heading">
    <div class="heading">
      <h2 id="${id}-heading">${heading}</h2>
      ${aside === undefined ? nothing : html`<p class="quiet">${aside}</p>`}
    </div>
    ${body}
  </section>`;
}

/** What stands where there is nothing to show yet. */
export function emptyState(sentence: string): TemplateResult {
  return html`<p class="empty quiet">${sentence}</p>`;
}

/** A quiet sentence about what stands beside it, or nothing. */
export function sentence(text: string | undefined): TemplateResult | typeof nothing {
  return text === undefined ? nothing : html`<p class="sentence quiet">${text}</p>`;
}

/** Says so where not all of `count` rows are shown. */
export function restNote(count: number, format: Format): TemplateResult | typeof nothing {
  const [shown, all] = [format.count(MOST_ROWS), format.count(count)];
  return count <= MOST_ROWS ? nothing : emptyState(l10n.t('The first {0} of {1} rows are shown.', shown, all));
}

/** The same for rows of days, whose newest are shown. */
export function newestNote(count: number, format: Format): TemplateResult | typeof nothing {
  const [shown, all] = [format.count(MOST_ROWS), format.count(count)];
  return count <= MOST_ROWS ? nothing : emptyState(l10n.t('The newest {0} of {1} days are shown.', shown, all));
}
