import assert from 'node:assert/strict';
import type { CampaignReport } from '../../../src/analytics/report';
import { verdictLabel } from '../../../src/analytics/testWords';
import { isDue, lensParts } from '../../../src/testFiles/lensWords';
import { stepFor } from '../../../src/testFiles/testedStep';
import { aReport, aTestFile, format, TODAY } from './aTest';

const planned = [
  { subsequence: null, step: 2, metric: 'clicked', perVariant: 3900, file: 'a.sendkit-test.json' },
] as const;
const interim = aReport({ planned });
const rows = (sent: number, a: number, b: number) =>
  [
    [0, null, { sent: 3000 }],
    [2, 'A', { sent, clicked: a }],
    [2, 'B', { sent, clicked: b }],
  ] as const;

function lens(given: Readonly<Record<string, unknown>>, report: CampaignReport): { text: string; due: boolean } {
  const file = aTestFile(given);
  const test = stepFor(file, report)?.test;
  assert.ok(test, 'no test');
  return { text: lensParts(file, test, TODAY, format).join(' · '), due: isDue(file, test, TODAY) };
}

describe('The line above a test file', () => {
  it('has each rate, the verdict in the words of the tree, and what is still to go', () => {
    assert.deepEqual(lens({}, interim), {
      text: 'A 1.5% · B 3.5% · Leaning B · interim · 1,900 to go',
      due: false,
    });
    const test = interim.steps[1]?.test;
    assert.ok(test && lens({}, interim).text.includes(verdictLabel(test)), 'the words of the tree');
  });

  it('asks for a decision when the planned size is reached', () => {
    assert.deepEqual(lens({}, aReport({ rows: rows(4000, 60, 140), planned })), {
      text: 'A 1.5% · B 3.5% · Clear winner: B · planned size reached',
      due: true,
    });
  });

  it('asks for a decision from the stop date on', () => {
    for (const [stopDate, due] of [
      ['2025-08-31', true],
      [TODAY, true],
      ['2025-09-02', false],
      [null, false],
    ] as const) {
      const { text, due: isAskedFor } = lens({ stopDate }, interim);
      assert.deepEqual([isAskedFor, text.endsWith(' · 1,900 to go · stop date reached')], [due, due], String(stopDate));
    }
  });

  it('says what was decided, and asks no more', () => {
    const decided = (decision: object) => lens({ decision, stopDate: '2025-08-01' }, interim);
    assert.deepEqual(decided({ variant: 'B' }), {
      text: 'A 1.5% · B 3.5% · Leaning B · interim · 1,900 to go · decided: Variant B',
      due: false,
    });
    assert.match(decided({ none: true }).text, / · decided: no winner$/);
    assert.match(lens({ step: 3, decision: { variant: 'Main' } }, aReport()).text, /^Main 1\.0% .+ · decided: Main$/);
  });

  it('says why there is no verdict', () => {
    assert.match(
      lens({}, aReport({ rows: rows(100, 200, 3) })).text,
      /The variants cannot be compared: the counts contradict each other\./,
    );
    const nothingSent = rows(0, 0, 0).map(
      ([step, variant, counts]) => [step, variant, { ...counts, opened: 0 }] as const,
    );
    assert.match(lens({}, aReport({ rows: nothingSent })).text, /^A — · B — · Not enough data$/);
  });
});
