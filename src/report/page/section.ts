import { html, nothing, type TemplateResult } from 'lit';

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
