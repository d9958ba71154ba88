import { colorVariables, DARK, LIGHT } from '../svg/chartColors';
import { chartStyles } from '../svg/chartStyles';

/** The whole stylesheet of a page: its own rules, with the colours and charts that it shares with pictures. */
export function pageStyles(own: string): string {
  return `:root{${colorVariables(LIGHT)}}
@media screen and (prefers-color-scheme:dark){:root{${colorVariables(DARK)}}}
@media (forced-colors:active){.chart{${colorVariables(LIGHT)}}}
${own}${chartStyles((name) => `var(--${name})`)}`;
}
