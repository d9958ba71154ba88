import assert from 'node:assert/strict';
import { ALL_TIME } from '../../../src/analytics/period';
import { comparisonOf } from '../../../src/analytics/comparison';
import { unfold } from '../../report/support/reading';
import { viewOf } from '../../report/support/reports';
import { useReports } from '../../report/support/useReports';
import { CAMPAIGN_IDS } from '../../sandbox/data/ids';
import { sandboxAnswers, type CampaignBodies } from '../support/answers';
import { withLeaves } from '../support/leaves';
import { misleadingIn } from '../support/misleading';
import { filesOfCampaign, reportOfBodies } from '../support/surfaces';
import { watch, type Watch } from '../support/watch';
import { times, tried } from '../tried';
import { hostileInRound, ROUNDS } from './rounds';

const shown = tried('hostile texts in every field of a report in a browser: nothing runs, loads, leads or misleads');

describe('A page of hostile text', function () {
  const open = useReports();
  let rich: CampaignBodies;
  let watched: Watch | undefined;

  before(async () => {
    const { campaigns } = await sandboxAnswers();
    const found = campaigns.find(({ id }) => id === CAMPAIGN_IDS.subsequencesAndVariants);
    assert.ok(found, 'it is among the answers');
    rich = found;
  });

  const openWatched = () =>
    open({
      prepare: async (page) => {
        watched = await watch(page);
      },
    });

  const hostileReport = (round: number) => {
    const { id, ...bodies } = rich;
    const hostile = Object.entries(bodies).map(([name, body]) => [name, withLeaves(body, hostileInRound(round))]);
    return reportOfBodies({ id, ...Object.fromEntries(hostile) } as CampaignBodies);
  };

  it('in the report and in a comparison does nothing but stand there', async function () {
    this.timeout(10 * 60_000);
    const { page, show, send, violations } = await openWatched();
    for (let round = 0; round < times(ROUNDS, 4); round++) {
      await shown.that(async () => {
        const report = hostileReport(round);
        const { name, status } = report.campaign;
        const problem = { message: name, remedy: 'refresh' } as const;
        await show(viewOf({ report, name, workspace: status, problem }));
        await unfold(page);
        assert.equal(
          await page.locator('main :is(img, script, iframe, form, object, embed, style, link, a[href])').count(),
          0,
        );
        for (const chart of ['bar-chart', 'trend-chart']) await page.locator(chart).first().hover();
        assert.deepEqual(await misleadingIn(page), []);
      });
      await shown.that(async () => {
        const subjects = [hostileReport(round), { ...hostileReport(round + 1), period: { from: '2025-08-01' } }];
        const workspace = { id: 'w1', name: subjects[0]?.campaign.name ?? null };
        const compared = ['a', 'b'].map((id) => ({ id, choice: ALL_TIME, workspace }));
        const comparison = comparisonOf(subjects, 'delivered', null);
        const view = { locale: 'en', strings: null, compared, loading: false, comparison, fetchedAt: 0, problem: null };
        await send({ type: 'showComparison', view });
        await page.locator('h1').waitFor();
        await unfold(page);
        assert.deepEqual(await misleadingIn(page), []);
      });
    }
    assert.deepEqual(watched?.harm, []);
    assert.deepEqual(await violations(), []);
  });

  it('that was exported does nothing but stand there, even in a browser that lets it do everything', async function () {
    this.timeout(10 * 60_000);
    const { page } = await openWatched();
    await page.goto('about:blank'); // which has no policy
    for (let round = 0; round < times(ROUNDS, 4); round++) {
      for (const { kind, text } of filesOfCampaign(hostileReport(round))) {
        if (kind !== 'html' && kind !== 'svg') continue;
        await shown.that(async () => {
          await page.setContent(text);
          assert.equal(await page.locator(':is(img, script, iframe, form, object, embed, link, a[href])').count(), 0);
          assert.deepEqual(await misleadingIn(page), []);
          assert.deepEqual(watched?.harm, []);
        });
      }
    }
  });
});
