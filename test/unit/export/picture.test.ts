import assert from 'node:assert/strict';
import { chartRef, type ChartRef } from '../../../src/analytics/chartRef';
import { chartPicture } from '../../../src/export/chartSvg';
import { escapeHtml } from '../../../src/export/html/escapeHtml';
import { DARK, LIGHT } from '../../../src/export/svg/chartColors';
import { allCharts } from './allFormats';
import { assertOnlyOwnMarkup, idsOf } from './ownMarkup';
import { sandboxReports, type ExportCase } from './sandboxReports';

describe('A chart as a picture', () => {
  let cases: ExportCase[];
  before(async () => {
    cases = await sandboxReports();
  });

  function caseOf(name: string): ExportCase {
    const found = cases.find((exported) => exported.name === name);
    assert.ok(found, name);
    return found;
  }

  it('stands alone: its own styles and colours, no variables, no script, nothing loaded', () => {
    for (const exported of cases) {
      for (const [name, svg] of allCharts(exported)) {
        assert.match(svg, /^<svg\s+xmlns="http:\/\/www\.w3\.org\/2000\/svg"/, name);
        assertOnlyOwnMarkup(svg);
        assert.doesNotMatch(svg, /var\(|NaN|undefined|Infinity/, name);
        assert.deepEqual(idsOf(svg), [...new Set(idsOf(svg))]);
      }
    }
  });

  it('is of its own sequence and step, and says which', () => {
    const { report, options } = caseOf('subsequencesAndVariants');
    const [first] = report.subsequences;
    assert.ok(first?.name, 'there is a subsequence with a name');
    const svgOf = (ref: ChartRef): string => chartPicture(report, ref, options)?.svg ?? '';
    assert.ok(svgOf(chartRef('opened', { subsequence: 0 })).includes(escapeHtml(first.name)));
    assert.ok(!svgOf(chartRef('opened')).includes(escapeHtml(first.name)));
    const step = report.steps.findLastIndex(({ test }) => test !== null && test.metric !== null);
    assert.match(svgOf(chartRef('verdict', { step })), new RegExp(`Email ${step + 1}\\b.* of the variants</text>`));
    for (const ref of [
      chartRef('verdict'),
      chartRef('opened', { subsequence: 99 }),
      chartRef('verdict', { step: -1 }),
    ]) {
      assert.equal(chartPicture(report, ref, options), undefined);
    }
  });

  it('has the colours that it is given, on paper of the same theme', () => {
    const { report, options } = caseOf('longRunning');
    const dark = chartPicture(report, chartRef('funnel'), options, DARK)?.svg ?? '';
    const light = chartPicture(report, chartRef('funnel'), options)?.svg ?? '';
    const colours = (svg: string): Set<string> => new Set(svg.match(/#[0-9a-f]{3,6}\b/g));
    for (const colour of Object.values(DARK)) assert.ok(!colours(light).has(colour), colour);
    for (const colour of Object.values(LIGHT)) assert.ok(!colours(dark).has(colour), colour);
    assert.match(dark, new RegExp(`<rect width="720" height="\\d+" fill="${DARK.paper}"`));
  });
});
