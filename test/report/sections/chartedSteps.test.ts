import assert from 'node:assert/strict';
import { formatFor } from '../../../src/analytics/format';
import { chartedSteps } from '../../../src/report/page/sections/chartedSteps';
import { answerWithSteps, reportFrom } from '../support/reports';

const format = formatFor('en');
const charted = (steps: number, variants: number) =>
  chartedSteps(reportFrom(answerWithSteps(steps, variants)).steps, format);

describe('The steps that are charted', () => {
  it('are all with all variants as long as they can be seen at a glance', () => {
    const { charted: steps, leftOut } = charted(24, 4);
    assert.equal(leftOut, undefined);
    assert.equal(steps.flatMap(({ variants }) => variants).length, 96);
  });

  it('are without variants where those would be too many', () => {
    const { charted: steps, leftOut } = charted(25, 4);
    assert.equal(steps.length, 25);
    assert.equal(steps.flatMap(({ variants }) => variants).length, 0);
    assert.match(leftOut ?? '', /^The charts leave out the variants: 125 rows/);
  });

  it('are the first where steps are too many', () => {
    const [step] = reportFrom(answerWithSteps(1, 0)).steps;
    assert.ok(step);
    const { charted: steps, leftOut } = chartedSteps(Array(1_300).fill(step), format);
    assert.equal(steps.length, 120);
    assert.equal(leftOut, 'The charts show the first 120 of 1,300 steps.');
  });
});
