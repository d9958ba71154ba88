import assert from 'node:assert/strict';
import { dailyRows, reportFrom, viewOf } from '../../report/support/reports';
import { useReports } from '../../report/support/useReports';
import { times, tried } from '../tried';
import { LONG_NAMES, MANY_ROWS } from './largeAnswers';

const pages = tried('The report page stays within bounds with all of these');

/** Elements of the page, whatever the answer: 30 subsequences of 52 rows each, with their tests, take most of them. */
const MOST_ELEMENTS = 80_000;
/** Characters of a single text in it. */
const LONGEST_TEXT = 1_200;

describe('The report page', function () {
  this.timeout(60_000);

  const open = useReports();
  const rows = MANY_ROWS.slice(0, times(MANY_ROWS.length, 1));

  const names = LONG_NAMES.slice(0, times(LONG_NAMES.length, 2));

  for (const { what, data, detail } of [...rows, ...names]) {
    it(`with ${what} stays within bounds`, async () => {
      const { page, show, violations } = await open();
      await pages.that(async () => {
        await show(viewOf({ report: reportFrom(data, { detail, daily: dailyRows(90) }) }));
        await page.getByText('Total replied').first().waitFor();
        const drawn = await page.evaluate(() => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          let longest = 0;
          while (texts.nextNode()) longest = Math.max(longest, texts.currentNode.nodeValue?.length ?? 0);
          return {
            elements: document.querySelectorAll('*').length,
            longest,
            width: document.documentElement.scrollWidth,
          };
        });
        assert.ok(drawn.elements <= MOST_ELEMENTS, `${drawn.elements} elements`);
        assert.ok(drawn.longest <= LONGEST_TEXT, `a text of ${drawn.longest} characters`);
        assert.equal(drawn.width, 900, 'nothing stands out of the page');
        assert.deepEqual(await violations(), []);
      });
    });
  }
});
