import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { PeriodChoice } from '../../src/analytics/period';
import { fullReport, viewOf } from './support/reports';
import { useReports } from './support/useReports';

const JUNE = { from: '2025-06-01', to: '2025-06-30' } as const;
const LAST_30: PeriodChoice = { kind: 'last', days: 30 };

async function fill(page: Page, from: string, to: string): Promise<void> {
  await page.locator('#period').selectOption('other');
  await page.getByLabel('First day').fill(from);
  await page.getByLabel('Last day').fill(to);
}

describe('The period', () => {
  const open = useReports();

  it('is offered as a list, with the chosen one selected', async () => {
    const { page, show } = await open();
    await show(viewOf({ period: LAST_30 }));
    const list = page.getByRole('combobox', { name: 'Period' });
    assert.deepEqual(await list.locator('option').allTextContents(), [
      'All time',
      'Last 7 days',
      'Last 30 days',
      'Last 90 days',
      'This month',
      'Custom…',
    ]);
    assert.equal(await list.locator('option:checked').textContent(), 'Last 30 days');
  });

  for (const [label, period] of [
    ['All time', { kind: 'all' }],
    ['Last 7 days', { kind: 'last', days: 7 }],
    ['Last 90 days', { kind: 'last', days: 90 }],
    ['This month', { kind: 'thisMonth' }],
  ] as const) {
    it(`“${label}” is asked for when it is picked`, async () => {
      const { page, show, messages } = await open();
      await show(viewOf({ period: LAST_30 }));
      await page.locator('#period').selectOption({ label });
      assert.deepEqual((await messages()).slice(1), [{ type: 'selectPeriod', period }]);
    });
  }

  it('that is picked stays selected once it is shown, and goes back where it came to nothing', async () => {
    const { page, show } = await open();
    await show(viewOf());
    await page.locator('#period').selectOption({ label: 'This month' });
    await show(viewOf({ period: { kind: 'thisMonth' }, loading: true }));
    assert.equal(await page.locator('#period option:checked').textContent(), 'This month');
    await page.locator('#period').selectOption({ label: 'Last 7 days' });
    await show(viewOf({ period: { kind: 'thisMonth' } }));
    assert.equal(await page.locator('#period option:checked').textContent(), 'This month');
  });

  it('of one’s own has two fields, and is asked for by Apply', async () => {
    const { page, show, messages, violations } = await open();
    await show(viewOf({ period: LAST_30 }));
    assert.equal(await page.locator('input').count(), 0);
    await fill(page, '2024-02-29', '2024-03-15');
    assert.deepEqual(await messages(), [{ type: 'ready' }], 'nothing is asked for before');
    await page.getByRole('button', { name: 'Apply' }).click();
    const period: PeriodChoice = { kind: 'custom', from: '2024-02-29', to: '2024-03-15' };
    assert.deepEqual((await messages()).slice(1), [{ type: 'selectPeriod', period }]);
    assert.equal(await page.locator('input').count(), 0);
    await show(viewOf({ period }));
    assert.equal(await page.locator('#period option:checked').textContent(), 'Feb 29, 2024 – Mar 15, 2024');
    await page.locator('#period').selectOption({ label: 'Custom…' });
    assert.equal(await page.getByLabel('First day').inputValue(), '2024-02-29', 'they begin where they were');
    assert.deepEqual(await violations(), []);
  });

  for (const [what, from, to, sentence, field] of [
    ['no first day', '', '2025-06-30', 'The first day is not a day of the calendar.', 'period-from'],
    ['no last day', '2025-06-01', '', 'The last day is not a day of the calendar.', 'period-to'],
    ['the first after the last', '2025-07-01', '2025-06-30', 'The first day is after the last.', 'period-from'],
  ] as const) {
    it(`with ${what} is not asked for: it says why, and leads to the field`, async () => {
      const { page, show, messages } = await open();
      await show(viewOf());
      await fill(page, from, to);
      await page.getByRole('button', { name: 'Apply' }).click();
      assert.equal(await page.getByRole('alert').innerText(), sentence);
      assert.equal(await page.evaluate(() => document.activeElement?.id), field);
      assert.equal(await page.locator(`#${field}`).getAttribute('aria-invalid'), 'true');
      assert.equal(await page.locator(`#${field}`).getAttribute('aria-describedby'), 'period-problem');
      assert.deepEqual(await messages(), [{ type: 'ready' }]);
      await fill(page, '2025-06-01', '2025-06-30');
      await page.getByRole('button', { name: 'Apply' }).click();
      assert.equal((await messages()).length, 2);
    });
  }

  it('can be set with the keyboard alone, and given up with Escape', async () => {
    const { page, show, messages } = await open();
    await show(viewOf());
    await page.locator('#period').selectOption('other');
    await page.locator('#period').focus();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'period-from');
    await page.keyboard.type('06012025');
    await page.locator('#period-to').focus();
    await page.keyboard.type('06302025');
    await page.keyboard.press('Enter');
    assert.deepEqual((await messages()).at(-1), { type: 'selectPeriod', period: { kind: 'custom', ...JUNE } });
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'period');
    // The list is closed: a key changes it at once.
    await page.keyboard.press('ArrowDown');
    assert.deepEqual((await messages()).at(-1), { type: 'selectPeriod', period: { kind: 'last', days: 7 } });
    await page.locator('#period').selectOption('other');
    await page.locator('#period-from').focus();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('input').count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'period');
    assert.equal(await page.locator('#period option:checked').textContent(), 'All time');
  });

  it('that is being written survives a refresh', async () => {
    const { page, show } = await open();
    await show(viewOf());
    await fill(page, '2025-06-01', '2025-06-30');
    await show(viewOf({ loading: true }));
    assert.equal(await page.getByLabel('First day').inputValue(), '2025-06-01');
  });

  it('is not offered for the sample', async () => {
    const { page, show } = await open();
    await show(viewOf({ sample: true }));
    assert.equal(await page.locator('select').count(), 0);
  });
});

describe('The days of the figures', () => {
  const open = useReports();

  it('stand beside them, unless they are all', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport(30, JUNE), period: LAST_30 }));
    assert.equal(await page.locator('.days').innerText(), 'Jun 1, 2025 – Jun 30, 2025');
    assert.equal(await page.locator('.lead-status .heading p').innerText(), '500 leads, as they are now');
    await show(viewOf());
    assert.equal(await page.locator('.days').count(), 0);
    assert.equal(await page.locator('.lead-status .heading p').innerText(), '500 leads');
  });

  it('stay those of the figures where another period could not be loaded', async () => {
    const { page, show } = await open();
    const problem = { message: 'SendKit cannot be reached.', remedy: 'refresh' } as const;
    await show(viewOf({ report: fullReport(30, JUNE), period: { kind: 'last', days: 7 }, problem }));
    assert.equal(await page.locator('.days').innerText(), 'Jun 1, 2025 – Jun 30, 2025');
    await show(viewOf({ period: { kind: 'last', days: 7 }, problem }));
    assert.equal(await page.locator('.days').innerText(), 'All time');
  });
});

describe('The workspace', () => {
  const open = useReports();

  it('is named where there are several, also before there are figures', async () => {
    const { page, show } = await open();
    await show(viewOf({ workspace: 'Growth' }));
    assert.equal(await page.locator('.facts li').first().innerText(), 'Workspace Growth');
    await show(viewOf({ workspace: 'Growth', report: null, loading: true }));
    assert.deepEqual(await page.locator('.facts li').allInnerTexts(), ['Workspace Growth']);
  });
});
