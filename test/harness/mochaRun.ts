import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import type { Counts } from './counts';
import { withOriginalPositions } from './originalPositions';

export interface MochaRun {
  readonly files: readonly string[];
  /** The time one test may take, in milliseconds. */
  readonly timeout: number;
  /** Options of mocha's command line that a person gave. */
  readonly args: readonly string[];
  /** Where the counts are written, as JSON, if anybody asks. */
  readonly countsFile?: string;
}

/** Runs test files with mocha in this process, in or outside VS Code; says whether all passed. */
export async function runMocha({ files, timeout, args, countsFile }: MochaRun): Promise<boolean> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ timeout, forbidOnly: process.env['CI'] !== undefined, ...mochaOptions(args) });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, failures: failed = 0, pending = 0 } = runner.stats ?? {};
      const counts: Counts = { passed: passes, failed, skipped: pending };
      if (countsFile !== undefined) writeFileSync(countsFile, JSON.stringify(counts));
      resolve(failures === 0);
    });
    runner.on(Mocha.Runner.constants.EVENT_TEST_FAIL, (_test, error: Error) => {
      error.stack &&= withOriginalPositions(error.stack);
    });
  });
}

/** Reads the part of mocha's command line that is of use in every suite. */
export function mochaOptions(args: readonly string[]): Mocha.MochaOptions {
  const { timeout, retries, ...others } = parseArgs({
    args: [...args],
    options: {
      grep: { type: 'string', short: 'g' },
      fgrep: { type: 'string', short: 'f' },
      invert: { type: 'boolean', short: 'i' },
      bail: { type: 'boolean', short: 'b' },
      timeout: { type: 'string', short: 't' },
      retries: { type: 'string' },
    },
  }).values;
  return {
    ...others,
    ...(timeout === undefined ? {} : { timeout }),
    ...(retries === undefined ? {} : { retries: Number(retries) }),
  };
}
