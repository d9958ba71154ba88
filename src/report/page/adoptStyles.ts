import type { CSSResult } from 'lit';

/**
 * Gives the page a component's styles, once, when its module is loaded. Components draw in the page's own tree, so that
 * ids, focus and the page's stylesheet reach them; a constructed stylesheet passes the strictest policy.
 */
export function adoptStyles({ styleSheet }: CSSResult): void {
  if (styleSheet) document.adoptedStyleSheets.push(styleSheet);
}
