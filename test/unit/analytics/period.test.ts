import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import {
  addDays,
  ALL_TIME,
  daysBetween,
  isDay,
  PERIOD_CHOICES,
  periodOf,
  today,
  type Period,
  type PeriodChoice,
} from '../../../src/analytics/period';
import { periodChoiceSchema } from '../../../src/analytics/periodSchema';

const aDay = fc.integer({ min: -200_000, max: 200_000 }).map((days) => addDays('2025-06-15', days));

describe('The days of a chosen period', () => {
  const cases: [choice: PeriodChoice, today: string, days: Period][] = [
    [ALL_TIME, '2025-06-30', {}],
    [{ kind: 'last', days: 7 }, '2025-06-30', { from: '2025-06-24', to: '2025-06-30' }],
    [{ kind: 'last', days: 30 }, '2025-03-01', { from: '2025-01-31', to: '2025-03-01' }],
    [{ kind: 'last', days: 90 }, '2024-03-01', { from: '2023-12-03', to: '2024-03-01' }],
    [{ kind: 'thisMonth' }, '2025-06-30', { from: '2025-06-01', to: '2025-06-30' }],
    [{ kind: 'thisMonth' }, '2025-02-01', { from: '2025-02-01', to: '2025-02-01' }],
    [{ kind: 'custom', from: '2024-02-29', to: '2024-02-29' }, '2025-06-30', { from: '2024-02-29', to: '2024-02-29' }],
  ];
  for (const [choice, day, days] of cases) {
    it(`${JSON.stringify(choice)} on ${day} is ${JSON.stringify(days)}`, () => {
      assert.deepEqual(periodOf(choice, day), days);
    });
  }

  it('of the last seven are seven, today among them', () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom(7, 30, 90), (day, days) => {
        const { from = '', to = '' } = periodOf({ kind: 'last', days }, day);
        assert.equal(to, day);
        assert.equal(daysBetween(from, to) + 1, days);
      }),
    );
  });
});

describe('A day of the calendar', () => {
  for (const day of ['2025-06-30', '2024-02-29', '0001-01-01', '9999-12-31', '1970-01-01']) {
    it(`is ${day}`, () => assert.ok(isDay(day)));
  }
  for (const text of [
    '',
    '2025-02-29',
    '2025-02-30',
    '2025-13-01',
    '2025-00-10',
    '2025-6-1',
    '20250601',
    '2025-06-01T00:00:00Z',
    ' 2025-06-01',
    '2025-06-01\n',
    '+002025-06-01',
    '275760-09-13',
    '２０２５-06-01',
    'today',
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => assert.equal(isDay(text), false));
  }

  it('is as many days after another as were added, whatever clocks did in between', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -10_000, max: 10_000 }), (day, days) => {
        const other = addDays(day, days);
        assert.ok(isDay(other));
        assert.equal(daysBetween(day, other), days);
        assert.equal(addDays(other, -days), day);
        if (days > 0) assert.ok(other > day, 'days sort as texts');
      }),
    );
  });

  it('is today where the reader is', () => {
    assert.equal(today(new Date(2025, 5, 30, 0, 0, 1).getTime()), '2025-06-30');
    assert.equal(today(new Date(2025, 5, 30, 23, 59, 59).getTime()), '2025-06-30');
  });
});

describe('A choice from the page or from disk', () => {
  const read = (choice: unknown): boolean => v.is(periodChoiceSchema, choice);

  it('is each of those that are offered, and any days in order', () => {
    for (const choice of PERIOD_CHOICES) assert.ok(read(choice), JSON.stringify(choice));
    assert.ok(read({ kind: 'custom', from: '2025-06-01', to: '2025-06-01' }));
  });

  for (const choice of [
    null,
    'all',
    {},
    { kind: 'ever' },
    { kind: 'last' },
    { kind: 'last', days: 8 },
    { kind: 'last', days: '7' },
    { kind: 'custom', from: '2025-06-02', to: '2025-06-01' },
    { kind: 'custom', from: '2025-02-30', to: '2025-06-01' },
    { kind: 'custom', from: '2025-06-01' },
    { kind: 'custom', from: '2025-06-01', to: '2025-06-01&x=1' },
  ]) {
    it(`is not ${JSON.stringify(choice)}`, () => assert.equal(read(choice), false));
  }
});
