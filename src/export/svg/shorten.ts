/** What takes two columns: East Asian wide and full-width characters, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** A text of at most that many columns, with `…` for what was cut. */
export function shorten(text: string, most: number): string {
  let length = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    length += WIDE.test(segment) ? 2 : 1;
    if (length > most) return `${withoutLast(kept).trimEnd()}…`;
    kept += segment;
  }
  return kept;
}

function withoutLast(text: string): string {
  return [...new Intl.Segmenter().segment(text)]
    .slice(0, -1)
    .map(({ segment }) => segment)
    .join('');
}
