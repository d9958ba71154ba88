import assert from 'node:assert/strict';
import { rovingIndex } from '../../../src/report/page/charts/rovingIndex';

describe('A key on a chart', () => {
  const cases: [key: string, from: number, to: number | undefined][] = [
    ['ArrowDown', 0, 1],
    ['ArrowRight', 1, 2],
    ['ArrowDown', 29, 29],
    ['ArrowUp', 2, 1],
    ['ArrowLeft', 1, 0],
    ['ArrowUp', 0, 0],
    ['Home', 7, 0],
    ['End', 0, 29],
    ['PageDown', 5, 15],
    ['PageDown', 25, 29],
    ['PageUp', 5, 0],
    ['Tab', 5, undefined],
    ['Enter', 5, undefined],
    ['a', 5, undefined],
  ];
  for (const [key, from, to] of cases) {
    it(`${key} on mark ${from} of 30 leads to ${to ?? 'no mark'}`, () => assert.equal(rovingIndex(key, from, 30), to));
  }
});
