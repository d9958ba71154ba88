import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './cache';

type Strings = Readonly<Record<string, string>>;

/** A language that nobody speaks: English with accents, longer by a third, between brackets that show both ends. */
export interface PseudoLanguage {
  /** VS Code's display language. */
  readonly name: 'qps-ploc';
  /** As in `bundle.l10n.qps-ploc.json`. */
  readonly bundle: Strings;
  /** As in `package.nls.qps-ploc.json`. */
  readonly manifest: Strings;
}

export async function pseudoLanguage(): Promise<PseudoLanguage> {
  return {
    name: 'qps-ploc',
    bundle: await pseudo('l10n/bundle.l10n.json'),
    manifest: await pseudo('package.nls.json'),
  };
}

async function pseudo(file: string): Promise<Strings> {
  const { getL10nPseudoLocalized } = await import('@vscode/l10n-dev');
  const english = JSON.parse(await readFile(join(root, file), 'utf8')) as Parameters<typeof getL10nPseudoLocalized>[0];
  return Object.fromEntries(
    Object.entries(getL10nPseudoLocalized(english)).map(([key, text]) => [
      key,
      bracketed(typeof text === 'string' ? text : text.message),
    ]),
  );
}

/** Not where there are no words of its own, nor around a link, which VS Code makes a button where it stands alone. */
function bracketed(text: string): string {
  const hasWords = /\p{L}/u.test(text.replaceAll(/\{\d+\}/g, ''));
  return hasWords && !text.includes('](') ? `[${text}]` : text;
}
