// Text of the API is hostile: nothing in it may become an icon, a link or a command.

/** Quick picks and status bar items draw `$(name)` as an icon; text of the API is only text. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$\u2060(');
}

/** Notifications make links of `[…](…)`, even of commands; text of the API is only text. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}

/** A tooltip as a plain string: Markdown would make links even of bare addresses, however well it is escaped. */
export function plainTooltip(lines: readonly string[]): string {
  return lines.join('\n');
}
