import arrowCircleUp from '@vscode/codicons/src/icons/arrow-circle-up.svg';
import arrowSwap from '@vscode/codicons/src/icons/arrow-swap.svg';
import beaker from '@vscode/codicons/src/icons/beaker.svg';
import chevronRight from '@vscode/codicons/src/icons/chevron-right.svg';
import clockface from '@vscode/codicons/src/icons/clockface.svg';
import close from '@vscode/codicons/src/icons/close.svg';
import ellipsis from '@vscode/codicons/src/icons/ellipsis.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import exportIcon from '@vscode/codicons/src/icons/export.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import pass from '@vscode/codicons/src/icons/pass.svg';
import question from '@vscode/codicons/src/icons/question.svg';
import refresh from '@vscode/codicons/src/icons/refresh.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';
import { html, unsafeCSS, type TemplateResult } from 'lit';
import { adoptStyles } from './adoptStyles';

/** By their names in VS Code. */
const ICONS = {
  'arrow-circle-up': arrowCircleUp,
  'arrow-swap': arrowSwap,
  beaker,
  'chevron-right': chevronRight,
  clockface,
  close,
  ellipsis,
  error,
  export: exportIcon,
  info,
  pass,
  question,
  refresh,
  warning,
};

export type IconName = keyof typeof ICONS;

/** One of VS Code's icons, for the eye only: its meaning always stands beside it in words. */
export function icon(name: IconName, slot = ''): TemplateResult {
  return html`<span class="icon icon-${name}" slot=${slot} aria-hidden="true"></span>`;
}

const rules = Object.entries(ICONS).map(([name, url]) => `.icon-${name}{--icon:url(${JSON.stringify(url)})}`);
adoptStyles(unsafeCSS(rules.join('')));
