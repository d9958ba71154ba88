/** Control characters, line ends, what no XML may hold, and what turns the reading direction or hides between letters: no cell or heading needs them. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]+/gu;

/** Text of the API on one line, well-formed, saying what it seems to say. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(UNSEEN, ' ').trim();
}
