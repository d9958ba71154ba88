import type { CampaignReport } from '../analytics/report';
import type { StepReport } from '../analytics/steps';
import type { TestFile } from './testFile';

/** The steps of the sequence that a file is about; `undefined` where the campaign has no such sequence. */
export function stepsFor(
  { subsequence }: Pick<TestFile, 'subsequence'>,
  { steps, subsequences }: CampaignReport,
): readonly StepReport[] | undefined {
  return subsequence === null ? steps : subsequences.find(({ id }) => id === subsequence)?.steps;
}

/** The step that a file is about. */
export function stepFor(file: TestFile, report: CampaignReport): StepReport | undefined {
  return file.step === undefined ? undefined : stepsFor(file, report)?.find(({ rank }) => rank === file.step);
}
