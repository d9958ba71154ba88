const ELLIPSIS = '…';

/** `text`, or as much of its beginning as fits into `width` with an ellipsis. `measure` gives a text's width. */
export function fitText(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const characters = Array.from(text);
  let fits = 0;
  let tooLong = characters.length;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(characters.slice(0, middle).join('') + ELLIPSIS) <= width) fits = middle;
    else tooLong = middle;
  }
  return characters.slice(0, fits).join('').trimEnd() + ELLIPSIS;
}
