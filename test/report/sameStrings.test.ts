import assert from 'node:assert/strict';
import { FIGURE_NAMES } from '../../src/analytics/figures';
import { formatFor } from '../../src/analytics/format';
import { verdictLabel, verdictSentence } from '../../src/analytics/testWords';
import { fraction, rateWithFraction } from '../../src/analytics/words';
import { campaignResult, variantsResult } from '../../src/views/languageModelResults';
import { FETCHED_AT, reportFrom, SEED_ANSWER, TESTED_ANSWER, viewOf } from './support/reports';
import { useReports } from './support/useReports';

const format = formatFor('en');

describe('The same figure is the same string on the page and for language models', () => {
  const open = useReports();

  for (const [name, answer] of [
    ['the sample', SEED_ANSWER],
    ['a tested campaign', TESTED_ANSWER],
  ] as const) {
    it(`of ${name}`, async () => {
      const { page, show } = await open();
      const report = reportFrom(answer);
      await show(viewOf({ report }));
      const drawn = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
      const read = { report, fetchedAt: FETCHED_AT };
      const told = JSON.stringify([campaignResult(read, format), variantsResult(read, undefined, format)]);

      let compared = 0;
      for (const figureName of FIGURE_NAMES) {
        const { rate } = report.figures[figureName];
        if (typeof rate?.value !== 'number') continue;
        compared += 1;
        assert.ok(drawn.includes(format.percent(rate.value)), `${figureName} ${format.percent(rate.value)}`);
        assert.ok(drawn.includes(fraction(rate, format)), `${figureName} ${fraction(rate, format)}`);
        assert.ok(drawn.includes(format.interval(rate)), `${figureName} ${format.interval(rate)}`);
        assert.ok(told.includes(rateWithFraction(rate, format)), `${figureName} ${rateWithFraction(rate, format)}`);
      }
      assert.ok(compared >= 6, String(compared));
      for (const { test } of report.steps) {
        if (!test) continue;
        for (const text of [verdictLabel(test), verdictSentence(test, format)]) {
          assert.ok(drawn.includes(text), text);
          assert.ok(told.includes(JSON.stringify(text).slice(1, -1)), text);
        }
      }
    });
  }
});
