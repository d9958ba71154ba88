import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from './icon';
import '@vscode-elements/elements/dist/vscode-button/index.js';

export interface Button {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly secondary?: boolean;
  /** It opens a menu. */
  readonly menu?: boolean;
  readonly onClick: (event: MouseEvent) => void;
}

/** A button of VS Code's. */
export function button({
  id,
  label,
  icon: iconName,
  secondary = false,
  menu = false,
  onClick,
}: Button): TemplateResult {
  return html`<vscode-button id=${id} ?secondary=${secondary} aria-haspopup=${menu ? 'menu' : nothing} @click=${onClick}
    >${iconName === undefined ? nothing : icon(iconName, 'content-before')}${label}</vscode-button
  >`;
}
