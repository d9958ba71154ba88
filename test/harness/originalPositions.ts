import { findSourceMap } from 'node:module';
import { resolve } from 'node:path';
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
