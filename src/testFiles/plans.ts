import type { PlannedSize } from '../analytics/testPlan';
import type { TestFile } from './testFile';

const SAME_TEST = ['subsequence', 'step', 'metric'] as const;

/** What a file plans; `undefined` where it does not say for what. */
function planIn({ step, subsequence, metric, plannedSize, name }: TestFile): PlannedSize | undefined {
  return step === undefined || subsequence === undefined || !metric || plannedSize === undefined
    ? undefined
    : { step, subsequence, metric, perVariant: plannedSize, file: name };
}

/** What files plan for a campaign: what is still to be decided first, and of several sizes for one test the largest. */
export function plannedSizes(campaign: string, files: readonly TestFile[]): readonly PlannedSize[] {
  const order = ({ decision, plannedSize = 0 }: TestFile): number => (decision ? -1 / plannedSize : plannedSize);
  return files
    .filter((file) => file.campaign === campaign)
    .sort((a, b) => order(b) - order(a))
    .flatMap((file) => planIn(file) ?? []);
}

/** Those of other files that plan another size for the same test, which is still to be decided in both. */
export function contradicting(file: TestFile, others: readonly TestFile[]): readonly PlannedSize[] {
  const own = planIn(file);
  if (!own || file.decision) return [];
  return others.flatMap((other) => {
    const plan = other.campaign === file.campaign && !other.decision ? planIn(other) : undefined;
    return plan && plan.perVariant !== own.perVariant && SAME_TEST.every((name) => plan[name] === own[name])
      ? plan
      : [];
  });
}
