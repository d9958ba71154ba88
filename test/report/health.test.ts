import assert from 'node:assert/strict';
import { texts } from './support/reading';
import { DRAFT_ANSWER, HOSTILE_ANSWER, reportFrom, SEED_ANSWER, TESTED_ANSWER, viewOf } from './support/reports';
import { useReports } from './support/useReports';

describe('The health of a campaign', () => {
  const open = useReports();

  it('is each signal’s level in a word, its rate with fraction and interval, the line and the steps at fault', async () => {
    const { page, show, violations } = await open();
    await show(viewOf({ report: reportFrom(TESTED_ANSWER) }));
    assert.deepEqual(await texts(page, '.health .heading'), ['Health Bounce rate warning']);
    assert.deepEqual(await texts(page, '.signal'), [
      'Bounce rate 2.7% warning At or above the warning line of 2%. By itself, too: Email 2 (9.5%). ' +
        '250 of 9,200 sent 95% interval 2.4%–3.1%',
      'Unsubscribe rate 0.4% healthy 40 of 8,950 delivered 95% interval 0.3%–0.6%',
      'Delivery rate 97.3% healthy 8,950 of 9,200 sent 95% interval 96.9%–97.6%',
    ]);
    assert.deepEqual(await violations(), []);
  });

  it('is critical where the interval has passed the line, too', async () => {
    const { page, show } = await open();
    const stats = { ...TESTED_ANSWER.stats, delivered: 8_000, bounced: 1_200, unsubscribed: 200 };
    await show(viewOf({ report: reportFrom({ ...TESTED_ANSWER, stats }) }));
    const signals = await texts(page, '.signal');
    assert.match(signals[0] ?? '', /13\.0% critical Above the critical line of 5%, by its interval too\./);
    assert.match(signals[1] ?? '', /2\.5% critical Above the critical line of 1%, by its interval too\./);
    assert.match(signals[2] ?? '', /87\.0% critical Below the critical line of 90%, by its interval too\./);
  });

  it('tells levels apart by shape as well as by colour and word', async () => {
    const { page, show } = await open();
    const masks = new Set<string>();
    for (const [bounced, sent] of [
      [100, 9_200],
      [250, 9_200],
      [1_200, 9_200],
      [1, 20],
    ] as const) {
      const stats = { ...TESTED_ANSWER.stats, sent, bounced, delivered: sent - bounced };
      await show(viewOf({ report: reportFrom({ ...TESTED_ANSWER, stats }) }));
      const icon = page.locator('.signal .icon').first();
      masks.add(await icon.evaluate((element) => getComputedStyle(element).maskImage));
    }
    assert.equal(masks.size, 4);
  });

  it('says that spam complaints are not to be had, and never that there are none', async () => {
    const { page, show } = await open();
    await show(viewOf());
    assert.equal(await page.locator('.health .sentence').innerText(), 'Spam complaints are not in SendKit’s API.');
    assert.doesNotMatch(await page.locator('.report').innerText(), /complaints\W+\d/);
  });

  it('has no level where a rate is unknown', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: reportFrom(HOSTILE_ANSWER) }));
    assert.match((await texts(page, '.signal'))[1] ?? '', /^Unsubscribe rate — — of 9 delivered$/);
  });

  it('is not spoken of before the first mail, nor where nothing is known', async () => {
    const { page, show } = await open();
    for (const answer of [DRAFT_ANSWER, { ...SEED_ANSWER, stats: {} }]) {
      await show(viewOf({ report: reportFrom(answer) }));
      assert.equal(await page.locator('.health').count(), 0);
    }
  });

  it('names the worst steps and counts the others', async () => {
    const { page, show } = await open();
    const stepAnalytics = Array.from({ length: 9 }, (_, step) => ({
      _id: { sequenceStep: step, variant: null },
      sent: 1_000,
      opened: 1,
      clicked: 1,
      bounced: 100 + step,
    }));
    await show(viewOf({ report: reportFrom({ ...TESTED_ANSWER, stepAnalytics }) }));
    assert.match(
      (await texts(page, '.signal'))[0] ?? '',
      /By itself, too: Email 9 \(10\.8%\), .*Email 5 \(10\.4%\) and 4 more\./,
    );
  });
});
