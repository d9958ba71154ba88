import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chartFileName, fileName, safeName } from '../../../src/export/fileName';
import { anAnswer } from '../builders';
import { OPTIONS } from './sandboxReports';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

describe('The name of an exported file', () => {
  it('is the campaign’s, with its days', () => {
    const report = anAnswer().campaign({ name: 'Q1: Outreach/Campaign' }).report();
    assert.equal(fileName(report, OPTIONS), 'Q1 Outreach Campaign all time');
    const june = { ...report, period: { from: '2025-06-01', to: '2025-06-30' } };
    assert.equal(fileName(june, OPTIONS), 'Q1 Outreach Campaign 2025-06-01_2025-06-30');
    assert.equal(fileName({ ...report, period: { from: '2025-06-01' } }, OPTIONS), 'Q1 Outreach Campaign 2025-06-01_');
    assert.equal(fileName(report, { ...OPTIONS, sample: true }), 'Q1 Outreach Campaign (SendKit sample data) all time');
  });

  for (const [name, expected] of [
    ['../../etc/passwd', 'etc passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['...', 'campaign'],
    ['', 'campaign'],
    ['   ', 'campaign'],
    ['\u0000\u001b[31m', '[31m'],
    ['-rf', 'rf'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1', '_com1'],
    ['LPT³', '_LPT³'],
    ['CONTACT', 'CONTACT'],
    ['a\u202egpj.exe', 'a gpj.exe'],
    ['a\u200b\u{e0041}b\u00adc', 'a b c'],
    ['👩‍💻 ❤️', '👩‍💻 ❤️'],
    ['trailing. . .', 'trailing'],
    ['a<b>:"c"|d?e*f', 'a b c d e f'],
    ['50% `$(rm)` #1 & {x}', '50 (rm) 1 x'],
    ['naïve Ünïcode 日本語', 'naïve Ünïcode 日本語'],
  ] as const) {
    it(`of ${JSON.stringify(name)} is ${JSON.stringify(expected)}`, () => assert.equal(safeName(name, ''), expected));
  }

  it('is not too long, and keeps its days and whole characters', () => {
    for (const character of ['x', 'ü', '日', '👨‍👩‍👧‍👦']) {
      const name = safeName(character.repeat(1_000), '2025-06-01_2025-06-30');
      assert.ok(bytesOf(name) <= 160, name);
      assert.ok(name.endsWith(' 2025-06-01_2025-06-30'));
      const [start = ''] = name.split(' ');
      assert.equal(start, character.repeat(start.length / character.length));
    }
  });

  it('is one part of a path on every system, whatever the campaign is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = safeName(text, 'all time');
        assert.ok(name.isWellFormed());
        assert.ok(bytesOf(name) <= 160);
        assert.doesNotMatch(name, /[\\/:*?"<>|%\p{Cc}\p{Cs}]|^[.\s-]|[.\s]$|\.\./u);
        assert.doesNotMatch(name, /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      }),
    );
  });

  it('of a chart has its title, however long, between name and days', () => {
    const report = {
      ...anAnswer()
        .campaign({ name: 'x'.repeat(500) })
        .report(),
      period: { from: '2025-06-01' },
    };
    assert.match(chartFileName(report, 'Open rate by step', OPTIONS), /^x+ Open rate by step 2025-06-01_$/);
    for (const title of ['../'.repeat(200), '👨‍👩‍👧‍👦'.repeat(99), 'Email 1 · "x": 50%']) {
      const name = chartFileName(report, title, OPTIONS);
      assert.ok(bytesOf(name) <= 160 && name.endsWith(' 2025-06-01_'), name);
      assert.doesNotMatch(name, /[\\/:*?"<>|%]|\.\./);
    }
  });
});
