import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../harness/cache';
import { interleaved } from '../figures/interleaved';
import { answerOf, type Shape } from '../figures/manyRows';
import { growth, type Row } from '../figures/row';
import type * as work from './work';

const SIZES = [100, 1_000, 10_000];
const ROUNDS = 7;
const EXPORTS = { steps: 'CSV', json: 'JSON', markdown: 'Markdown', html: 'HTML' } as const;
const SPREADS: Readonly<Record<Shape, string>> = { steps: 'in 4 variants each', variants: 'all variants of one step' };

/** What is computed of so many step rows, in Node. */
export async function measureCompute(): Promise<Row[]> {
  const { reportOfText, treeOf, exported } = await bundled();
  const texts = (shape: Shape) => new Map(SIZES.map((size) => [size, JSON.stringify(answerOf(size, shape))]));
  const reports = new Map([...texts('steps')].map(([size, text]) => [size, reportOfText(text)]));
  const rows: Row[] = [];
  const measure = async (about: string, what: string, run: (size: number) => unknown): Promise<void> => {
    const at = await interleaved(SIZES, ROUNDS, (size) => clocked(() => run(size)));
    rows.push(growth({ about, what, unit: 'ms' }, at));
  };
  const reportAt = (size: number) => reports.get(size) ?? assert.fail(`no report of ${size} rows`);

  for (const shape of ['steps', 'variants'] as const) {
    const all = texts(shape);
    await measure('Step rows, decoded to a report', SPREADS[shape], (size) => reportOfText(all.get(size) ?? ''));
  }
  await measure('Step rows, in the tree', 'all rows of a campaign', (size) => treeOf(reportAt(size)));
  for (const [kind, name] of Object.entries(EXPORTS)) {
    await measure('Step rows, exported', name, (size) => exported(kind as keyof typeof EXPORTS, reportAt(size)));
  }
  return rows;
}

async function bundled(): Promise<typeof work> {
  const outfile = join(root, 'out', 'bench', 'work.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'work.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
    logLevel: 'warning',
  });
  return createRequire(outfile)(outfile) as typeof work;
}

function clocked(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
