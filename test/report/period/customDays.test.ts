import assert from 'node:assert/strict';
import { firstDays, problemOfDays, type DaysProblem } from '../../../src/report/page/period/customDays';

describe('Two fields for a period', () => {
  const cases: [from: string, to: string, problem: DaysProblem | undefined][] = [
    ['2025-06-01', '2025-06-30', undefined],
    ['2025-06-01', '2025-06-01', undefined],
    ['', '2025-06-30', 'firstIsNoDay'],
    ['2025-02-30', '2025-06-30', 'firstIsNoDay'],
    ['2025-06-01', '', 'lastIsNoDay'],
    ['', '', 'firstIsNoDay'],
    ['2025-07-01', '2025-06-30', 'firstAfterLast'],
  ];
  for (const [from, to, problem] of cases) {
    it(`“${from}” and “${to}” are ${problem ?? 'one'}`, () => assert.equal(problemOfDays({ from, to }), problem));
  }

  it('begin with the days of the choice so far, or with thirty days up to today', () => {
    assert.deepEqual(firstDays({ kind: 'last', days: 7 }, '2025-06-30'), { from: '2025-06-24', to: '2025-06-30' });
    assert.deepEqual(firstDays({ kind: 'custom', from: '2025-01-01', to: '2025-01-02' }, '2025-06-30'), {
      from: '2025-01-01',
      to: '2025-01-02',
    });
    assert.deepEqual(firstDays({ kind: 'all' }, '2025-06-30'), { from: '2025-06-01', to: '2025-06-30' });
  });
});
