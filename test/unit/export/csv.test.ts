import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Rate } from '../../../src/analytics/rate';
import { rateWithFraction } from '../../../src/analytics/words';
import { csvTable, guarded } from '../../../src/export/csvTable';
import { daysCsv } from '../../../src/export/daysCsv';
import { definitionsCsv } from '../../../src/export/definitionsCsv';
import { stepsCsv } from '../../../src/export/stepsCsv';
import { sandboxReports, type ExportCase } from './sandboxReports';

type Read = Readonly<Record<string, string>>;

/** As a program would: by csv-parse, which refuses what RFC 4180 does not allow. */
const read = (text: string): Read[] => parse(text, { columns: true, bom: true });
const cellOf = (number: number | null | undefined): string =>
  number === null || number === undefined ? '' : String(number);

function assertRate(row: Read, name: string, rate: Rate | null | undefined, { format }: ExportCase['options']): void {
  assert.equal(row[name], cellOf(rate?.value), name);
  assert.equal(row[`${name}_low`], cellOf(rate?.interval?.low), name);
  assert.equal(row[`${name}_high`], cellOf(rate?.interval?.high), name);
  const text = rate && rate.value !== null ? rateWithFraction(rate, format) : '';
  assert.equal(row[`${name}_text`], text, name);
}

describe('CSV', () => {
  let cases: ExportCase[];
  before(async () => {
    cases = await sandboxReports();
  });

  it('of steps has a row for each variant, or else for the step, and gives back every number', () => {
    for (const { name, report, options } of cases) {
      const steps = [...report.steps, ...report.subsequences.flatMap((subsequence) => subsequence.steps)];
      const expected = steps.flatMap((step) =>
        step.variants.length === 0
          ? [{ step, figures: step.figures, label: '', compared: undefined }]
          : step.variants.map(({ label, figures }, index) => ({
              step,
              figures,
              label: label === null ? 'Main' : guarded(label),
              compared: step.test?.variants[index],
            })),
      );
      const rows = read(stepsCsv(report, options));
      assert.equal(rows.length, expected.length, name);
      expected.forEach(({ step, figures, label, compared }, index) => {
        const row = rows[index] ?? {};
        assert.equal(row['campaign_id'], report.campaign.id);
        assert.equal(row['step'], cellOf(step.rank));
        assert.equal(row['sequence_step'], cellOf(step.sequenceStep));
        assert.equal(row['variant'], label);
        for (const count of ['sent', 'delivered', 'opened', 'clicked', 'replied', 'bounced'] as const) {
          assert.equal(row[count], cellOf(figures[count].count), count);
        }
        assertRate(row, 'delivery_rate', figures.delivered.rate, options);
        assertRate(row, 'open_rate', figures.opened.rate, options);
        assertRate(row, 'click_rate', figures.clicked.rate, options);
        assertRate(row, 'reply_rate', figures.replied.rate, options);
        assertRate(row, 'bounce_rate', figures.bounced.rate, options);
        assert.equal(row['verdict'], step.test?.word ?? '');
        assert.equal(row['best_probability'], cellOf(compared?.bestProbability));
        assert.equal(Number(row['expected_loss']), compared?.expectedLoss ?? 0);
      });
    }
  });

  it('of days has a row a day, and gives back every number', () => {
    const exported = cases.find(({ report }) => report.trend);
    assert.ok(exported?.report.trend);
    const { report, options } = exported;
    const { days, windows } = exported.report.trend;
    const rows = read(daysCsv(report, exported.report.trend, options));
    assert.equal(rows.length, 31);
    rows.forEach((row, index) => {
      const day = days[index];
      const window = windows.find(({ date }) => date === day?.date);
      assert.equal(row['date'], day?.date);
      assert.equal(row['period_from'], '2025-08-01');
      for (const count of ['sent', 'opened', 'clicked', 'replied', 'bounced'] as const) {
        assert.equal(row[count], cellOf(day?.[count]), count);
      }
      assert.equal(row['positive_replied'], cellOf(day?.positiveReplied));
      assertRate(row, 'open_rate_7d', window?.opened, options);
      assertRate(row, 'reply_rate_7d', window?.replied, options);
      assertRate(row, 'bounce_rate_7d', window?.bounced, options);
    });
  });

  it('has a second file with the meaning of every column that is not a plain word', () => {
    for (const { report, options } of cases) {
      const terms = read(definitionsCsv(report, 'steps', options)).map(({ term }) => term ?? '');
      const [header = ''] = stepsCsv(report, options).split('\n');
      for (const column of header.split(',').filter((name) => /_(rate|probability|loss)$/.test(name))) {
        assert.ok(
          terms.some((term) => term.split(', ').includes(column)),
          column,
        );
      }
      assert.ok(terms.includes('Figures as of') === (options.fetchedAt !== null));
    }
  });

  it('says of when figures are that could not be refreshed', () => {
    const [exported] = cases;
    assert.ok(exported);
    const text = definitionsCsv(exported.report, 'steps', { ...exported.options, problem: 'The key was refused.' });
    assert.match(text, /These figures are of Sep 1, 2025, 09:30 UTC and could not be refreshed. The key was refused./);
  });

  it('begins with a byte order mark, without which Excel takes UTF-8 for the system’s code page', () => {
    const bytes = new TextEncoder().encode(csvTable([{ name: 'a', cell: () => 'ü' }], [1]));
    assert.deepEqual([...bytes.subarray(0, 4)], [0xef, 0xbb, 0xbf, 0x61]);
  });

  it('of nothing is its heading', () => {
    assert.equal(csvTable([{ name: 'a', cell: () => 1 }], []), '\ufeffa\n');
  });

  it('leaves numbers as they are, also below zero, and unknown ones empty', () => {
    const text = csvTable(
      [
        { name: 'a', cell: (row: number | null) => row },
        { name: 'b', cell: () => true },
      ],
      [-0.25, null, 0, 1e-7],
    );
    assert.equal(text, '\ufeffa,b\n-0.25,TRUE\n,TRUE\n0,TRUE\n1e-7,TRUE\n');
  });

  const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '\u00a0=1', '\u200b=1', '\ufeff=1'];
  const WIDE = [
    '\uff1d1',
    '\uff0b1',
    '\uff0d1',
    '\uff20A',
    '\ufe631',
    '\ufe661',
    '\ufe621',
    '\ufe6bA',
    '\u22121',
    '\u207a1',
  ];
  for (const text of [
    ...FORMULAS,
    ...WIDE,
    '\u0000=1',
    '\u202e=1',
    '\u00ad=1',
    '\ue000+1',
    '\u{e0001}@x',
    "=cmd|'/c calc'!A0",
    '=HYPERLINK("https://x","y")',
  ]) {
    it(`makes no formula of ${JSON.stringify(text)}`, () => {
      const [row] = read(csvTable([{ name: 'a', cell: () => text }], [1]));
      assert.ok(row?.['a']?.startsWith("'"), JSON.stringify(row));
    });
  }

  it('never has a cell that a spreadsheet could take for a formula, or one that is cut or split, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
        const rows = read(
          csvTable(
            [
              { name: 'a', cell: (text: string) => text },
              { name: 'b', cell: () => 1 },
            ],
            texts,
          ),
        );
        assert.equal(rows.length, texts.length);
        rows.forEach((row, index) => {
          assert.equal(row['b'], '1');
          assert.equal(row['a'], guarded(texts[index] ?? ''));
          assert.doesNotMatch(row['a'].normalize('NFKC'), /^[\s\p{C}]*[=+\-@\u2212]/u);
        });
      }),
    );
  });
});
