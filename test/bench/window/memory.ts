import { setTimeout as sleep } from 'node:timers/promises';
import { comparison, growth, type Row } from '../figures/row';
import { median } from '../figures/sample';
import { Samples } from '../figures/samples';
import { startSandbox } from '../../sandbox/server';
import { openBenchWindow, type BenchWindow } from './benchWindow';
import { OURS } from './extensions';
import { generatedIds } from './generatedIds';
import { keptAnswers } from './kept';

const SIZES = [0, 10, 500];
const STARTS = 3;
/** Megabytes between two looks at a heap that has stopped growing. */
const STILL = 0.05;
const BETWEEN_LOOKS = 500;
const MOST_LOOKS = 40;

/** What is alive in an extension host in which the view of an extension is open. */
export async function measureHostMemory(): Promise<Row[]> {
  const sandbox = await startSandbox();
  const samples = new Samples();
  try {
    const all = await keptAnswers(sandbox, generatedIds(Math.max(...SIZES)), { whole: false });
    for (let start = 0; start < STARTS; start += 1) {
      samples.add('minimal', await megabytes({ apiBaseUrl: sandbox.url }, openMinimal));
      for (const size of SIZES) {
        const kept = new Map([...all].slice(0, size));
        samples.add(`${size}`, await megabytes({ apiBaseUrl: sandbox.url, kept }, openOurs));
      }
    }
  } finally {
    await sandbox.close();
  }
  const about = 'Memory of the extension host';
  const floor = samples.of('minimal');
  const added = (size: number): number[] => samples.of(`${size}`).map((value) => value - median(floor));
  return [
    comparison({ about, what: 'with our view open, and no campaign', unit: 'MB' }, samples.of('0'), {
      what: 'minimal extension',
      values: floor,
    }),
    growth(
      { about, what: 'more than with the minimal extension, by loaded campaigns', unit: 'MB' },
      new Map(SIZES.map((size) => [size, added(size)])),
    ),
  ];
}

async function megabytes(
  options: Parameters<typeof openBenchWindow>[0],
  open: (window: BenchWindow) => Promise<void>,
): Promise<number> {
  const window = await openBenchWindow(options);
  try {
    await open(window);
    return await settledHeap(window);
  } finally {
    await window.close();
  }
}

async function openMinimal({ window, ask }: BenchWindow): Promise<void> {
  await ask('activate', 'bench.minimal');
  await window.openViewContainer('Minimal');
  await window.tree('Minimal Rows').waitForRow(['Row 5']);
}

async function openOurs({ window, ask }: BenchWindow): Promise<void> {
  await ask('activate', OURS);
  await window.openViewContainer('SendKit');
  // The row of a campaign, or what stands where there is none.
  await window.page.locator('.sidebar :is(.monaco-list-row, .welcome-view-content:visible)').first().waitFor();
}

/** VS Code itself goes on loading for some seconds after its window is there. A heap that never stands still gives its median. */
async function settledHeap({ ask }: BenchWindow): Promise<number> {
  const seen: number[] = [];
  while (seen.length < MOST_LOOKS) {
    const now = (await ask<number>('heap')) / 2 ** 20;
    const last = seen.at(-1);
    if (last !== undefined && Math.abs(now - last) < STILL) return now;
    seen.push(now);
    await sleep(BETWEEN_LOOKS);
  }
  return median(seen.slice(-MOST_LOOKS / 2));
}
