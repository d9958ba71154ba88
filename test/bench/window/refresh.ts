import { growth, type Row } from '../figures/row';
import { Samples } from '../figures/samples';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { openBenchWindow, type BenchWindow } from './benchWindow';
import { giveKey } from './giveKey';
import { countTraffic, type CountedTraffic } from './countedTraffic';
import { OURS } from './extensions';
import { generatedIds } from './generatedIds';
import { keptAnswers } from './kept';

const SIZES = [1, 100, 1_000];
/** After a first one, which knows no fingerprints yet. */
const CASES = [
  { what: 'nothing has changed', changed: 0 },
  { what: 'one in a hundred has changed', changed: 0.01 },
  { what: 'all have changed', changed: 1 },
] as const;

/** Requests, bytes and time of a refresh of so many loaded campaigns. */
export async function measureRefresh(): Promise<Row[]> {
  const samples = new Samples();
  for (const size of SIZES) await refreshAll(size, samples);
  const at = (name: string): ReadonlyMap<number, readonly number[]> =>
    new Map(SIZES.map((size) => [size, samples.of(`${name} ${size}`)]));
  return CASES.flatMap(({ what }) =>
    (['requests', 'KB', 'ms'] as const).map((unit) =>
      growth({ about: 'Refresh of loaded campaigns', what, unit }, at(`${what} ${unit}`)),
    ),
  );
}

async function refreshAll(size: number, samples: Samples): Promise<void> {
  const sandbox = await startSandbox();
  const traffic = await countTraffic(sandbox.url);
  const ids = generatedIds(size);
  const kept = await keptAnswers({ url: traffic.url, key: sandbox.key }, ids, { whole: false });
  const window = await openBenchWindow({ apiBaseUrl: traffic.url, kept });
  try {
    await window.ask('activate', OURS);
    await giveKey(window, sandbox);
    await refresh(window, sandbox, traffic);
    for (const { what, changed } of CASES) {
      for (const id of ids.slice(0, Math.ceil(size * changed))) sandbox.touch(id);
      const { requests, kilobytes, milliseconds } = await refresh(window, sandbox, traffic);
      samples.add(`${what} requests ${size}`, requests);
      samples.add(`${what} KB ${size}`, kilobytes);
      samples.add(`${what} ms ${size}`, milliseconds);
    }
  } finally {
    await window.close();
    await traffic.close();
    await sandbox.close();
  }
}

async function refresh({ ask }: BenchWindow, sandbox: Sandbox, traffic: CountedTraffic) {
  sandbox.forgetRequests();
  const bytes = traffic.bytes();
  const milliseconds = await ask<number>('run', 'sendkit.refresh');
  return { requests: sandbox.requests.length, kilobytes: (traffic.bytes() - bytes) / 1024, milliseconds };
}
