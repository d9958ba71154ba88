import assert from 'node:assert/strict';
import * as l10n from '@vscode/l10n';
import { formatFor } from '../../../src/analytics/format';
import { reportOf, type CampaignReport } from '../../../src/analytics/report';
import { summaryText } from '../../../src/analytics/summaryWords';
import { verdictSentence } from '../../../src/analytics/testWords';
import { leadCount } from '../../../src/analytics/words';
import { SAMPLE_ID, sampleAnswerOf } from '../../../src/campaigns/sample';
import { campaignRow } from '../../../src/views/campaignsTreeModel';
import { aState } from '../builders';
import { allFormats } from '../export/allFormats';
import { OPTIONS, sandboxReports } from '../export/sandboxReports';
import { below, linesBelow, tooltipOf } from '../views/rows';
import { english, translated } from './bundles';
import { SAME_IN_ENGLISH } from './sameInEnglish';

/** A figure and its sign stay in one line. */
const withSpaces = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('In German', () => {
  const format = formatFor('de');
  let report: CampaignReport;

  before(() => {
    l10n.config({ contents: { ...translated('bundle', 'de') } });
    report = reportOf(sampleAnswerOf(0).analytics, { id: SAMPLE_ID, rateBase: 'delivered' });
  });
  after(() => l10n.config({ contents: {} }));

  it('the tree has German words and numbers', () => {
    const campaign = campaignRow(aState({ report }), format);
    assert.equal(withSpaces(campaign.description ?? ''), 'aktiv · 8,3 % beantwortet');
    assert.deepEqual(linesBelow(campaign), [
      'Übersicht',
      'Schritte: 2',
      'Lead-Status: 500 Leads',
      'Antworten insgesamt: 12',
    ]);
    assert.equal(
      withSpaces(tooltipOf(below(campaign, 'Übersicht', 'Beantwortet'))),
      'Beantwortet\n8,3 % (12 von 145 zugestellten)\n95-%-Intervall 4,8 %–13,9 %\n8,0 % (12 von 150 gesendeten)',
    );
  });

  it('sentences are whole, and one is one', () => {
    assert.equal(
      withSpaces(summaryText(report, format)),
      '8,3 % beantwortet: 12 von 145 zugestellten. Warnung zur Bounce-Rate (3,3 %), vor allem in E-Mail 1: noch ausstehende Adressen prüfen.',
    );
    assert.deepEqual([leadCount(1, format), leadCount(1200, format)], ['1 Lead', '1.200 Leads']);
  });

  it('an export has German words and numbers for people, and the same numbers as ever for programs', () => {
    const options = { ...OPTIONS, format, locale: 'de' };
    const files = allFormats({ report, options });
    assert.match(files.get('md') ?? '', /^- \*\*Gestartet\*\*: 15\.06\.2025$/m);
    assert.match(withSpaces(files.get('md') ?? ''), /\| 8,3 % \(12 von 145 zugestellten\) \| 4,8 %–13,9 % \|/);
    assert.match(files.get('html') ?? '', /^<!doctype html>\n<html lang="de">/);
    const [columns, row] = (files.get('steps.csv') ?? '').split(/\r?\n/);
    assert.match(columns ?? '', /campaign_id,campaign,/);
    assert.match(withSpaces(row ?? ''), /0\.5154639175257731.*"51,5 % \(50 von 97 zugestellten\)"/);
    assert.deepEqual(numbersIn(files.get('json')), numbersIn(allFormats({ report, options: OPTIONS }).get('json')));
  });

  it('nothing that a report says is English', async () => {
    const same = [...SAME_IN_ENGLISH.all, ...SAME_IN_ENGLISH.de];
    const sentences = Object.values(english('bundle')).filter(
      (text) => /^\p{L}[^{]{12,}$/u.test(text) && !same.includes(text),
    );
    for (const { name, report, options } of await sandboxReports()) {
      const files = allFormats({ report, options: { ...options, format, locale: 'de' } });
      const verdicts = report.steps.flatMap(({ test }) => (test ? [verdictSentence(test, format)] : []));
      for (const text of [...files.values(), ...verdicts]) {
        assert.deepEqual(
          sentences.filter((sentence) => text.includes(sentence)),
          [],
          name,
        );
      }
    }
  });
});

/** All numbers of a JSON document, in their order. */
function numbersIn(json = ''): number[] {
  const numbers: number[] = [];
  JSON.parse(json, (_, value: unknown) => {
    if (typeof value === 'number') numbers.push(value);
    return value;
  });
  assert.ok(numbers.length > 20);
  return numbers;
}
