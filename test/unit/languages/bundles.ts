import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../harness/cache';

/** VS Code's own names for its display languages. */
export const LANGUAGES = ['de', 'es', 'fr', 'pt-br', 'ja', 'zh-cn'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Strings = Readonly<Record<string, string>>;

/** Strings by their keys, in English. */
export function english(file: 'bundle' | 'package'): Strings {
  const read = file === 'bundle' ? readJson('l10n/bundle.l10n.json') : readJson('package.nls.json');
  return Object.fromEntries(
    Object.entries(read).map(([key, value]) => [key, typeof value === 'string' ? value : value.message]),
  );
}

/** The same in another language. */
export function translated(file: 'bundle' | 'package', language: Language): Strings {
  return readJson(file === 'bundle' ? `l10n/bundle.l10n.${language}.json` : `package.nls.${language}.json`) as Strings;
}

function readJson(path: string): Record<string, string | { readonly message: string }> {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, string | { readonly message: string }>;
}
