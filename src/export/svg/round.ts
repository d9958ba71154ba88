/** Hundredths are enough for a picture. */
export function round(length: number): number {
  return Math.round(length * 100) / 100;
}
