// One row for each variant of a tested step, and one for each step that was not tested: nothing is counted twice in a pivot.
import type { FigureName, Figures } from '../analytics/figures';
import type { ComparedVariant } from '../analytics/abTest';
import type { CampaignReport } from '../analytics/report';
import type { StepReport } from '../analytics/steps';
import { verdictLabel } from '../analytics/testWords';
import type { VariantReport } from '../analytics/variant';
import { stepName, subsequenceName, variantName } from '../analytics/words';
import { campaignColumns } from './csvCampaign';
import { rateColumns } from './csvRates';
import { csvTable, type CsvColumn } from './csvTable';
import type { ExportOptions } from './exportOptions';

interface StepRow {
  /** `null` for the main sequence. */
  readonly subsequence: string | null;
  readonly step: StepReport;
  /** `null` for a step that was not tested. */
  readonly variant: VariantReport | null;
  readonly compared: ComparedVariant | null;
  readonly figures: Figures;
}

const COUNTS = [
  'sent',
  'delivered',
  'opened',
  'clicked',
  'replied',
  'bounced',
] as const satisfies readonly FigureName[];
const RATES = [
  ['delivered', 'delivery_rate'],
  ['opened', 'open_rate'],
  ['clicked', 'click_rate'],
  ['replied', 'reply_rate'],
  ['bounced', 'bounce_rate'],
] as const satisfies readonly (readonly [FigureName, string])[];

/** Steps and variants with counts, rates, intervals and verdicts, those of subsequences too. */
export function stepsCsv(report: CampaignReport, options: ExportOptions): string {
  return csvTable(columnsOf(report, options), rowsOf(report));
}

function columnsOf(report: CampaignReport, options: ExportOptions): CsvColumn<StepRow>[] {
  const { format } = options;
  return [
    ...campaignColumns<StepRow>(report, options),
    { name: 'subsequence', cell: ({ subsequence }) => subsequence },
    { name: 'step', cell: ({ step }) => step.rank },
    { name: 'sequence_step', cell: ({ step }) => step.sequenceStep },
    { name: 'step_name', cell: ({ step }) => step.name ?? stepName(step) },
    { name: 'subject', cell: ({ step }) => step.subject },
    { name: 'variant', cell: ({ variant }) => variant && (variant.label ?? variantName(variant)) },
    ...COUNTS.map((name): CsvColumn<StepRow> => ({ name, cell: ({ figures }) => figures[name].count })),
    ...RATES.flatMap(([figure, name]) => rateColumns<StepRow>(name, ({ figures }) => figures[figure].rate, format)),
    { name: 'verdict', cell: ({ step }) => step.test?.word ?? null },
    { name: 'verdict_text', cell: ({ step }) => step.test && verdictLabel(step.test) },
    { name: 'verdict_metric', cell: ({ step }) => step.test?.metric ?? null },
    { name: 'verdict_interim', cell: ({ step }) => step.test?.interim ?? null },
    { name: 'leader', cell: isLeader },
    { name: 'best_probability', cell: ({ compared }) => compared?.bestProbability ?? null },
    { name: 'expected_loss', cell: ({ compared }) => compared?.expectedLoss ?? null },
    { name: 'planned_per_variant', cell: ({ step }) => step.test?.plan.perVariant ?? null },
    { name: 'missing_per_variant', cell: ({ step }) => step.test?.plan.missing ?? null },
    { name: 'planned_in', cell: ({ step }) => step.test?.plan.file ?? null },
  ];
}

/** Whether the variant has the highest rate; unknown where no variant does. */
function isLeader({ step, variant }: StepRow): boolean | null {
  return step.test?.leader === undefined || !variant ? null : step.test.leader === variant.label;
}

function rowsOf({ steps, subsequences }: CampaignReport): StepRow[] {
  return [
    ...steps.flatMap((step) => rowsOfStep(step, null)),
    ...subsequences.flatMap((subsequence) =>
      subsequence.steps.flatMap((step) => rowsOfStep(step, subsequenceName(subsequence))),
    ),
  ];
}

function rowsOfStep(step: StepReport, subsequence: string | null): StepRow[] {
  if (step.variants.length === 0) {
    return [{ subsequence, step, variant: null, compared: null, figures: step.figures }];
  }
  return step.variants.map((variant, index) => ({
    subsequence,
    step,
    variant,
    compared: step.test?.variants[index] ?? null,
    figures: variant.figures,
  }));
}
