import assert from 'node:assert/strict';
import { texts } from './support/reading';
import {
  ANSWER_WITH_SUBSEQUENCES,
  fullReport,
  reportFrom,
  SEED_ANSWER,
  SEED_DETAIL,
  UNTRACKED_ANSWER,
  UNTRACKED_DETAIL,
  viewOf,
} from './support/reports';
import { useReports } from './support/useReports';

const [SUBSEQUENCE] = ANSWER_WITH_SUBSEQUENCES.subsequences;

describe('Positive replies', () => {
  const open = useReports();

  it('stand beside the replies, in the tile, the funnel and its table', async () => {
    const { page, show } = await open({ width: 1200 });
    await show(viewOf({ report: fullReport() }));
    assert.match((await texts(page, '.tile-replied'))[0] ?? '', / of which 7 positive \(4\.0% of delivered\) /);
    await page.locator('#funnel-chart-4').focus();
    assert.match(await page.locator('[role=status]').innerText(), /of which 7 positive/);
    assert.match(
      (await texts(page, '.funnel tbody tr')).at(-1) ?? '',
      /^Positive replies 7 4\.0% 3\.9% of sent 7 of 174 delivered/,
    );
    assert.equal(await page.locator('.tile').count(), 8);
  });

  it('are not spoken of where SendKit does not count them', async () => {
    const { page, show } = await open();
    await show(viewOf());
    assert.doesNotMatch(await page.locator('main').innerText(), /positive/i);
  });
});

describe('The steps’ own names', () => {
  const open = useReports();

  it('stand with their subjects in the table, and not in the charts’ labels', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: reportFrom(SEED_ANSWER, { detail: SEED_DETAIL }) }));
    assert.deepEqual(await texts(page, '.steps tbody th'), [
      'Email 1 · First sequence step 0 A question about {{company}}',
      'Email 2 · Second sequence step 2 Re: A question about {{company}}',
    ]);
    assert.deepEqual(await page.locator('#steps-opened .label').allTextContents(), ['Email 1', 'Email 2']);
  });
});

describe('What is not tracked', () => {
  const open = useReports();

  it('says so instead of a number, and is left out of the charts with a sentence', async () => {
    const { page, show } = await open({ width: 1200 });
    await show(viewOf({ report: reportFrom(UNTRACKED_ANSWER, { detail: UNTRACKED_DETAIL }) }));
    assert.deepEqual(await texts(page, '.tile-opened, .tile-click-to-open'), [
      'Opened not tracked',
      'Click-to-open not tracked',
    ]);
    assert.deepEqual(await page.locator('#funnel-chart .label').allTextContents(), [
      'Sent',
      'Delivered',
      'Clicked',
      'Replied',
    ]);
    assert.match((await texts(page, '.funnel tbody tr'))[2] ?? '', /^Opened not tracked$/);
    assert.deepEqual(await texts(page, '.steps h3'), ['Click rate of delivered', 'Bounce rate of sent']);
    assert.match((await texts(page, '.steps tbody tr'))[0] ?? '', /97\.0% [\d.%–]+ not tracked 12 /);
    for (const place of ['.funnel .sentence', '.steps .panels + .sentence']) {
      assert.equal(await page.locator(place).innerText(), 'Opens are not tracked in this campaign.');
    }
  });

  it('is named together where nobody counts opens or clicks', async () => {
    const { page, show } = await open();
    const answer = {
      ...UNTRACKED_ANSWER,
      stats: { ...UNTRACKED_ANSWER.stats, clicked: 0 },
      stepAnalytics: UNTRACKED_ANSWER.stepAnalytics.map((row) => ({ ...row, clicked: 0 })),
    };
    await show(viewOf({ report: reportFrom(answer, { detail: { ...UNTRACKED_DETAIL, trackClicks: false } }) }));
    const sentence = await page.locator('.funnel .sentence').innerText();
    assert.equal(sentence, 'Opens and clicks are not tracked in this campaign.');
    assert.deepEqual(await texts(page, '.steps h3'), ['Bounce rate of sent']);
  });

  it('is nothing to speak of where all is tracked', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport() }));
    assert.doesNotMatch(await page.locator('main').innerText(), /not tracked/);
  });
});

describe('Subsequences', () => {
  const open = useReports();

  it('are not there where a campaign has none', async () => {
    const { page, show } = await open();
    await show(viewOf());
    assert.equal(await page.locator('.subsequences').count(), 0);
    assert.deepEqual(await texts(page, '.steps .heading'), ['Steps']);
  });

  it('stand after the steps of the main sequence, each with its facts, figures and own steps', async () => {
    const { page, show, violations } = await open();
    await show(viewOf({ report: fullReport() }));
    assert.deepEqual(await texts(page, '.steps .heading'), ['Steps of the main sequence']);
    assert.deepEqual(await texts(page, '.steps + .subsequences > .heading'), ['Subsequences']);
    assert.deepEqual(await texts(page, '.subsequence > h3'), ['Book a call', 'Not now']);
    assert.deepEqual(await texts(page, '.subsequence .facts'), [
      'enters on the tag “interested” enabled 22 leads entered 9 in it now',
      'enters on the tag “later” archived 4 leads entered',
    ]);
    assert.deepEqual(await texts(page, '.subsequence:nth-of-type(1) tr'), [
      'Email Sent Delivered Opened Clicked Replied Bounced',
      'Email 1 sequence step 0 20 19 95.0% 76.4%–99.1% 14 73.7% 51.2%–88.2% 5 26.3% 11.8%–48.8% — 1 5.0% 0.9%–23.6%',
      'Email 2 sequence step 1 10 10 100.0% 72.2%–100.0% 6 60.0% 31.3%–83.2% 1 10.0% 1.8%–40.4% — 0 0.0% 0.0%–27.8%',
      'Whole subsequence 30 29 96.7% 83.3%–99.4% 20 69.0% 50.8%–82.7% 6 20.7% 9.8%–38.4% 3 10.3% 3.6%–26.4% 1 3.3% 0.6%–16.7%',
    ]);
    assert.deepEqual(await page.locator('#subsequence-0-opened .label').allTextContents(), ['Email 1', 'Email 2']);
    assert.deepEqual(await texts(page, '.subsequence .empty'), ['No step has been sent yet.']);
    assert.deepEqual(await violations(), []);
  });

  it('never mix with the main sequence: its charts and table have its own steps alone', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport() }));
    assert.equal(await page.locator('#steps-opened [role=option]').count(), 2);
    assert.match((await texts(page, '.steps tbody tr'))[0] ?? '', /^Email 1 · First .* 100 97/);
  });

  it('have totals beside those of the main sequence where SendKit tells them apart', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport() }));
    assert.deepEqual(await texts(page, '#subsequences-body > table tr'), [
      'Sequence Sent Delivered Opened Clicked Bounced',
      'Main sequence 150 145 96.7% 92.4%–98.6% 72 49.7% 41.6%–57.7% 18 12.4% 8.0%–18.8% 5 3.3% 1.4%–7.6%',
      'All subsequences 30 29 96.7% 83.3%–99.4% 20 69.0% 50.8%–82.7% 6 20.7% 9.8%–38.4% 1 3.3% 0.6%–16.7%',
    ]);
    await show(viewOf({ report: reportFrom({ ...ANSWER_WITH_SUBSEQUENCES, bySequence: undefined }) }));
    assert.equal(await page.locator('#subsequences-body > table').count(), 0);
    assert.equal(await page.locator('.subsequence').count(), 2);
  });

  it('without a name, a tag or figures are still there', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: reportFrom({ ...SEED_ANSWER, subsequences: [{}] }) }));
    assert.deepEqual(await texts(page, '.subsequence'), ['Subsequence without a name No step has been sent yet.']);
  });

  it('are told to be more than are shown', async () => {
    const { page, show } = await open();
    const subsequences = Array.from({ length: 40 }, (_, index) => ({ ...SUBSEQUENCE, id: `s${index}` }));
    await show(viewOf({ report: reportFrom({ ...SEED_ANSWER, subsequences }) }));
    assert.equal(await page.locator('.subsequence').count(), 30);
    assert.deepEqual(await texts(page, '#subsequences-body > .empty'), ['The first 30 of 40 subsequences are shown.']);
  });
});
