// Measures how fast the extension is, beside floors that nobody can beat. README.md says how to run it, and what was found.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../harness/browser';
import { root } from '../harness/cache';
import { exitOnSignals } from '../harness/endings';
import { jsonOf, keepResult, machineLine, thisMachine, type Result } from './figures/result';
import type { Row } from './figures/row';
import { printed } from './figures/table';
import { measureCompute } from './compute/compute';
import type { BenchOptions } from './options';
import { measurePage } from './page/page';
import { measureHostMemory } from './window/memory';
import { measureRefresh } from './window/refresh';
import { measureStarts } from './window/starts';
import { measureWithKey } from './window/withKey';

/** What can be measured; `--only` names some of it. */
const PARTS: Readonly<Record<string, (options: BenchOptions) => Promise<Row[]>>> = {
  starts: measureStarts,
  key: measureWithKey,
  memory: measureHostMemory,
  refresh: measureRefresh,
  compute: measureCompute,
  page: measurePage,
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      starts: { type: 'string', default: '14' },
      only: { type: 'string', default: Object.keys(PARTS).join(',') },
      before: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  const starts = Number(values.starts);
  const rows: Row[] = [];
  for (const part of values.only.split(',')) {
    const measure = PARTS[part];
    if (!measure) throw new Error(`There is no part "${part}": it is one of ${Object.keys(PARTS).join(', ')}.`);
    console.log(`measuring: ${part}`);
    rows.push(...(await measure({ starts, before: values.before ?? null })));
  }

  const machine = thisMachine(await chromiumVersion());
  const result: Result = { date: new Date().toISOString().slice(0, 10), starts, machine, rows };
  const file = join(root, 'out', 'bench', 'results.json');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, jsonOf(result));
  if (values.keep) await keepResult(result);
  console.log(`\n${printed(rows)}\n\n${machineLine(machine)}\n${file}`);
}

async function chromiumVersion(): Promise<string> {
  const browser = await launchBrowser();
  try {
    return browser.version();
  } finally {
    await browser.close();
  }
}

exitOnSignals();
main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
