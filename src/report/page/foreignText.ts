import { html, type TemplateResult } from 'lit';

/** Text that came from the API: its direction ends where it ends. */
export function foreign(text: string): TemplateResult {
  return html`<bdi dir="auto">${text}</bdi>`;
}
