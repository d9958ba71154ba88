const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The end of a scale from 0: the next number that is easily read, and halved. */
export function niceEnd(highest: number): number {
  if (!(highest > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = STEPS.find((next) => next * power >= highest * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(3));
}

/** Counts have no halves. */
export function niceCount(highest: number): number {
  const end = niceEnd(highest);
  return end <= 2 ? Math.max(1, Math.ceil(end)) : end % 2 === 0 ? end : niceEven(end);
}

function niceEven(end: number): number {
  return Math.ceil(end / 2) * 2;
}
