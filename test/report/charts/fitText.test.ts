import assert from 'node:assert/strict';
import { fitText } from '../../../src/report/page/charts/fitText';

const measure = (text: string): number => Array.from(text).length * 10;

describe('A text that must fit', () => {
  const cases: [text: string, width: number, fitted: string][] = [
    ['Active', 60, 'Active'],
    ['Active', 59, 'Acti…'],
    ['Active', 20, 'A…'],
    ['Active', 0, '…'],
    ['', 0, ''],
    ['Very long', 60, 'Very…'],
    ['😀😀😀😀', 30, '😀😀…'],
  ];
  for (const [text, width, fitted] of cases) {
    it(`“${text}” in ${width} pixels is “${fitted}”`, () => assert.equal(fitText(text, width, measure), fitted));
  }

  it('of a megabyte is measured a few times only', () => {
    let times = 0;
    fitText('x'.repeat(1_000_000), 100, (text) => {
      times++;
      return measure(text);
    });
    assert.ok(times < 25);
  });
});
