import { html, type TemplateResult } from 'lit';

/** Below the sections' own, which are of level 2. */
export type HeadingLevel = 3 | 4;

export function heading(level: HeadingLevel, words: TemplateResult, id: string): TemplateResult {
  return level === 3 ? html`<h3 id=${id}>${words}</h3>` : html`<h4 id=${id}>${words}</h4>`;
}
