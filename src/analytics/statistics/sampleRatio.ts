import { chiSquareUpperTail } from './chiSquare';

/** p of Pearson's chi-square test that `sends`, counts per variant, were meant to be equal; 1 where nothing was sent. */
export function sampleRatioP(sends: readonly number[]): number {
  const expected = sends.reduce((sum, count) => sum + count, 0) / sends.length;
  if (!(expected > 0) || sends.length < 2) return 1;
  const distance = sends.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return chiSquareUpperTail(distance, sends.length - 1);
}
