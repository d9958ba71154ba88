import type { Row } from '../figures/row';
import { Samples } from '../figures/samples';
import { CAMPAIGN_IDS } from '../../sandbox/data/ids';
import { startSandbox } from '../../sandbox/server';
import { activation, activationAnew } from './activation';
import { openBenchWindow } from './benchWindow';
import { accessTo, keptAnswer, keptAnswers } from './kept';
import { LONG_ID, longAnswer } from './longCampaign';
import { panels } from './panels';
import { tree } from './tree';

/** In the order in which they disturb each other least. */
const COLLECTORS = [activation, panels, tree, activationAnew];

/** Starts VS Code anew so many times, and measures in each window all that needs no key. */
export async function measureStarts(starts: number): Promise<Row[]> {
  const sandbox = await startSandbox();
  const samples = new Samples();
  try {
    const { origin } = accessTo(sandbox).baseUrl;
    const kept = await keptAnswers(sandbox, [CAMPAIGN_IDS.subsequencesAndVariants], { whole: true });
    kept.set(...(await keptAnswer(origin, LONG_ID, longAnswer(), 1)));
    for (let start = 0; start < starts; start += 1) {
      const window = await openBenchWindow({ apiBaseUrl: sandbox.url, kept });
      try {
        for (const { collect } of COLLECTORS) await collect(window, start, samples);
      } finally {
        await window.close();
      }
      console.log(`start ${start + 1} of ${starts}`);
    }
    return COLLECTORS.flatMap(({ rows }) => rows(samples));
  } finally {
    await sandbox.close();
  }
}
