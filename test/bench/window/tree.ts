import { comparison } from '../figures/row';
import type { BenchWindow } from './benchWindow';
import type { Collector } from './collector';
import { LONG_NAME } from './longCampaign';

/** Far down among what is in sight once everything has been expanded. */
const A_STEP = { selector: '.sidebar .monaco-list-row .label-name', text: 'Email 5' };

const TREES = [
  { view: 'SendKit', campaign: LONG_NAME, name: 'ours' },
  { view: 'Floor', campaign: 'Floor', name: 'floor' },
] as const;

/** Expanding a campaign, of which overview and steps are open: 75 rows, and 240 folded within them. */
export const tree: Collector = {
  async collect(window, start, samples) {
    const trees = start % 2 === 0 ? TREES : [...TREES].reverse();
    for (const { view, campaign, name } of trees) {
      await window.window.openViewContainer(view);
      samples.add(`expanding ${name}`, await expand(window, campaign));
    }
  },

  rows: (samples) => [
    comparison(
      { about: 'Expanding a campaign', what: '60 steps × 4 variants', unit: 'ms' },
      samples.of('expanding ours'),
      { what: 'rows that are there', values: samples.of('expanding floor') },
    ),
  ],
};

async function expand({ window, paint }: BenchWindow, campaign: string): Promise<number> {
  const row = window.page.locator('.sidebar .monaco-list-row').filter({ hasText: campaign }).first();
  await row.waitFor();
  return paint.untilSeen(A_STEP, () => row.locator('.monaco-tl-twistie').click());
}
