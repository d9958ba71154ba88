import { oneLine } from './oneLine';

/** Joins words, is not seen, and ends what GitHub would make a mention, a reference, a link or an emoji of. */
const JOINER = '\u2060';

/**
 * Text that renders as itself in GitHub's Markdown and in CommonMark: no markup, no HTML, no cell border, and nothing that
 * is found after rendering, where backslashes no longer help: @mentions, #1, GH-1, :emoji:, bare addresses.
 */
export function markdownText(text: string): string {
  return oneLine(text)
    .replace(/[@#](?=[\p{L}\p{N}_-])/gu, `$&${JOINER}`)
    .replace(/\bGH-(?=\d)/gi, `$&${JOINER}`)
    .replace(/:(?=[\p{L}/+_-]|[\w+-]+:)/gu, `:${JOINER}`)
    .replace(/\/(?=\/)/g, `/${JOINER}`)
    .replace(/(?<=[\p{L}\p{N}-])\.(?=\p{L})/gu, `.${JOINER}`)
    .replace(/[\\`*_[\]<|~$&^{}]/g, '\\$&');
}

/** The same at the start of a line, where it could begin a heading, a list, a quotation or a rule. */
export function markdownLine(text: string): string {
  return markdownText(text)
    .replace(/^\d+(?=[.)](?:\s|$))/, '$&\\')
    .replace(/^[-+=>#]/, '\\$&');
}
