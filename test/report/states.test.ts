import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { ReportView } from '../../src/report/protocol';
import { DRAFT_ANSWER, FETCHED_AT, reportFrom, viewOf } from './support/reports';
import { useReports } from './support/useReports';

const offline = {
  message: 'SendKit cannot be reached (ECONNREFUSED). Check the connection and “sendkit.apiBaseUrl”.',
  remedy: 'refresh',
} as const;

describe('The report page', () => {
  const open = useReports();

  it('says that it is ready, once, with a skeleton drawn and no data', async () => {
    const { page, messages } = await open();
    assert.deepEqual(await messages(), [{ type: 'ready' }]);
    assert.equal(await page.locator('main').getAttribute('aria-busy'), 'true');
    assert.equal(await page.locator('.skeleton-body').isVisible(), true);
    assert.equal(await page.locator('main').innerText(), '');
  });

  it('loading for the first time shows name, progress and Cancel above the skeleton', async () => {
    const { page, show, messages } = await open();
    await show(viewOf({ report: null, loading: true }));
    assert.equal(await page.locator('h1').innerText(), 'Q1 Outreach Campaign');
    assert.equal(await page.getByRole('progressbar', { name: 'Loading' }).count(), 1);
    assert.equal(await page.locator('main').getAttribute('aria-busy'), 'true');
    assert.equal(await page.locator('.skeleton-body').isVisible(), true);
    assert.equal(await page.getByRole('button', { name: 'Refresh' }).count(), 0);
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.deepEqual(await messages(), [{ type: 'ready' }, { type: 'cancel' }]);
  });

  it('says no more of a problem while it is tried again, and no longer that all is up to date once there is one', async () => {
    const { page, show } = await open();
    await show(viewOf({ loading: true }));
    await show(viewOf());
    assert.equal(await page.locator('[role=status]').innerText(), 'The figures are up to date.');
    await show(viewOf({ problem: offline }));
    assert.equal(await page.getByRole('alert').count(), 1);
    assert.equal(await page.locator('[role=status]').innerText(), '');
    await show(viewOf({ problem: offline, loading: true }));
    assert.equal(await page.getByRole('alert').count(), 0);
    assert.equal(await page.getByRole('button', { name: 'Cancel' }).count(), 1);
  });

  it('replaces the skeleton with the first report', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: null, loading: true }));
    await show(viewOf());
    assert.equal(await page.locator('.skeleton-body').count(), 0);
    assert.equal(await page.locator('main').getAttribute('aria-busy'), 'false');
    assert.equal(await page.getByRole('progressbar').count(), 0);
    assert.equal(await page.locator('[role=status]').innerText(), 'The figures are up to date.');
  });

  it('refreshes on request, and shows the figures meanwhile', async () => {
    const { page, show, messages } = await open();
    await show(viewOf());
    await page.getByRole('button', { name: 'Refresh' }).click();
    assert.deepEqual(await messages(), [{ type: 'ready' }, { type: 'refresh' }]);
    await show(viewOf({ loading: true }));
    assert.equal(await page.locator('.tile').count(), 8);
    assert.equal(await page.locator('main').getAttribute('aria-busy'), 'false');
    assert.equal(await page.getByRole('button', { name: 'Cancel' }).count(), 1);
  });

  it('does not take the second click of a double click for a cancel', async () => {
    const { page, show, messages } = await open();
    await show(viewOf());
    await page.locator('#refresh').dblclick();
    assert.deepEqual(await messages(), [{ type: 'ready' }, { type: 'refresh' }]);
  });

  it('with a problem keeps the last good figures and says of when they are', async () => {
    const { page, show, messages } = await open();
    await show(viewOf({ fetchedAt: FETCHED_AT }));
    await show(viewOf({ loading: true }));
    await show(viewOf({ problem: offline }));
    const alert = page.getByRole('alert');
    assert.match(
      await alert.innerText(),
      /SendKit cannot be reached \(ECONNREFUSED\)\. Check the connection and “sendkit/,
    );
    assert.match(await alert.innerText(), /Figures of Jul 1, 2025, 9:30 AM/);
    assert.match(await page.locator('.tile-opened').innerText(), /72/);
    await page.getByRole('button', { name: 'Try Again' }).click();
    await page.getByRole('button', { name: 'Show Log' }).click();
    assert.deepEqual(await messages(), [{ type: 'ready' }, { type: 'refresh' }, { type: 'showLog' }]);
  });

  it('with a problem and no figures shows the problem and nothing else', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: null, problem: offline }));
    assert.equal(await page.locator('.report, .skeleton-body, .empty').count(), 0);
    assert.doesNotMatch(await page.getByRole('alert').innerText(), /Figures of/);
  });

  for (const [remedy, label] of [
    ['setApiKey', 'Set API Key'],
    ['selectWorkspace', 'Select Workspace'],
    ['openBaseUrlSetting', 'Open Setting'],
    ['refresh', 'Try Again'],
  ] as const) {
    it(`offers “${label}” where that helps`, async () => {
      const { page, show, messages } = await open();
      await show(viewOf({ report: null, problem: { message: 'It did not work.', remedy } }));
      await page.getByRole('button', { name: label }).click();
      assert.deepEqual((await messages()).at(-1), { type: remedy });
    });
  }

  it('forgets the problem once it is over', async () => {
    const { page, show } = await open();
    await show(viewOf({ problem: offline }));
    await show(viewOf());
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  it('marks the sample as one, and offers no refresh of it', async () => {
    const { page, show } = await open();
    await show(viewOf({ sample: true }));
    assert.equal(await page.locator('.sample').innerText(), 'Sample data: the example of SendKit’s documentation');
    assert.equal(await page.getByRole('button', { name: 'Refresh' }).count(), 0);
    assert.deepEqual(await page.locator('.facts li').allInnerTexts(), ['Started Jun 15, 2025']);
  });

  it('draws the figures first, and what stands below them once they are painted', async () => {
    const { page, show, send } = await open();
    assert.deepEqual(await drawnAtOnce(page, viewOf()), { tiles: 8, charts: 0, busy: 'true' });
    await page.locator('main[aria-busy=false] bar-chart svg').first().waitFor();
    assert.deepEqual(await drawnAtOnce(page, viewOf()), { tiles: 8, charts: 5, busy: 'false' }, 'only the first time');
    await show(viewOf({ report: null, loading: true }));
    await send({ type: 'show', view: viewOf() });
    assert.equal(await page.locator('bar-chart').count(), 5);
  });

  it('draws the last view where two come before anything is painted', async () => {
    const { page } = await open();
    await drawnAtOnce(page, viewOf());
    await drawnAtOnce(page, viewOf({ report: reportFrom(DRAFT_ANSWER) }));
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    assert.equal(await page.locator('h1').innerText(), 'Autumn product launch');
    assert.equal(await page.locator('main').getAttribute('aria-busy'), 'false');
  });

  it('draws all of it at once for a reader who was further down', async () => {
    for (const state of [{ scroll: 300 }, { focus: 'steps-toggle' }]) {
      const { page } = await open({ state });
      assert.deepEqual(await drawnAtOnce(page, viewOf()), { tiles: 8, charts: 5, busy: 'false' });
    }
  });

  it('needs no answer to “ready” where a view has been drawn before it came', async () => {
    const { page, send } = await open();
    const answer = { type: 'show', view: viewOf(), unlessShown: true };
    await send(answer);
    assert.equal(await page.locator('h1').innerText(), 'Q1 Outreach Campaign');
    await send({ type: 'show', view: viewOf({ report: reportFrom(DRAFT_ANSWER) }) });
    await send(answer);
    assert.equal(await page.locator('h1').innerText(), 'Autumn product launch');
  });

  it('draws each view in place of the one before', async () => {
    const { page, show } = await open();
    await show(viewOf());
    await show(viewOf({ report: reportFrom(DRAFT_ANSWER) }));
    assert.deepEqual(await page.locator('h1').allInnerTexts(), ['Autumn product launch']);
    assert.equal(await page.locator('.tile').count(), 8);
    assert.equal(await page.locator('bar-chart').count(), 0);
  });

  it('also runs in a plain browser, without VS Code', async () => {
    const { page, show, violations } = await open();
    await page.addInitScript(() => Object.assign(window, { acquireVsCodeApi: undefined }));
    await page.reload();
    await show(viewOf());
    assert.equal(await page.locator('.tile').count(), 8);
    assert.deepEqual(await violations(), []);
  });
});

describe('A message that is not one', () => {
  const open = useReports();
  const view = viewOf();

  for (const [what, message] of [
    ['nothing', null],
    ['a word', 'show'],
    ['another type', { type: 'hide', view }],
    ['no view', { type: 'show' }],
    ['a view without a name', { type: 'show', view: { ...view, name: undefined } }],
    ['a count that is text', { type: 'show', view: { ...view, fetchedAt: '<b>now</b>' } }],
    [
      'a remedy that is a command',
      { type: 'show', view: { ...view, problem: { message: 'x', remedy: 'workbench.action.quit' } } },
    ],
    ['a report of another shape', { type: 'show', view: { ...view, report: { campaign: { name: 'Evil' } } } }],
    ['an endless count', { type: 'show', view: { ...view, fetchedAt: Infinity } }],
  ] as const) {
    it(`changes nothing: ${what}`, async () => {
      const { page, show, send, violations } = await open();
      await show(view);
      const before = await page.locator('main').innerText();
      await send(message);
      assert.equal(await page.locator('main').innerText(), before);
      assert.deepEqual(await violations(), []);
    });
  }
});

/** Sends a view, and looks at the page in the moment in which it has got it. */
function drawnAtOnce(page: Page, view: ReportView): Promise<{ tiles: number; charts: number; busy: string | null }> {
  return page.evaluate(
    (data) =>
      new Promise((resolve) => {
        const look = (): void =>
          resolve({
            tiles: document.querySelectorAll('.tile').length,
            charts: document.querySelectorAll('bar-chart').length,
            busy: document.querySelector('main')?.getAttribute('aria-busy') ?? null,
          });
        window.addEventListener('message', look, { once: true });
        window.postMessage(data, '*');
      }),
    { type: 'show', view },
  );
}
