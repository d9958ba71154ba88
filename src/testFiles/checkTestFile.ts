// What a test file says, against what its campaign has. Wrong types are the JSON schema's to report.
import type { Format } from '../analytics/format';
import type { CampaignReport } from '../analytics/report';
import { checkDays } from './checkDays';
import { checkMetric, checkSize } from './checkPlan';
import { checkStep } from './checkStep';
import { checkVariants } from './checkVariants';
import { choiceOf, flawAt, type Flaw, type Severity } from './flaw';
import type { TestFile } from './testFile';
import { stepFor } from './testedStep';

/** What is known when a file is checked. */
export interface Known {
  /** Those that are loaded. */
  readonly campaigns: readonly { readonly id: string; readonly name: string }[];
  readonly report: CampaignReport | null;
  /** Why there is no report. */
  readonly obstacle: { readonly message: string; readonly severity: Severity } | null;
  readonly others: readonly TestFile[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly format: Format;
}

export function checkTestFile(file: TestFile, known: Known): Flaw[] {
  const { report, today, format, others } = known;
  const { campaign, fields, decision, plannedSize } = file;
  const step = report ? stepFor(file, report) : undefined;
  const test = step?.test ?? undefined;
  const size = test?.plan.perVariant;
  const written = fields.get('decision');
  return [
    ...(report
      ? checkStep(file, report)
      : flawAt(
          fields.get('campaign'),
          campaign === undefined ? undefined : known.obstacle?.message,
          known.campaigns.map(({ id, name }) => choiceOf(name, id)),
          known.obstacle?.severity,
        )),
    ...(step && test ? checkVariants(file, step) : []),
    ...checkMetric(file, test),
    ...checkSize(file, others, format),
    ...(size && !plannedSize ? flawAt(fields.get('plannedSize'), undefined, [choiceOf(format.count(size), size)]) : []),
    ...checkDays(file, { started: report?.campaign.startedAt?.slice(0, 10) ?? '', today, format }),
    ...(decision || written?.value === null ? [] : flawAt(written, undefined, [choiceOf('null', null)])),
  ];
}
