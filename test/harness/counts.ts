import { readFile } from 'node:fs/promises';

/** How many tests did what. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const oneFailure: Counts = { passed: 0, failed: 1, skipped: 0 };

export function sum(all: readonly Counts[]): Counts {
  const total = (of: keyof Counts) => all.reduce((so, counts) => so + counts[of], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/** "3 passed, 0 failed", and ", 1 skipped" where something was. */
export function describeCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Reads the counts that a run of mocha left behind. A run that left none, or ended badly without a failed test, or ran
 * no test at all, counts as a failure.
 */
export async function countsOf(file: string, endedWell: boolean): Promise<Counts> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return complain('The tests did not run to their end.', oneFailure);
  const counts = JSON.parse(text) as Counts;
  if (counts.passed + counts.failed === 0) return complain('No test was run.', sum([counts, oneFailure]));
  if (!endedWell && counts.failed === 0)
    return complain('All tests passed, but their process failed.', sum([counts, oneFailure]));
  return counts;
}

function complain(sentence: string, counts: Counts): Counts {
  console.error(sentence);
  return counts;
}
