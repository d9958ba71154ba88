import { escapeHtml } from './escapeHtml';
import { oneLine } from '../oneLine';

/** HTML or SVG that was written here, as against text that has to be escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | Markup | null | readonly (Markup | null)[];

/**
 * Markup from a template: whatever is put into it is escaped, unless it is markup itself. Escapes by construction.
 * The template's indentation is left out; the parts of a list stand on lines of their own, so that a diff shows what moved.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(
    strings
      .map((string) => string.replace(/\s*\n\s*/g, '\n'))
      .reduce((written, string, index) => `${written}${textOf(values[index - 1] ?? null)}${string}`),
  );
}

/** Text that came from the API: its direction ends where it ends. */
export function foreign(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

function textOf(value: Value): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') {
    return value
      .filter((part) => part !== null)
      .map(({ text }) => text.trim())
      .join('\n');
  }
  return escaped(typeof value === 'number' ? String(value) : value);
}

function escaped(text: string): string {
  return escapeHtml(oneLine(text));
}
