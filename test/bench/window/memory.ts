import { growth, type Row } from '../figures/row';
import { Samples } from '../figures/samples';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { openBenchWindow } from './benchWindow';
import { OURS } from './extensions';
import { generatedIds } from './generatedIds';
import { keptAnswers } from './kept';

const SIZES = [0, 10, 500];
const STARTS = 3;

/** What our extension keeps alive in the extension host, with so many campaigns in its view. */
export async function measureHostMemory(): Promise<Row[]> {
  const sandbox = await startSandbox();
  const samples = new Samples();
  try {
    const all = await keptAnswers(sandbox, generatedIds(Math.max(...SIZES)), { whole: false });
    for (let start = 0; start < STARTS; start += 1) {
      for (const size of SIZES)
        samples.add(String(size), await megabytesWith(sandbox, new Map([...all].slice(0, size))));
    }
    return [
      growth(
        { about: 'Memory of the extension host', what: 'what we add, by loaded campaigns', unit: 'MB' },
        new Map(SIZES.map((size) => [size, samples.of(String(size))])),
      ),
    ];
  } finally {
    await sandbox.close();
  }
}

async function megabytesWith({ url }: Sandbox, kept: ReadonlyMap<string, Uint8Array>): Promise<number> {
  const { window, ask, close } = await openBenchWindow({ apiBaseUrl: url, kept });
  try {
    const before = await ask<number>('heap');
    await ask('activate', OURS);
    await window.openViewContainer('SendKit');
    if (kept.size === 0) await window.welcomeText('Set API Key');
    else await window.page.locator('.sidebar .monaco-list-row').first().waitFor();
    return ((await ask<number>('heap')) - before) / 2 ** 20;
  } finally {
    await close();
  }
}
