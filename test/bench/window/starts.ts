import type { Row } from '../figures/row';
import { Samples } from '../figures/samples';
import { CAMPAIGN_IDS } from '../../sandbox/data/ids';
import { startSandbox } from '../../sandbox/server';
import type { BenchOptions } from '../options';
import { activation, activationAnew } from './activation';
import { openBenchWindow } from './benchWindow';
import { accessTo, keptAnswer, keptAnswers } from './kept';
import { LONG_ID, longAnswer } from './longCampaign';
import { panels } from './panels';
import { tree } from './tree';

/** In the order in which they disturb each other least. */
const COLLECTORS = [activation, panels, tree, activationAnew];

/**
 * Starts VS Code anew so many times, and measures in each window all that needs no key. With an earlier commit, every
 * other window has our extension as it was then, and its rows come after those of now.
 */
export async function measureStarts({ starts, before }: BenchOptions): Promise<Row[]> {
  const sandbox = await startSandbox();
  const builds = [
    { commit: null, samples: new Samples() },
    ...(before === null ? [] : [{ commit: before, samples: new Samples() }]),
  ];
  try {
    const kept = await keptAnswers(sandbox, [CAMPAIGN_IDS.subsequencesAndVariants], { whole: true });
    kept.set(...(await keptAnswer(accessTo(sandbox).baseUrl.origin, LONG_ID, longAnswer(), 1)));
    for (let start = 0; start < starts; start += 1) {
      for (const { commit, samples } of builds) {
        const window = await openBenchWindow({ apiBaseUrl: sandbox.url, kept, commit });
        try {
          for (const { collect } of COLLECTORS) await collect(window, start, samples);
        } finally {
          await window.close();
        }
      }
      console.log(`start ${start + 1} of ${starts}`);
    }
  } finally {
    await sandbox.close();
  }
  return builds.flatMap(({ commit, samples }) =>
    COLLECTORS.flatMap(({ rows }) => rows(samples)).map((row) => (commit === null ? row : earlier(row))),
  );
}

/** What was is no goal any more. */
function earlier(row: Row): Row {
  return { ...row, about: `Before: ${row.about}`, goal: null };
}
