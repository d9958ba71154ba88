import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { formatFor } from '../../src/analytics/format';
import {
  metricCaution,
  metricSentence,
  planSentence,
  testCautions,
  verdictLabel,
  verdictSentence,
} from '../../src/analytics/testWords';
import { cells, texts, unfold } from './support/reading';
import {
  ANSWER_WITH_SUBSEQUENCES,
  answerWithSteps,
  answerWithVariants,
  reportFrom,
  SEED_DETAIL,
  TESTED_ANSWER,
  viewOf,
} from './support/reports';
import { useReports } from './support/useReports';

const format = formatFor('en');
const tested = () => viewOf({ report: reportFrom(TESTED_ANSWER, { detail: SEED_DETAIL }) });

function masks(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((icons) => icons.map((icon) => getComputedStyle(icon).maskImage));
}

describe('The verdict of a tested step', () => {
  const open = useReports();

  it('is a card a step with the word first, and none where nothing was tested', async () => {
    const { page, show, violations } = await open();
    await show(tested());
    assert.deepEqual(await texts(page, '.verdict h3'), [
      'Email 1 · First Clear winner: B',
      'Email 2 · Second Leaning B · interim',
      'Email 3 Too close to call',
      'Email 4 Not enough data',
      'Email 6 —',
    ]);
    assert.deepEqual(await violations(), []);
  });

  it('is in the words that every surface has: sentence, plan, cautions', async () => {
    const { page, show } = await open();
    const { report } = tested();
    await show(tested());
    const cards = await texts(page, '.verdict-body');
    const tests = (report?.steps ?? []).flatMap(({ test }) => test ?? []);
    assert.equal(cards.length, tests.length);
    tests.forEach((test, index) => {
      const said = cards[index] ?? '';
      const expected = [
        verdictLabel(test),
        verdictSentence(test, format),
        ...(test.word === null ? [] : [planSentence(test.plan, 'delivered', format)]),
        ...testCautions(test, format),
        metricCaution(test) ?? '',
      ];
      for (const sentence of expected) assert.ok(said.includes(sentence), `“${sentence}” in “${said}”`);
    });
    assert.match(cards[1] ?? '', /About 1,8\d\d more delivered per variant to detect a 1\.5× lift \(80% power, 5%\)\./);
    assert.match(cards[2] ?? '', /Opens are a weak measure/);
    assert.match(cards[2] ?? '', /sent very unevenly \(p < 0\.001\)/);
  });

  it('is told apart by the shape of its icon, not by colour alone', async () => {
    const { page, show } = await open();
    await show(tested());
    assert.equal(new Set(await masks(page, '.word .icon')).size, 5);
  });

  it('says why nothing can be said, and shows no figures of nonsense', async () => {
    const { page, show } = await open();
    await show(tested());
    const last = page.locator('.verdict').last();
    assert.equal(
      (await last.innerText()).replace(/\s+/g, ' '),
      'Email 6 — The variants cannot be compared: the counts contradict each other.',
    );
    assert.equal(await last.locator('bar-chart, details').count(), 0);
  });

  it('shows each variant’s rate with its interval, and says fraction and interval on focus', async () => {
    const { page, show } = await open();
    await show(tested());
    const chart = page.locator('#steps-verdict-0');
    assert.deepEqual(await chart.locator('.label').allTextContents(), ['Variant A', 'Variant B']);
    assert.deepEqual(await chart.locator('.value').allTextContents(), ['2.0%', '5.6%']);
    assert.equal(await chart.locator('.point').count(), 2);
    assert.equal(await chart.locator('.whisker').count(), 2);
    await page.locator('#steps-verdict-0-0').focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.locator('[role=status]').innerText(), '110 of 1,978 delivered, 95% interval 4.6%–6.7%');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'steps-verdict-0-figures', 'one stop a chart');
  });

  it('has its figures under a disclosure, made when it is opened', async () => {
    const { page, show } = await open();
    await show(tested());
    assert.equal(await page.locator('.verdict table').count(), 0);
    await page.locator('#steps-verdict-1-figures').focus();
    await page.keyboard.press('Enter');
    const card = '.verdict >> nth=1';
    await page.locator(card).locator('table').nth(1).waitFor();
    assert.deepEqual(await page.locator(card).locator('thead').first().locator('th').allInnerTexts(), [
      'Variant',
      'Click rate',
      '95% interval',
      'Probability of being the best',
      'Expected loss',
    ]);
    const [variants, pairs] = [
      await cells(page, `${card} >> table >> nth=0 >>`),
      await cells(page, `${card} >> table >> nth=1 >>`),
    ];
    assert.deepEqual(
      variants.map(([name, rate, interval]) => [name, rate, interval]),
      [
        ['Variant A', '3.1% 20 of 640 delivered', '2.0%–4.8%'],
        ['Variant B highest rate', '5.4% 34 of 630 delivered', '3.9%–7.4%'],
        ['Variant C', '3.5% 22 of 630 delivered', '2.3%–5.2%'],
      ],
    );
    for (const [, , , best, loss] of variants) {
      assert.match(best ?? '', /^\d+\.\d%$/);
      assert.match(loss ?? '', /^\d+\.\d%$/);
    }
    assert.deepEqual(
      pairs.map(([pair]) => pair),
      ['B against A', 'C against B', 'C against A'],
    );
    assert.deepEqual(pairs[0], [
      'B against A',
      '+2.3 points 95% interval 0.0 to +4.6',
      '+73%',
      'z test',
      '0.045',
      '0.135',
      '1.000',
    ]);
    const test = tested().report?.steps[1]?.test;
    assert.ok(test && (await page.locator(card).innerText()).includes(metricSentence(test) ?? '?'));
  });

  it('says “Fisher’s exact test” where cells are too few for z', async () => {
    const { page, show } = await open();
    await show(tested());
    await unfold(page);
    assert.match(await page.locator('.verdict').nth(3).locator('table').nth(1).innerText(), /Fisher’s exact test/);
  });

  it('with 26 variants shows the leader’s pairs first and the other 300 on request', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: reportFrom(answerWithVariants(26)) }));
    await page.locator('#steps-verdict-0-figures').click();
    await page.locator('.verdict table').nth(1).waitFor();
    const pairs = page.locator('.verdict table').nth(1).locator('tbody th');
    assert.equal(await pairs.count(), 25);
    for (const pair of await pairs.allInnerTexts()) assert.match(pair, /\bZ\b/);
    const others = page.locator('#steps-verdict-0-pairs');
    assert.equal(await others.innerText(), '300 other pairs');
    assert.equal(await page.locator('.verdict table').count(), 2);
    await others.click();
    await page.locator('.verdict table').nth(2).waitFor();
    assert.equal(await page.locator('.verdict table').nth(2).locator('tbody tr').count(), 300);
  });

  it('stays unfolded through a refresh, with the new figures', async () => {
    const { page, show, state } = await open();
    await show(tested());
    await page.locator('#steps-verdict-0-figures').click();
    await page.locator('.verdict table').first().waitFor();
    const [first] = TESTED_ANSWER.stepAnalytics;
    const stepAnalytics = [{ ...(first as object), clicked: 41 }, ...TESTED_ANSWER.stepAnalytics.slice(1)];
    await show(viewOf({ report: reportFrom({ ...TESTED_ANSWER, stepAnalytics }) }));
    assert.match(await page.locator('.verdict table').first().innerText(), /41 of 1,980 delivered/);
    assert.equal(((await state()) as { folds: Record<string, boolean> }).folds['steps-verdict-0-figures'], true);
  });

  it('stands in subsequences too', async () => {
    const { page, show } = await open();
    const [first, ...others] = ANSWER_WITH_SUBSEQUENCES.subsequences;
    const subsequences = [{ ...first, stepAnalytics: TESTED_ANSWER.stepAnalytics.slice(0, 2) }, ...others];
    await show(viewOf({ report: reportFrom({ ...ANSWER_WITH_SUBSEQUENCES, subsequences }) }));
    assert.deepEqual(await texts(page, '.subsequence .verdict h4'), ['Email 1 Clear winner: B']);
    assert.equal(await page.locator('.steps .verdict').count(), 0);
  });

  it('of the 13th tested step and those after it is shown on request', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: reportFrom(answerWithSteps(60, 2)) }));
    assert.equal(await page.locator('.verdict').count(), 12);
    await page.getByText('Verdicts of 48 more steps').click();
    await page.locator('.verdict').nth(59).waitFor();
    assert.equal(await page.locator('.verdict').count(), 60);
  });
});

describe('Variants in charts', () => {
  const open = useReports();

  it('have the same shape and colour wherever they stand', async () => {
    const { page, show } = await open();
    await show(tested());
    const looks = (chart: string): Promise<string[]> =>
      page.locator(`${chart} .point`).evaluateAll((points) =>
        points.map((point) => {
          const shape = point.getAttribute('d')?.match(/[ML]/g)?.length;
          return `${shape} ${getComputedStyle(point).fill}`;
        }),
      );
    const inCard = await looks('#steps-verdict-1');
    assert.equal(new Set(inCard).size, 3);
    assert.deepEqual((await looks('#steps-clicked')).slice(2, 5), inCard);
  });
});
