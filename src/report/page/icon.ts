import { html, type TemplateResult } from 'lit';

export type IconName = 'refresh' | 'close' | 'error' | 'info' | 'chevron-right' | 'beaker';

/** One of VS Code's icons, for the eye only: its meaning always stands beside it in words. */
export function icon(name: IconName, slot = ''): TemplateResult {
  return html`<span class="icon icon-${name}" slot=${slot} aria-hidden="true"></span>`;
}
