import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leadStatusOf } from '../../../src/analytics/leadStatus';
import { leadStatus as statusName } from '../../../src/analytics/words';
import { anAnswer } from '../builders';

const leadStatusFor = (...entries: [string, unknown][]) =>
  anAnswer()
    .statuses(...entries)
    .report().leadStatus;

describe('Lead status', () => {
  it('lists every status, known or not, largest first', () => {
    const { rows, total } = leadStatusFor(['paused', 3], ['snoozed', 9], ['active', 5], ['pending', 0]);
    assert.deepEqual(
      rows.map(({ status, count }) => [status, count]),
      [
        ['snoozed', 9],
        ['active', 5],
        ['paused', 3],
        ['pending', 0],
      ],
    );
    assert.equal(total, 17);
  });

  it('does not list a status that the answer leaves out', () => {
    assert.deepEqual(
      leadStatusFor(['active', 1]).rows.map(({ status }) => status),
      ['active'],
    );
  });

  it('takes names such as __proto__ and constructor as data', () => {
    const hostile = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', '__defineGetter__'];
    const { rows } = leadStatusFor(...hostile.map((name, index): [string, unknown] => [name, 100 - index]));
    assert.deepEqual(
      rows.map(({ status }) => status),
      hostile,
    );
    assert.deepEqual(
      rows.map(({ status }) => statusName(status)),
      hostile,
    );
    assert.equal(Object.hasOwn(Object.prototype, 'count'), false);
  });

  it('shows known statuses in words and unknown ones as they came', () => {
    for (const known of ['pending', 'active', 'paused', 'completed', 'bounced', 'unsubscribed', 'replied', 'removed']) {
      assert.equal(statusName(known).toLowerCase(), known);
    }
    for (const unknown of ['snoozed', 'Active ', 'out of office', '<b>x</b>', '未知']) {
      assert.equal(statusName(unknown), unknown);
    }
  });

  it('keeps a fixed order among equals, so that rows do not jump', () => {
    const order = (...names: string[]) =>
      leadStatusFor(...names.map((name): [string, unknown] => [name, 4])).rows.map(({ status }) => status);
    assert.deepEqual(order('a', 'b', 'c'), order('c', 'a', 'b'));
  });

  it('lists a status whose number cannot be read as —, last, and gives no share that could be wrong', () => {
    const { rows, total } = leadStatusFor(['odd', 'many'], ['active', 5]);
    assert.deepEqual(
      rows.map(({ status, count, share }) => [status, count, share.value]),
      [
        ['active', 5, null],
        ['odd', null, null],
      ],
    );
    assert.equal(total, null);
  });

  it('has no shares where there are no leads', () => {
    const { rows, total } = leadStatusFor(['active', 0], ['paused', 0]);
    assert.equal(total, 0);
    assert.deepEqual(
      rows.map(({ share }) => share.value),
      [null, null],
    );
  });

  it('is empty where the answer has none', () => {
    for (const answer of [anAnswer().without('statusBreakdown'), anAnswer().set('statusBreakdown', null)]) {
      assert.deepEqual(answer.report().leadStatus.rows, []);
    }
  });

  it('has shares that add up to 1, of any counts up to a thousand million', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(counts, (values) => {
        fc.pre(values.some((value) => value > 0));
        const { rows, total } = leadStatusOf(new Map(values.map((value, index) => [`status ${index}`, value])));
        const shares = rows.map(({ share }) => share.value ?? Number.NaN);
        assert.equal(rows.length, values.length);
        assert.equal(
          total,
          values.reduce((a, b) => a + b),
        );
        assert.ok(Math.abs(shares.reduce((a, b) => a + b) - 1) < 1e-9);
        assert.deepEqual(
          shares,
          shares.toSorted((a, b) => b - a),
        );
      }),
    );
  });
});
