import { readFile } from 'node:fs/promises';
import { findSourceMap, SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Rewrites the places in a stack trace from a bundle to its source. Node does so by itself, but not in VS Code's
 * extension host, which formats stack traces in its own way.
 */
export function withOriginalPositions(stack: string): string {
  return stack.replaceAll(/([^\s():]+\.js):(\d+):(\d+)/g, (place, file: string, line: string, column: string) => {
    const entry = findSourceMap(resolve(file))?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !('originalSource' in entry)) return place;
    return `${fileURLToPath(entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** The web worker extension host puts the text of a file into a function, two lines down, and its whole address before them. */
const IN_A_WORKER = /http:[^\s()]+#vscode-extension:(\d+):(\d+)/g;

/** The same for texts from the web worker extension host, where all places are in one bundle with a map beside it. */
export async function originalPositionsIn(bundle: string): Promise<(text: string) => string> {
  const map = new SourceMap(JSON.parse(await readFile(`${bundle}.map`, 'utf8')) as SourceMapPayload);
  return (text) =>
    text.replaceAll(IN_A_WORKER, (place, line: string, column: string) => {
      const entry = map.findEntry(Number(line) - 3, Number(column) - 1);
      if (!('originalSource' in entry)) return place;
      return `${resolve(dirname(bundle), entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    });
}
