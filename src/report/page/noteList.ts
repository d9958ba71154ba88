import { html, type TemplateResult } from 'lit';
import { foreign } from './foreignText';
import { icon } from './icon';

/** Sentences that a reader should know of, one below the other. */
export function noteList(sentences: readonly string[]): TemplateResult {
  return html`<ul class="notes">
    ${sentences.map((sentence) => html`<li>${icon('info')}<span>${foreign(sentence)}</span></li>`)}
  </ul>`;
}
