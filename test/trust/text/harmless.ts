import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import MarkdownIt from 'markdown-it';
import { decodeToPage } from '../../../src/report/toPage';
import type { Kind, Surface } from '../support/surfaces';

/** Control characters, halves of characters, what turns the reading direction, and what is not seen; emoji and some scripts need four of these. */
const SPOOFING = /(?![\ufe0e\ufe0f\u200c\u200d])[\p{Cc}\p{Cs}\p{DI}]/u;
/** Longer than a sentence with a name, a subject and a variant in it, each cut to 500. */
const LONGEST_LINE = 4_000;
const LONGEST_FILE_NAME = 255;

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** What a spreadsheet takes for a formula, once it has made plain signs of others. */
const FORMULA = /^[\s\p{C}]*[=+\-@\u2212]/u;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]\d+)?$/;

/** As permissive as they come: HTML passes through, bare addresses become links. */
const renderer = new MarkdownIt({ html: true, linkify: true });
const OF_A_TABLE = [
  'h1',
  'h2',
  'h3',
  'h4',
  'p',
  'ul',
  'li',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'strong',
  'em',
  'hr',
];

/** Elements and attributes that a harmless report has; nothing else may come of a hostile one. */
export interface Vocabulary {
  readonly html: ReadonlySet<string>;
  readonly svg: ReadonlySet<string>;
}

export function vocabularyOf(surfaces: Iterable<Surface>): Vocabulary {
  const words = { html: new Set<string>(), svg: new Set<string>() };
  for (const { kind, text } of surfaces) {
    if (kind === 'html' || kind === 'svg') for (const word of wordsOf(text)) words[kind].add(word);
  }
  return words;
}

/** Fails where a surface does more than say what it was given, or says it in a way that misleads. */
export function assertHarmless({ name, kind, text }: Surface, vocabulary: Vocabulary): void {
  const checks: Record<Kind, () => void> = {
    plain: () => assertPlain(name, text),
    withIcons: () => {
      assertPlain(name, withoutJoiners(text));
      assert.ok(!text.includes('$('), `${name} draws an icon: ${text}`);
    },
    withLinks: () => {
      assertPlain(name, withoutJoiners(text));
      assert.ok(!text.includes(']('), `${name} has a link: ${text}`);
    },
    fileName: () => assertFileName(text),
    csv: () => assertCsv(name, text),
    markdown: () => assertMarkdown(name, text),
    html: () => assertWords(name, text, vocabulary.html),
    svg: () => assertWords(name, text, vocabulary.svg),
    json: () => assertJson(name, JSON.parse(text)),
    page: () => {
      const message: unknown = JSON.parse(text);
      assertJson(name, message);
      assert.ok(decodeToPage(message), `${name} is not taken by the page`);
    },
  };
  checks[kind]();
}

function assertPlain(name: string, text: string): void {
  assert.doesNotMatch(text, SPOOFING, name);
  assert.ok(text.length <= LONGEST_LINE, `${name} has a line of ${text.length} characters`);
}

/** Every text in it, and every name. */
function assertJson(name: string, value: unknown): void {
  if (typeof value === 'string') assertPlain(name, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    assertPlain(name, key);
    assertJson(name, inner);
  }
}

function assertFileName(name: string): void {
  assert.match(name, /^[^\\/:*?"<>|\p{Cc}\p{Cs}]+$/u);
  assert.doesNotMatch(name, SPOOFING);
  assert.doesNotMatch(name, RESERVED);
  assert.doesNotMatch(name, /^[-.\s]|[.\s]$|^\.md$/);
  assert.ok(Buffer.byteLength(name) <= LONGEST_FILE_NAME, `${Buffer.byteLength(name)} bytes`);
}

function assertCsv(name: string, text: string): void {
  const [head, ...rows] = parse(text, { bom: true });
  assert.match(head?.join() ?? '', /^[a-z_,0-9]+$/, name);
  for (const cell of rows.flat()) {
    assert.doesNotMatch(cell, SPOOFING, name);
    assert.ok(NUMBER.test(cell) || !FORMULA.test(cell.normalize('NFKC')), `${name} has a formula: ${cell}`);
  }
}

function assertMarkdown(name: string, text: string): void {
  const html = renderer.render(text);
  for (const [, element = ''] of html.matchAll(/<\/?([^\s>]+)/g)) {
    if (!OF_A_TABLE.includes(element)) assert.fail(`${name} has an element: ${around(html, `<${element}`)}`);
  }
  assert.doesNotMatch(withoutJoiners(text.replaceAll('\n', ' ')), SPOOFING, name);
}

/** The extension's own stand behind a sign, and end what would be made of it. */
function withoutJoiners(text: string): string {
  return text.replace(/(?<=[@#:/.$\]-])\u2060/g, '');
}

function assertWords(name: string, text: string, known: ReadonlySet<string>): void {
  for (const word of wordsOf(text)) {
    if (!known.has(word)) assert.fail(`${name} has “${word}”: ${around(text, word)}`);
  }
  assert.doesNotMatch(text.replaceAll('\n', ' '), SPOOFING, name);
}

const TAG = /<(\/?[a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*\/?>/giy;
const TEXT = /[^<]+/y;
const STYLES = /<style[^>]*>[^<]*<\/style>|<!doctype html>/iy;

/** Every element and attribute of a document. What is neither of these nor text, nor the styles, is a word of its own. */
function* wordsOf(document: string): Generator<string> {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(document);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < document.length) {
    if (take(STYLES) || take(TEXT)) continue;
    const tag = take(TAG);
    if (!tag) {
      yield document.slice(at, at + 100);
      return;
    }
    const [, element = '', attributes = ''] = tag;
    yield element;
    for (const [, attribute = '', value = ''] of attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) {
      yield `${element} ${attribute}`;
      if (/^(href|src|style|on.*|xlink:.*|action|srcdoc)$/.test(attribute)) yield `${attribute}=${value}`;
    }
  }
}

function around(text: string, word: string): string {
  const at = text.indexOf(word);
  return text.slice(Math.max(0, at - 100), at + 200);
}
