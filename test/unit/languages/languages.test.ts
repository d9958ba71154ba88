import assert from 'node:assert/strict';
import { english, LANGUAGES, translated, type Strings } from './bundles';
import { SAME_IN_ENGLISH } from './sameInEnglish';
import { sourceStrings } from './sourceStrings';

describe('The strings', () => {
  it('of the sources are those of the bundle: "npm run l10n" brings it up to date', async () => {
    const { keys } = await sourceStrings();
    assert.ok(keys.size > 500);
    assertSameKeys(Object.keys(english('bundle')), [...keys]);
  });

  it('stand in the sources as they are translated, whole', async () => {
    const { computed } = await sourceStrings();
    assert.deepEqual(computed, []);
  });
});

for (const language of LANGUAGES) {
  for (const file of ['bundle', 'package'] as const) {
    describe(`${file === 'bundle' ? `bundle.l10n.${language}` : `package.nls.${language}`}.json`, () => {
      const source = english(file);

      it('has every string, and no other', () => {
        assertSameKeys(Object.keys(translated(file, language)), Object.keys(source));
      });

      it('keeps what is no text: placeholders, links, code, settings, icons, lines', () => {
        const odd = pairs(source, translated(file, language)).filter(
          ({ from, to }) => String(marksOf(from)) !== String(marksOf(to)),
        );
        assert.deepEqual(odd, []);
      });

      it('leaves nothing empty or in English', () => {
        const same = [...SAME_IN_ENGLISH.all, ...SAME_IN_ENGLISH[language]];
        const untranslated = pairs(source, translated(file, language)).filter(
          ({ from, to }) => to.trim() === '' || (to === from && hasWords(from) && !same.includes(from)),
        );
        assert.deepEqual(untranslated, []);
      });
    });
  }
}

function assertSameKeys(actual: readonly string[], expected: readonly string[]): void {
  assert.deepEqual(
    {
      missing: expected.filter((key) => !actual.includes(key)),
      unused: actual.filter((key) => !expected.includes(key)),
    },
    { missing: [], unused: [] },
  );
}

interface Pair {
  readonly from: string;
  readonly to: string;
}

/** What both have: that a key is missing is said once. */
function pairs(source: Strings, target: Strings): Pair[] {
  return Object.entries(source).flatMap(([key, from]) => {
    const to = target[key];
    return to === undefined ? [] : [{ from, to }];
  });
}

/** In any order: a sentence may have another one in each language. */
function marksOf(text: string): string[] {
  const marks =
    /\{\d+\}|\((?:command|https?):[^)]+\)|`[^`]+`|#[\w.]+#|\$\([\w~-]+\)|https?:\/\/(?:[\w.]+\w)?|sendkit\.\w+|\n/g;
  return [...text.matchAll(marks)].map(([mark]) => mark).sort();
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/\{\d+\}/g, ''));
}
