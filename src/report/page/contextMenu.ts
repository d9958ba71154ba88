// VS Code draws the menu of what is under the pointer: package.json says under `webview/context` what is in it.
import { html, type TemplateResult } from 'lit';
import type { ChartRef } from '../../analytics/chartRef';
import { icon } from './icon';

/** For the attribute `data-vscode-context`: its menu is that of the report, and has entries for a text besides. */
export const REPORT_SUBJECT = JSON.stringify({ webviewSection: 'report' });

/** The same for something without a text to copy. */
export const EXPORT_SUBJECT = subject({ webviewSection: 'report' });

/** The same for a chart, which the menu's commands are told. */
export function chartSubject(chart: ChartRef): string {
  return subject({ webviewSection: 'chart', ...chart });
}

function subject(about: object): string {
  return JSON.stringify({ ...about, preventDefaultContextMenuItems: true });
}

/** Opens the menu below a button, as the right button of a mouse would. */
export function openMenu({ currentTarget }: Event): void {
  if (!(currentTarget instanceof Element)) return;
  const { left, bottom } = currentTarget.getBoundingClientRect();
  const place = { clientX: left, clientY: bottom };
  currentTarget.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...place }));
}

/** A small button that opens the menu of what it is part of. */
export function menuButton(id: string, label: string): TemplateResult {
  return html`<button
    id=${id}
    class="menu-button"
    aria-label=${label}
    aria-haspopup="menu"
    title=${label}
    @click=${openMenu}
  >
    ${icon('ellipsis')}
  </button>`;
}
