// A figure is the same string in the tree, in every export and in the document that tools read.
import assert from 'node:assert/strict';
import { FIGURE_NAMES } from '../../../src/analytics/figures';
import { baseOf, planSentence, verdictLabel, verdictSentence } from '../../../src/analytics/testWords';
import { figureLabel, fraction, rateWithFraction, stepName, stepTitle } from '../../../src/analytics/words';
import { reportDocument } from '../../../src/export/reportDocument';
import { aState } from '../builders';
import { below, rowOf, tooltipOf } from '../views/rows';
import { allFormats } from './allFormats';
import { sandboxReports, type ExportCase } from './sandboxReports';

/** Text as a reader sees it. */
const seen = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\\(?=[^\w\s])|\u2060/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

describe('The same figure is the same string', () => {
  let cases: ExportCase[];
  before(async () => {
    cases = await sandboxReports();
  });

  it('in the tree, HTML, Markdown, CSV and JSON', () => {
    for (const { name, report, options } of cases) {
      const { format } = options;
      const files = allFormats({ report, options });
      const tree = rowOf(aState({ report, name: report.campaign.name }));
      const document = reportDocument(report, options);
      for (const figureName of FIGURE_NAMES) {
        const { rate, tracked } = report.figures[figureName];
        if (typeof rate?.value !== 'number' || !tracked) continue;
        const text = rateWithFraction(rate, format);
        assert.ok(tooltipOf(below(tree, 'Overview', figureLabel(figureName))).includes(text), `${name} tree ${text}`);
        assert.equal(document.figures[figureName].text, text);
        assert.equal(document.figures[figureName].rate?.text, text);
        for (const ending of ['md', 'json', 'steps.definitions.csv']) {
          assert.ok(files.get(ending)?.includes(text), `${name}.${ending} ${text}`);
        }
        const page = seen(files.get('html') ?? '');
        assert.ok(page.includes(`${format.percent(rate.value)} ${fraction(rate, format)}`), `${name}.html ${text}`);
        assert.ok(page.includes(format.interval(rate)), `${name}.html ${format.interval(rate)}`);
        assert.ok(files.get('md')?.includes(format.interval(rate)));
      }
    }
  });

  it('for steps, variants and verdicts, too', () => {
    for (const { name, report, options } of cases) {
      const { format } = options;
      const files = allFormats({ report, options });
      const [page, markdown] = [seen(files.get('html') ?? ''), seen(files.get('md') ?? '')];
      for (const step of report.steps) {
        for (const { figures } of [step, ...step.variants]) {
          for (const figureName of ['opened', 'clicked', 'bounced'] as const) {
            const { rate, tracked } = figures[figureName];
            if (typeof rate?.value !== 'number' || !tracked) continue;
            const text = rateWithFraction(rate, format);
            assert.ok(markdown.includes(text), `${name}.md ${text}`);
            assert.ok(page.includes(`${format.percent(rate.value)} ${fraction(rate, format)}`), `${name}.html ${text}`);
            if (figures !== step.figures || step.variants.length === 0) {
              assert.ok(files.get('steps.csv')?.includes(text), `${name}.steps.csv ${text}`);
            }
          }
        }
        if (!step.test) continue;
        for (const text of [verdictLabel(step.test), verdictSentence(step.test, format)]) {
          for (const shown of [page, markdown]) assert.ok(shown.includes(text), `${name} ${text}`);
        }
        if (step.test.word !== null) {
          const plan = planSentence(step.test.plan, baseOf(step.test), format);
          const tree = rowOf(aState({ report, name: report.campaign.name }));
          const row = tooltipOf(below(tree, 'Steps', stepName(step)));
          for (const shown of [row, page, markdown]) assert.ok(shown.includes(plan), `${name} ${plan}`);
        }
        assert.ok(seen(files.get('json') ?? '').includes(verdictLabel(step.test)));
        assert.ok(page.includes(stepTitle(step)));
      }
    }
  });
});
