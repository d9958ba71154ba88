import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { comparisonOf } from '../../src/analytics/comparison';
import { ALL_TIME } from '../../src/analytics/period';
import { rate } from '../../src/analytics/rate';
import type { CampaignReport } from '../../src/analytics/report';
import type { ComparisonView } from '../../src/report/protocol';
import { pseudoLanguage } from '../harness/pseudoLanguage';
import { english, LANGUAGES, translated, type Strings } from '../unit/languages/bundles';
import { SAME_IN_ENGLISH } from '../unit/languages/sameInEnglish';
import { allTexts, clipped, cutOff, overlaps } from './support/drawnTexts';
import { texts, unfold } from './support/reading';
import {
  DRAFT_ANSWER,
  FETCHED_AT,
  fullReport,
  reportFrom,
  SEED_DETAIL,
  TESTED_ANSWER,
  viewOf,
} from './support/reports';
import { useReports } from './support/useReports';

const everyVerdict = (): CampaignReport => reportFrom(TESTED_ANSWER, { detail: SEED_DETAIL });
const everySection = (): CampaignReport => ({
  ...fullReport(90),
  steps: everyVerdict().steps,
  health: everyVerdict().health,
});

const REPORTS: Readonly<Record<string, () => CampaignReport>> = {
  'with every section': () => fullReport(90),
  'with every verdict': everyVerdict,
  'that has not begun': () => reportFrom(DRAFT_ANSWER),
};
const WIDTHS = [320, 400, 900];

/** What the answers say, which is in no language of ours. */
const DATA =
  /Q1 Outreach Campaign|Autumn product launch|Growth|First|Second|Book a call|Not now|interested|later|(Re: )?A question about \{\{company\}\}/g;

const comparisonView = (strings: Strings): ComparisonView => {
  const subjects = [fullReport(90), everyVerdict()].map((report, index) => ({
    ...report,
    campaign: { ...report.campaign, id: `c${index}` },
  }));
  return {
    ...{ locale: 'ja', strings, loading: false, fetchedAt: FETCHED_AT, problem: null },
    compared: subjects.map(({ campaign }) => ({ id: campaign.id, choice: ALL_TIME, workspace: null })),
    comparison: comparisonOf(subjects, 'delivered', rate(480, 12_000, 'delivered')),
  };
};

describe('The report page in a language of longer words', () => {
  const open = useReports();
  let strings: Strings;
  before(async () => {
    strings = (await pseudoLanguage()).bundle;
  });

  for (const [name, report] of Object.entries(REPORTS)) {
    // Figures are as in Japanese, which are digits alone.
    const view = (): ReturnType<typeof viewOf> =>
      viewOf({ report: report(), strings, locale: 'ja', workspace: 'Growth' });

    for (const width of WIDTHS) {
      it(`${name}, ${width} pixels wide: nothing is cut off and no texts meet`, async () => {
        const { page, show } = await open({ width });
        await show(view());
        await page.locator('#period').selectOption('other');
        await assertAllReadable(page, width);
      });
    }

    it(`${name}: says no word of English`, async () => {
      const { page, show } = await open();
      await show(view());
      await unfold(page);
      const inEnglish = (await allTexts(page)).filter((text) => /[a-z]{2}/i.test(text.replaceAll(DATA, '')));
      assert.deepEqual(inEnglish, []);
    });
  }

  for (const width of WIDTHS) {
    it(`a comparison, ${width} pixels wide: nothing is cut off and no texts meet`, async () => {
      const { page, send } = await open({ width });
      await send({ type: 'showComparison', view: comparisonView(strings) });
      await assertAllReadable(page, width);
      const inEnglish = (await allTexts(page)).filter((text) => /[a-z]{2}/i.test(text.replaceAll(DATA, '')));
      assert.deepEqual(inEnglish, []);
    });
  }
});

for (const language of LANGUAGES) {
  describe(`The report page in the language ${language}`, () => {
    const open = useReports();
    const view = (report: CampaignReport): ReturnType<typeof viewOf> =>
      viewOf({ report, strings: translated('bundle', language), locale: language, workspace: 'Growth' });

    it(`cuts nothing off, ${WIDTHS.join(', ')} pixels wide`, async () => {
      for (const width of WIDTHS) {
        const { page, show, violations } = await open({ width });
        await show(view(everySection()));
        await page.locator('#period').selectOption('other');
        await assertAllReadable(page, width);
        assert.deepEqual(await violations(), []);
      }
    });

    it('says nothing in English', async () => {
      const { page, show } = await open();
      await show(view(everySection()));
      await unfold(page);
      const same = [...SAME_IN_ENGLISH.all, ...SAME_IN_ENGLISH[language]];
      const sentences = new Set(Object.values(english('bundle')).filter((text) => !same.includes(text)));
      assert.deepEqual(
        (await allTexts(page)).filter((text) => sentences.has(text) && /\p{L}/u.test(text)),
        [],
      );
    });
  });
}

describe('The report page in German', () => {
  const open = useReports();

  it('has German words, numbers and dates in whole sentences', async () => {
    const { page, show } = await open();
    await show(viewOf({ strings: translated('bundle', 'de'), locale: 'de' }));
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
    assert.deepEqual(await texts(page, '.summary, .tile-replied, .funnel h2, .facts li'), [
      'Gestartet am 15.06.2025',
      'Abgerufen am 01.07.2025, 09:30',
      '8,3 % beantwortet: 12 von 145 zugestellten. Warnung zur Bounce-Rate (3,3 %), vor allem in E-Mail 1: noch ausstehende Adressen prüfen.',
      'Beantwortet 12 8,3 % 12 von 145 zugestellten 95-%-Intervall 4,8 %–13,9 % 8,0 % (12 von 150 gesendeten)',
      'Trichter',
    ]);
    assert.deepEqual(await page.locator('#steps-opened .label').allTextContents(), ['E-Mail 1', 'E-Mail 2']);
    assert.equal(await page.getByRole('button', { name: 'Aktualisieren' }).count(), 1);
  });
});

async function assertAllReadable(page: Page, width: number): Promise<void> {
  await unfold(page);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  assert.deepEqual(await clipped(page), []);
  assert.deepEqual(await cutOff(page), []);
  assert.deepEqual(await overlaps(page), []);
}
