// The lines of the planner, as plain data.
import type { Format } from '../analytics/format';
import { liftSize, liftTitle, listLimitSentence, planText, variantCount } from '../analytics/plannerWords';
import type { CampaignReport } from '../analytics/report';
import { listLimitOf, plannedLift, type PlannedLift, type Testable } from '../analytics/testPlanner';
import { markdownText } from '../export/markdownText';

export interface PlannerLine {
  readonly label: string;
  readonly description?: string;
  /** What choosing the line copies; absent on a line that only explains. */
  readonly plan?: string;
}

export interface PlannerGroup {
  readonly title: string;
  readonly lines: readonly PlannerLine[];
}

const LIFTS = [1.25, 1.5, 2, 3];
const VARIANTS = [2, 3];

/** Sizes for common lifts, or for the one that was typed, by how many variants; and what the list cannot show. */
export function plannerGroups(
  report: CampaignReport,
  testable: Testable,
  { typed, today, format }: { readonly typed: string; readonly today: string; readonly format: Format },
): PlannerGroup[] {
  const own = liftOf(typed);
  const [name, written] = [markdownText(report.campaign.name), inMarkdown(testable)];
  const lifts = own === undefined ? LIFTS : [own];
  return VARIANTS.map((variants) => {
    const limit = listLimitOf(testable, report, variants);
    const line = (planned: PlannedLift): PlannerLine => ({
      label: liftTitle(planned, testable, format),
      description: liftSize(planned, format),
      plan: planText(name, written, planned, limit, format),
    });
    return {
      title: variantCount(variants, format),
      lines: [
        ...lifts.map((lift) => line(plannedLift(testable, lift, variants, today))),
        ...(limit === null ? [] : [{ label: listLimitSentence(limit, testable, format) }]),
      ],
    };
  });
}

/** What becomes a line of Markdown. */
function inMarkdown({ step, ...rest }: Testable): Testable {
  return { ...rest, step: { ...step, name: step.name === null ? null : markdownText(step.name) } };
}

/** `1.8`, `1,8×` or `80%` as a factor; `undefined` for what is no lift. */
export function liftOf(typed: string): number | undefined {
  const match = /^\s*\+?(\d{1,4}(?:[.,]\d{1,4})?)\s*([%x×]?)\s*$/i.exec(typed);
  if (!match) return undefined;
  const number = Number(match[1]?.replace(',', '.'));
  const lift = match[2] === '%' ? 1 + number / 100 : number;
  return lift > 1 && lift <= 1000 ? lift : undefined;
}
