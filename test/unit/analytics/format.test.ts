import assert from 'node:assert/strict';
import { formatFor, UNKNOWN } from '../../../src/analytics/format';
import { rate } from '../../../src/analytics/rate';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2025, 5, 20, 12);

/** Spaces that a locale may choose are one space here. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('Numbers', () => {
  for (const [locale, count, percent] of [
    ['en', '1,234,567', '8.3%'],
    ['de', '1.234.567', '8,3 %'],
    ['fr', '1 234 567', '8,3 %'],
    ['ja', '1,234,567', '8.3%'],
    ['pt-BR', '1.234.567', '8,3%'],
  ] as const) {
    it(`are written as people who read ${locale} do`, () => {
      const format = formatFor(locale);
      assert.equal(plain(format.count(1_234_567)), count);
      assert.equal(plain(format.percent(12 / 145)), percent);
    });
  }

  it('have one decimal in a percentage, and all their digits in a count', () => {
    const format = formatFor('en');
    assert.deepEqual(
      [0, 0.5, 1, 2 / 3, 0.0004, 0.0005].map((value) => format.percent(value)),
      ['0.0%', '50.0%', '100.0%', '66.7%', '0.0%', '0.1%'],
    );
    assert.equal(format.count(0), '0');
    assert.equal(format.count(Number.MAX_SAFE_INTEGER), '9,007,199,254,740,991');
  });

  it('that are unknown are —, in every language', () => {
    assert.equal(UNKNOWN, '—');
    for (const locale of ['en', 'de', 'ja', 'xx-nowhere']) {
      const format = formatFor(locale);
      assert.equal(format.count(null), '—');
      assert.equal(format.percent(null), '—');
      assert.equal(format.date(null), '—');
      assert.equal(format.interval(rate(null, 5, 'sent')), '—');
      assert.equal(format.interval(rate(0, 0, 'sent')), '—');
    }
  });
});

describe('Intervals', () => {
  it('are written from end to end', () => {
    assert.equal(formatFor('en').interval(rate(12, 145, 'delivered')), '4.8%–13.9%');
    assert.equal(plain(formatFor('de').interval(rate(12, 145, 'delivered'))), '4,8 %–13,9 %');
  });
});

describe('A locale that is unknown or malformed', () => {
  for (const locale of [
    'zz',
    'tlh',
    '',
    ' ',
    'not a locale',
    'en_US',
    'de_DE.UTF-8',
    '../..',
    '*',
    '\u0000',
    'x'.repeat(1000),
  ]) {
    it(`reads as English: ${JSON.stringify(locale.slice(0, 20))}`, () => {
      const format = formatFor(locale);
      assert.equal(format.count(1_234_567), '1,234,567');
      assert.equal(format.percent(0.083), '8.3%');
      assert.equal(format.age(NOW - 2 * HOUR, NOW), '2 hours ago');
    });
  }
});

describe('Dates', () => {
  const noon = new Date(2025, 5, 15, 12);

  it('are written as people who read the language do', () => {
    assert.equal(formatFor('en').date(noon.toISOString()), 'Jun 15, 2025');
    assert.equal(formatFor('de').date(noon.toISOString()), '15.06.2025');
    assert.equal(plain(formatFor('en').dateTime(noon.getTime())), 'Jun 15, 2025, 12:00 PM');
  });

  it('that cannot be read are —', () => {
    for (const text of ['', 'yesterday', '2025-13-45', 'Infinity']) assert.equal(formatFor('en').date(text), '—');
  });
});

describe('Ages', () => {
  for (const [age, words] of [
    [MINUTE, '1 minute ago'],
    [59 * MINUTE, '59 minutes ago'],
    [HOUR, '1 hour ago'],
    [2 * HOUR, '2 hours ago'],
    [23 * HOUR, '23 hours ago'],
    [3 * DAY, '3 days ago'],
    [40 * DAY, '40 days ago'],
  ] as const) {
    it(`of ${age / 1000} seconds are “${words}”`, () => assert.equal(formatFor('en').age(NOW - age, NOW), words));
  }

  it('under a minute are “now”', () => {
    for (const age of [0, 1, 59_999]) assert.match(formatFor('en').age(NOW - age, NOW), /^(just )?now$/);
  });

  it('never jump ahead: 90 minutes are 1 hour, 47 hours are 1 day', () => {
    const format = formatFor('en');
    assert.equal(format.age(NOW - 90 * MINUTE, NOW), '1 hour ago');
    assert.equal(format.age(NOW - 24 * HOUR, NOW), '1 day ago');
    // Noon of the 20th less 47 hours is 1 p.m. of the 18th: not "yesterday".
    assert.equal(format.age(NOW - 47 * HOUR, NOW), '1 day ago');
  });

  it('of an answer that a slow clock puts into the future are “now” too', () => {
    assert.match(formatFor('en').age(NOW + 5 * MINUTE, NOW), /^(just )?now$/);
  });

  it('are told in the reader’s language', () => {
    assert.equal(formatFor('de').age(NOW - 2 * HOUR, NOW), 'vor 2 Stunden');
    assert.equal(formatFor('fr').age(NOW - 5 * MINUTE, NOW), 'il y a 5 minutes');
    assert.equal(formatFor('ja').age(NOW - 3 * DAY, NOW), '3 日前');
  });

  it('are counted from now where no other moment is given', () => {
    assert.equal(formatFor('en').age(Date.now() - 2 * HOUR - 1000), '2 hours ago');
  });
});
