import assert from 'node:assert/strict';
import { comparisonOf, type ComparisonSubject } from '../../src/analytics/comparison';
import { aloneSentence, comparisonSentence, priorSentence } from '../../src/analytics/comparisonWords';
import { formatFor } from '../../src/analytics/format';
import { ALL_TIME } from '../../src/analytics/period';
import { rate } from '../../src/analytics/rate';
import type { ComparisonView } from '../../src/report/protocol';
import { anAnswer } from '../unit/builders';
import { cells, texts, unfold } from './support/reading';
import { FETCHED_AT } from './support/reports';
import { useReports } from './support/useReports';
import { THEMES, type ThemeName } from './themes';

const format = formatFor('en');

const subject = (name: string, sent: number, replied: number): ComparisonSubject => {
  const answer = anAnswer()
    .campaign({ name })
    .stats({ sent, delivered: sent, opened: replied * 2, clicked: replied, replied, bounced: 0, unsubscribed: 0 });
  const { campaign, period, figures, positiveReplied } = answer.report('delivered', name);
  return { campaign, period, figures, positiveReplied };
};

const SUBJECTS = [subject('Founders', 4000, 160), subject('Tiny', 10, 2), subject('Agencies', 2000, 160)];
const comparison = comparisonOf(SUBJECTS, 'delivered', rate(480, 12_000, 'delivered'));

const view = (change: Partial<ComparisonView> = {}): ComparisonView => ({
  locale: 'en',
  strings: null,
  compared: SUBJECTS.map(({ campaign }) => ({ id: campaign.id, choice: ALL_TIME, workspace: null })),
  loading: false,
  comparison,
  fetchedAt: FETCHED_AT,
  problem: null,
  ...change,
});

describe('A comparison on the page', () => {
  const open = useReports();
  const opened = async (change: Partial<ComparisonView> = {}) => {
    const report = await open();
    await report.send({ type: 'showComparison', view: view(change) });
    return report;
  };

  it('says first which differences are more than noise, and how the order came about', async () => {
    const { page, violations } = await opened();
    assert.deepEqual(await texts(page, '.summary'), [comparisonSentence(comparison, format)]);
    assert.ok(comparison.prior);
    const [order] = await texts(page, '.subjects .sentence');
    assert.equal(order, priorSentence(comparison.prior, format));
    assert.deepEqual(await violations(), []);
  });

  it('has small campaigns where their few mails put them, not where their raw rate would', async () => {
    const { page } = await opened();
    const rows = await cells(page, '.subjects table');
    assert.deepEqual(
      rows.map(([name]) => name?.split(' ')[0]),
      ['Agencies', 'Tiny', 'Founders'],
    );
    assert.ok(rows[1]?.some((cell) => cell.includes('20.0%')));
  });

  it('has every rate of every campaign, and every difference with its interval and what it can bear', async () => {
    const { page } = await opened();
    await unfold(page);
    for (const { name, pairs } of comparison.rates) {
      const tables = page.locator(`.rate-${name} table`);
      assert.equal(await tables.count(), 2, name);
      const text = (await page.locator(`.rate-${name}`).innerText()).replace(/\s+/g, ' ');
      assert.match(text, /more than noise|may be noise/);
      assert.match(text, /95% interval/);
      assert.equal(pairs.length, 3);
    }
  });

  it('says below the differences how an interval can leave out 0 and the difference be noise', async () => {
    const close = comparisonOf(
      [subject('A', 1000, 20), subject('B', 1000, 35), subject('C', 1000, 22)],
      'delivered',
      null,
    );
    const { page } = await opened({ comparison: close });
    const [replied] = close.rates;
    assert.ok(replied);
    const expected = aloneSentence(replied, close, format);
    assert.ok(expected);
    assert.deepEqual(await texts(page, '.rate-replied .sentence'), [expected]);
    assert.deepEqual(await texts(page, '.rate-bounced .sentence'), []);
  });

  it('keeps what it is of, so that the panel can be restored', async () => {
    const { state } = await opened();
    assert.deepEqual(((await state()) as { comparison: unknown }).comparison, view().compared);
  });

  it('asks for another period of all of them, and offers none for two periods of one', async () => {
    const { page, messages } = await opened();
    await page.locator('period-picker select').selectOption({ label: 'Last 30 days' });
    assert.deepEqual((await messages()).at(-1), { type: 'selectPeriod', period: { kind: 'last', days: 30 } });
    const one = SUBJECTS[0]?.campaign.id ?? '';
    const periods = [1, 2].map(() => ({ id: one, choice: ALL_TIME, workspace: null }));
    const again = await opened({ compared: periods });
    assert.equal(await again.page.locator('period-picker').count(), 0);
  });

  it('says what went wrong, and keeps what was read before', async () => {
    const { page, messages } = await opened({ problem: { message: 'The key was refused.', remedy: 'setApiKey' } });
    assert.match(await page.locator('.problem').innerText(), /The key was refused\./);
    await page.locator('#remedy').click();
    assert.deepEqual((await messages()).at(-1), { type: 'setApiKey' });
    assert.equal((await texts(page, '.summary')).length, 1);
  });

  it('shows hostile names as text', async () => {
    const name = '"><img src=x onerror=alert(1)> [x](command:evil)';
    const hostile = comparisonOf([subject(name, 100, 3), subject('b', 100, 4)], 'delivered', null);
    const { page, violations } = await opened({ comparison: hostile });
    assert.ok((await page.locator('.subjects').innerText()).includes(name));
    assert.equal(await page.locator('img').count(), 0);
    assert.deepEqual(await violations(), []);
  });

  for (const theme of Object.keys(THEMES) as ThemeName[]) {
    it(`fits into 320 pixels in ${theme}`, async () => {
      const { page, setTheme } = await open({ width: 320 }).then(async (report) => {
        await report.send({ type: 'showComparison', view: view() });
        return report;
      });
      await setTheme(theme);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    });
  }
});
