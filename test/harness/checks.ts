import { availableParallelism } from 'node:os';
import { oneFailure, sum, type Counts } from './counts';
import { runNode } from './nodeProcess';

/** What must hold for every file, by name: arguments for Node. */
const checks: Readonly<Record<string, readonly string[]>> = {
  'eslint: the rules of the code': ['node_modules/eslint/bin/eslint.js', '.'],
  'tsc: types of the host': ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
  'tsc: types of the page': ['node_modules/typescript/bin/tsc', '-p', 'src/report/page'],
  'tsc: types of the tests': ['node_modules/typescript/bin/tsc', '-p', 'test'],
  'depcruise: who may import whom': [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', '.dependency-cruiser.cjs', 'src'],
  ],
  'prettier: the form of the code': ['node_modules/prettier/bin/prettier.cjs', '--check', '.'],
};

/** Runs the checks that read the code without running it, as many at a time as there are processors. */
export async function runChecks(): Promise<Counts> {
  const waiting = Object.entries(checks);
  const results: Counts[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results.push(await runCheck(...next));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return sum(results);
}

async function runCheck(name: string, args: readonly string[]): Promise<Counts> {
  const started = Date.now();
  const { code, output } = await runNode(args, ['ignore', 'pipe', 'pipe']);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (code === 0) {
    console.log(`  ✔ ${name} (${seconds} s)`);
    return { passed: 1, failed: 0, skipped: 0 };
  }
  console.log(`  ✘ ${name} (${seconds} s)\n${output.trimEnd().replaceAll(/^/gm, '    ')}`);
  return oneFailure;
}
