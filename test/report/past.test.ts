import assert from 'node:assert/strict';
import { texts } from './support/reading';
import { viewOf } from './support/reports';
import { useReports } from './support/useReports';

const DAYS = [Date.UTC(2025, 5, 15, 12), Date.UTC(2025, 5, 14, 12), Date.UTC(2025, 5, 13, 12)];
const [, , first = 0] = DAYS;

describe('The past in the report', () => {
  const open = useReports();

  it('is not spoken of where there is none', async () => {
    const { page, show } = await open();
    await show(viewOf({ moments: DAYS.slice(0, 1) }));
    assert.equal(await page.locator('#moment').count(), 0);
    assert.equal(await page.locator('.changes, .moment').count(), 0);
  });

  it('says under a heading what changed since the last look, and since when', async () => {
    const { page, show, violations } = await open();
    await show(
      viewOf({ changed: { since: first, sentences: ['Replied: 3 more, 15 now', '<b>Email 1</b>: Leaning B'] } }),
    );
    assert.match((await texts(page, '.changes .heading')).join(), /^Since you last looked .*2025/);
    assert.deepEqual(await texts(page, '.changes li'), ['Replied: 3 more, 15 now', '<b>Email 1</b>: Leaning B']);
    assert.deepEqual(await violations(), []);
  });

  it('offers each moment, the newest first below now, and asks for the one that is chosen', async () => {
    const { page, show, messages, violations } = await open();
    await show(viewOf({ moments: DAYS }));
    const list = page.getByRole('combobox', { name: 'Figures of' });
    assert.equal(await list.inputValue(), '');
    assert.equal((await list.locator('option').allInnerTexts())[0]?.trim(), 'Now');
    await list.selectOption({ index: 3 });
    assert.deepEqual((await messages()).at(-1), { type: 'showMoment', at: first });
    assert.deepEqual(await violations(), []);
  });

  it('says that it is shown instead of now, and leads back', async () => {
    const { page, show, messages, violations } = await open();
    await show(viewOf({ moments: DAYS, moment: first }));
    assert.match((await texts(page, '.moment p')).join(), /^Figures as they were known on .*2025/);
    assert.equal(await page.getByRole('combobox', { name: 'Figures of' }).inputValue(), String(first));
    await page.getByRole('button', { name: 'Back to Now' }).click();
    assert.deepEqual((await messages()).at(-1), { type: 'showMoment', at: null });
    assert.deepEqual(await violations(), []);
  });

  it('is come to by a message that names a section, unfolded and with the focus', async () => {
    const { page, show, send } = await open();
    await show(viewOf());
    await page.locator('#health-toggle').click();
    await send({ type: 'goTo', section: 'health' });
    await page.waitForFunction(() => document.activeElement?.id === 'health-toggle');
    assert.equal(await page.locator('#health-toggle').getAttribute('aria-expanded'), 'true');
  });
});
