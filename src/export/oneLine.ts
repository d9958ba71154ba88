/** Control characters, line ends, what no XML may hold, and what is not seen but where emoji and Persian need it: no cell or heading does. */
const UNSEEN = /(?:(?![\ufe0e\ufe0f\u200c\u200d])[\p{Cc}\p{DI}\u2028\u2029\ufffe\uffff])+/gu;

/** Text of the API on one line, well-formed, saying what it seems to say. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(UNSEEN, ' ').trim();
}
