import { comparison, growth, type Row } from '../figures/row';
import { Samples } from '../figures/samples';
import { OWN_WORKSPACE } from '../../sandbox/data/workspaces';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { answerOf } from '../figures/manyRows';
import type { BenchOptions } from '../options';
import { openBenchWindow, type BenchWindow } from './benchWindow';
import { giveKey } from './giveKey';
import { accessTo } from './kept';

/** Beside those that the sandbox has by itself, so that there are so many in all. */
const SIZES = [1_200, 12_000];
const PICKS = 5;
const PICKED = '.quick-input-widget .quick-input-list .label-name';
const ROW = '.sidebar .monaco-list-row .label-name';

/** What needs a key: the picker over a workspace of many campaigns, and the workspace's own view. */
export async function measureWithKey({ starts }: BenchOptions): Promise<Row[]> {
  const samples = new Samples();
  for (const size of SIZES) {
    const sandbox = await startSandbox();
    try {
      fill(sandbox, size);
      for (let start = 0; start < Math.ceil(starts / SIZES.length); start += 1) {
        const window = await openBenchWindow({ apiBaseUrl: sandbox.url });
        try {
          await collect(window, sandbox, { size, start, samples });
        } finally {
          await window.close();
        }
      }
    } finally {
      await sandbox.close();
    }
  }
  const at = (name: string): Map<number, readonly number[]> =>
    new Map(SIZES.map((size) => [size, samples.of(`${name} ${size}`)]));
  const about = 'Picker on all campaigns of a workspace';
  return [
    growth({ about, what: 'command → rows painted', unit: 'ms' }, at('picker')),
    growth({ about, what: 'of which the sandbox took', unit: 'ms' }, at('sandbox')),
    growth({ about, what: 'requests', unit: 'requests' }, at('requests')),
    comparison(
      { about, what: `of ${SIZES[0]} campaigns, without the sandbox`, unit: 'ms' },
      samples.of('picker alone'),
      { what: 'a list of 100 that is there', values: samples.of('floor picker') },
    ),
    comparison(
      { about: 'Workspace view', what: 'first paint, from the click on its icon', unit: 'ms' },
      samples.of('workspace'),
      { what: 'minimal tree', values: samples.of('minimal tree') },
    ),
  ];
}

interface Now {
  readonly size: number;
  readonly start: number;
  readonly samples: Samples;
}

async function collect(bench: BenchWindow, sandbox: Sandbox, { size, start, samples }: Now): Promise<void> {
  await giveKey(bench, sandbox);
  const views = [
    { name: 'workspace', icon: 'SendKit', text: 'Totals' },
    { name: 'minimal tree', icon: 'Minimal', text: 'Row 5' },
  ];
  for (const { name, icon, text } of start % 2 === 0 ? views : views.reverse()) {
    const tab = bench.window.page.locator('.activitybar').getByRole('tab', { name: icon });
    samples.add(name, await bench.paint.untilSeen({ selector: ROW, text }, () => tab.click()));
  }
  for (let times = 0; times < PICKS; times += 1) {
    samples.add('floor picker', await pick(bench, 'Control+Alt+F7', 'Floor 1'));
    sandbox.forgetRequests();
    const time = await pick(bench, 'Control+Alt+F8', FIRST_LISTED);
    samples.add(`requests ${size}`, sandbox.requests.length);
    const itsTime = await listTime(sandbox);
    samples.add(`picker ${size}`, time);
    samples.add(`sandbox ${size}`, itsTime);
    if (size === SIZES[0]) samples.add('picker alone', time - itsTime);
  }
}

const FIRST_LISTED = 'Q1 Outreach Campaign';

async function pick({ window, paint }: BenchWindow, key: string, text: string): Promise<number> {
  const time = await paint.untilSeen({ selector: PICKED, text }, () => window.page.keyboard.press(key));
  await window.quickInput.cancel();
  await window.quickInput.waitUntilClosed();
  return time;
}

/** How long the sandbox takes for the same list. */
async function listTime({ url, key }: Sandbox): Promise<number> {
  const { baseUrl } = accessTo({ url, key });
  const start = performance.now();
  const answer = await fetch(`${baseUrl.href}/v1/campaigns?limit=100`, {
    headers: { 'X-Api-Key': key, Authorization: `Bearer ${key}` },
  });
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status} for the campaigns of ${OWN_WORKSPACE.name}`);
  await answer.text();
  return performance.now() - start;
}

function fill(sandbox: Sandbox, size: number): void {
  const answer = answerOf(4, 'steps');
  for (let number = 1_200; number < size; number += 1) sandbox.setCampaign(`bench-${number}`, answer);
}
