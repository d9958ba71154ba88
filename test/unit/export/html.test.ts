import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reportHtml } from '../../../src/export/htmlReport';
import { html } from '../../../src/export/html/markup';
import { answerData } from '../analytics/arbitraryAnswer';
import { AnswerBuilder, anAnswer } from '../builders';
import { assertOnlyOwnMarkup, idsOf } from './ownMarkup';
import { OPTIONS, sandboxReports, STYLES, type ExportCase } from './sandboxReports';

describe('A template of markup', () => {
  it('escapes text, and keeps markup', () => {
    const inner = html`<b>${'<&>"\''}</b>`;
    assert.equal(
      html`<p title="${'"x"'}">${inner}${null}${3}</p>`.text,
      '<p title="&quot;x&quot;"><b>&lt;&amp;&gt;&quot;&#39;</b>3</p>',
    );
  });

  it('leaves out its indentation, and puts the parts of a list on lines of their own', () => {
    const list = [html`<li>a</li> `, null, html`<li>b</li>`];
    assert.equal(
      html`<ul>
        ${list}
      </ul>`.text,
      '<ul>\n<li>a</li>\n<li>b</li>\n</ul>',
    );
  });

  it('never lets text out of its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(html`${text}`.text, /[<>"']|&(?!(amp|lt|gt|quot|#39);)|[\u0000-\u001f\u202e]/);
      }),
    );
  });
});

describe('A report in HTML', () => {
  let cases: ExportCase[];
  before(async () => {
    cases = await sandboxReports();
  });

  it('is made of its own elements alone, and loads nothing', () => {
    for (const { report, options } of cases) {
      const page = reportHtml(report, options, STYLES);
      assertOnlyOwnMarkup(page);
      assert.ok(page.includes(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:;`));
      assert.doesNotMatch(
        page.replace(/<bdi>[^]*?<\/bdi>|<t[dh][^>]*>[^]*?<\/t[dh]>|<title>[^]*?<\/title>/g, ''),
        /https?:/,
      );
    }
  });

  it('is made of its own elements alone, whatever SendKit answers', () => {
    fc.assert(
      fc.property(answerData, (data) => {
        const report = new AnswerBuilder(data).report();
        assertOnlyOwnMarkup(reportHtml(report, OPTIONS, STYLES));
      }),
      { numRuns: 50 },
    );
  });

  it('has each id once, and every reference reaches one', () => {
    for (const { name, report, options } of cases) {
      const page = reportHtml(report, options, STYLES);
      const ids = idsOf(page);
      assert.deepEqual(ids, [...new Set(ids)], name);
      for (const [, id = ''] of page.matchAll(/aria-(?:labelledby|describedby)="([^"]*)"/g))
        assert.ok(ids.includes(id), id);
    }
  });

  it('has a title, a language and a name that say whose report it is, of which days', () => {
    const exported = cases.find(({ name }) => name === 'longRunning');
    assert.ok(exported);
    const page = reportHtml(exported.report, { ...exported.options, locale: '"><x' }, STYLES);
    assert.match(page, /<title>Always on: new sign-ups · Aug 1, 2025 – Aug 31, 2025<\/title>/);
    assert.match(page, /<html lang="&quot;&gt;&lt;x">/);
  });

  it('bears a campaign with 3,000 days, 2,000 statuses, 300 steps and 200 variants, and says what it leaves out', () => {
    const steps = Array.from({ length: 300 }, (_, step) => step).reduce(
      (answer, step) => answer.step(step, null, { sent: 10, opened: 5, clicked: 1, bounced: 0 }),
      anAnswer(),
    );
    const tested = Array.from({ length: 200 }, (_, variant) => `V${variant}`).reduce(
      (answer, variant) => answer.step(0, variant, { sent: 10, opened: 5, clicked: 1, bounced: 0 }),
      steps,
    );
    const statuses = Array.from({ length: 2_000 }, (_, index): [string, number] => [`status ${index}`, index]);
    const page = reportHtml(tested.statuses(...statuses).report(), OPTIONS, STYLES);
    assert.ok(page.length < 600_000, String(page.length));
    assert.deepEqual(idsOf(page), [...new Set(idsOf(page))]);
    assert.match(page, /The first 200 of 2001 are shown; JSON and CSV have all\./);
    assertOnlyOwnMarkup(page);
  });
});
