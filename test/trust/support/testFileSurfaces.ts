// What is made of test files. A new one is made of a report; one that is there may say anything.
import { formatFor } from '../../../src/analytics/format';
import type { CampaignReport } from '../../../src/analytics/report';
import { placesOf } from '../../../src/analytics/summary';
import { safeName } from '../../../src/export/fileName';
import { checkTestFile } from '../../../src/testFiles/checkTestFile';
import { lensParts } from '../../../src/testFiles/lensWords';
import { newTestFile } from '../../../src/testFiles/newTestFile';
import { readTestFile } from '../../../src/testFiles/testFile';
import type { Surface } from './surfaces';

const TODAY = '2025-09-01';
const format = formatFor('en');

/** The files that are proposed for the tests of a report, and what stands in them and above them. */
export function* newTestFiles(report: CampaignReport): Generator<Surface> {
  const { id, name } = report.campaign;
  for (const { step, subsequence } of placesOf(report)) {
    const { rank, test } = step;
    if (!test || rank === null) continue;
    const variants = step.variants.map(({ label }) => label);
    const plan = { metric: test.metric ?? 'clicked', plannedSize: null, stopDate: TODAY } as const;
    const of = { hypothesis: name, campaign: id, subsequence: subsequence?.id ?? null };
    const text = newTestFile({ ...of, step: rank, variants, ...plan });
    yield { name: 'new test file', kind: 'json', text };
    const proposed = safeName(name, `email ${rank} ${TODAY}`).toLowerCase().replaceAll(' ', '-');
    yield { name: 'name of a test file', kind: 'fileName', text: `${proposed}.sendkit-test.json` };
    yield* aroundTestFile(text, 'new.sendkit-test.json', report);
  }
}

/** What is said of a test file that has this text everywhere, also in its name. */
export function* hostileTestFile(hostile: string, report: CampaignReport): Generator<Surface> {
  const text = hostile.slice(0, 3_000); // a file that is too long is not read
  const written = { hypothesis: text, campaign: text, metric: text, stopDate: text, plannedSize: 7 };
  const decision = { variant: text, date: text, reason: text };
  for (const step of report.steps.map(({ rank }) => rank)) {
    for (const other of [{}, { subsequence: text }, { metric: 'clicked' }]) {
      const file = JSON.stringify({ ...written, ...other, step, variants: [text, text], decision });
      yield* aroundTestFile(file, `${text}.sendkit-test.json`, report);
    }
  }
}

function* aroundTestFile(text: string, path: string, report: CampaignReport): Generator<Surface> {
  const file = readTestFile(text, path);
  if (!file) return;
  const { id, name } = report.campaign;
  const obstacle = { message: name, severity: 'error' } as const;
  const others = [{ ...file, plannedSize: 8 }];
  for (const known of [report, null]) {
    const flaws = checkTestFile(file, {
      ...{ campaigns: [{ id, name }], report: known, obstacle, others },
      ...{ today: TODAY, format },
    });
    for (const { message = '', choices } of flaws) {
      for (const said of [message, ...choices.map(({ title }) => title)]) {
        yield { name: 'test file', kind: 'plain', text: said };
      }
    }
  }
  for (const { step } of placesOf(report)) {
    const parts = step.test ? lensParts(file, step.test, TODAY, format) : [];
    for (const part of parts) yield { name: 'above a test file', kind: 'plain', text: part };
  }
}
