import assert from 'node:assert/strict';
import { retryAfter } from '../../../src/sendkit/retryAfter';

const NOW = Date.parse('2025-06-15T09:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

function secondsUntil(headers: Record<string, string>): number | undefined {
  const moment = retryAfter(new Headers(headers), NOW);
  return moment === undefined ? undefined : (moment - NOW) / 1000;
}

describe('retryAfter', () => {
  it('reads seconds', () => {
    assert.equal(secondsUntil({ 'Retry-After': '7' }), 7);
    assert.equal(secondsUntil({ 'Retry-After': '0' }), 0);
  });

  it('reads an HTTP date', () => {
    assert.equal(secondsUntil({ 'Retry-After': 'Sun, 15 Jun 2025 09:00:30 GMT' }), 30);
    assert.equal(secondsUntil({ 'Retry-After': 'Sunday, 15-Jun-25 09:00:30 GMT' }), 30);
    assert.equal(secondsUntil({ 'Retry-After': 'Sun Jun 15 09:00:30 2025 GMT' }), 30);
  });

  it('reads a date by the server’s clock, where it tells it', () => {
    const headers = { 'Retry-After': 'Sun, 15 Jun 2025 12:00:30 GMT', Date: 'Sun, 15 Jun 2025 12:00:00 GMT' };
    assert.equal(secondsUntil(headers), 30);
    assert.equal(secondsUntil({ ...headers, Date: 'noon' }), 3 * 60 * 60 + 30);
  });

  it('takes a date that has passed for now', () => {
    assert.equal(secondsUntil({ 'Retry-After': 'Sun, 15 Jun 2025 08:00:00 GMT' }), 0);
  });

  it('never looks further than a day ahead', () => {
    const dayAhead = NOW + DAY_MS;
    for (const text of ['86401', '9'.repeat(400), 'Sun, 15 Jun 2075 09:00:00 GMT']) {
      assert.equal(retryAfter(new Headers({ 'Retry-After': text }), NOW), dayAhead);
    }
  });

  it('ignores everything else', () => {
    for (const text of [
      '',
      'soon',
      'Sun Jun 15 09:00:30 2025',
      '-5',
      '1.5',
      '1e3',
      '0x10',
      '2025-06-15',
      'Sun, nonsense',
    ]) {
      assert.equal(secondsUntil({ 'Retry-After': text }), undefined, text);
    }
    assert.equal(secondsUntil({}), undefined);
  });
});
