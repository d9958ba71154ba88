import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { markdownTable } from '../../../src/export/markdownTable';
import { markdownLine, markdownText } from '../../../src/export/markdownText';
import { oneLine } from '../../../src/export/oneLine';
import { reportMarkdown } from '../../../src/export/markdownReport';
import { sandboxReports, type ExportCase } from './sandboxReports';

/** As permissive as they come: HTML passes through, bare addresses become links. */
const renderer = new MarkdownIt({ html: true, linkify: true });
/** What GitHub finds in text that has been rendered. */
const FOUND_LATER = /[@#][\w-]|\bGH-\d|:[\w+-]+:|https?:\/\//i;

/** The text of a paragraph as it is rendered, or what else became of it. */
function rendered(markdown: string): string {
  const html = renderer.render(markdown).trim();
  const text = /^<p>([^<>]*)<\/p>$/.exec(html)?.[1];
  assert.ok(text !== undefined || html === '', `${JSON.stringify(markdown)} became ${html}`);
  return withoutEntities(text ?? '');
}

function withoutEntities(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

const normal = (text: string): string => oneLine(text).replace(/\s+/g, ' ').trim();
const seen = (text: string): string => text.replaceAll('\u2060', '').replace(/\s+/g, ' ').trim();

const HOSTILE = [
  '# no heading',
  '- no list',
  '1. no list',
  '> no quotation',
  '---',
  '===',
  '    no code',
  '`no code`',
  '```',
  '~~no~~ **no** __no__ *no* _no_',
  '<b>no</b> <!-- no --> &lt;b&gt; &copy;',
  '<https://example.com>',
  'https://example.com www.example.com mail@example.com example.com',
  '[x](command:workbench.action.quit) ![x](https://example.com/x.png) [x][y] [^1]',
  '@octocat #123 owner/repo#1 GH-12 :smile: $x^2$ $$x$$',
  'a | b || c \\| d',
  'line\nbreak\r\n\r\n# heading\u2028end',
  '\\ \\\\ \\[ \\`',
  '<script>alert(1)</script>',
  '\u202egnp.exe',
];

describe('Text in Markdown', () => {
  for (const text of HOSTILE) {
    it(`is only text: ${JSON.stringify(text)}`, () => {
      const shown = rendered(markdownLine(text));
      assert.equal(seen(shown), normal(text));
      assert.doesNotMatch(shown, FOUND_LATER);
    });
  }

  it('is only text, whatever it is', () => {
    const characters = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...Array.from('`*_[]()<>|~$&^{}@#:!\\/.-+=1aB \n\t"\'')) },
      fc.constantFrom('GH-', 'www.', 'http://', '&amp;', '//localhost', 'a@b.co', ':100:', 'ftp:', '1.', '\u00a0'),
    );
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const shown = rendered(markdownLine(text));
        assert.equal(seen(shown), normal(text));
        assert.doesNotMatch(shown, FOUND_LATER);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps a cell a cell', () => {
    const text = fc.array(fc.constantFrom(...Array.from('|\\`<>*ab \n')), { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (header, main) => {
        const table = { caption: '', columns: ['A', 'B'], rows: [{ header, cells: [{ main }] }] };
        const [, body = ''] = renderer.render(markdownTable(table)).split('<tbody>');
        const shown = [...body.matchAll(/<td[^>]*>([^]*?)<\/td>/g)].map(([, cell = '']) => seen(withoutEntities(cell)));
        assert.deepEqual(shown, [normal(header), normal(main)]);
      }),
    );
  });

  it('is left alone where it is harmless', () => {
    assert.equal(markdownText('8.3% (12 of 145 delivered), +2.0 points'), '8.3% (12 of 145 delivered), +2.0 points');
  });
});

describe('A report in Markdown', () => {
  let cases: ExportCase[];
  before(async () => {
    cases = await sandboxReports();
  });

  it('has no links, pictures, HTML or emphasis but its own, whatever the campaign is called', () => {
    for (const { name, report, options } of cases) {
      const html = renderer.render(reportMarkdown(report, options));
      const tags = [...new Set([...html.matchAll(/<\/?([a-z0-9-]+)/gi)].map(([, tag]) => tag))];
      const own = [
        'h1',
        'h2',
        'h3',
        'p',
        'strong',
        'ul',
        'li',
        'table',
        'thead',
        'tbody',
        'tr',
        'th',
        'td',
        'blockquote',
      ];
      assert.deepEqual(
        tags.filter((tag) => !own.includes(tag ?? '')),
        [],
        name,
      );
      assert.doesNotMatch(html.replace(/<[^>]*>/g, ' '), FOUND_LATER, name);
    }
  });

  it('has tables whose rows all have as many cells as their heading', () => {
    for (const { name, report, options } of cases) {
      const html = renderer.render(reportMarkdown(report, options));
      for (const [table] of html.matchAll(/<table>[^]*?<\/table>/g)) {
        const [heading = 0, ...rows] = [...table.matchAll(/<tr>[^]*?<\/tr>/g)].map(
          ([row]) => row.split(/<t[dh][\s>]/).length,
        );
        assert.ok(rows.length > 0, name);
        assert.deepEqual([...new Set(rows)], [heading], name);
      }
      // A row with too many cells would be cut by the renderer, so they are counted where they are written.
      const lines = reportMarkdown(report, options).split('\n');
      lines.forEach((line, index) => {
        const before = lines[index - 1];
        if (line.startsWith('|') && before?.startsWith('|')) assert.equal(cells(line), cells(before), line);
      });
    }
  });

  it('tells what could not be refreshed, and of when it is', () => {
    const [exported] = cases;
    assert.ok(exported);
    const text = reportMarkdown(exported.report, { ...exported.options, problem: 'No connection.' });
    assert.match(
      text,
      /^> \*\*These figures are of Sep 1, 2025, 09:30 UTC and could not be refreshed\. No connection\.\*\*$/m,
    );
  });
});

function cells(line: string): number {
  return line.replace(/\\./g, '').split('|').length;
}
