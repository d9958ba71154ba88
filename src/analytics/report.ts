import type { OddValue } from '../sendkit/decode';
import type { CampaignAnalytics, Count } from '../sendkit/schemas';
import { dataNotesOf, type DataNote } from './dataNotes';
import { deliveredOf, figuresOf, type EngagementBase, type Figures } from './figures';
import { leadStatusOf, type LeadStatus } from './leadStatus';
import { rate, type Rate } from './rate';
import { stepsOf, type StepReport } from './steps';

/** A campaign's analytics with their meaning, as plain data: what the tree, the page, exports and tools all show. */
export interface CampaignReport {
  readonly campaign: {
    readonly id: string;
    readonly name: string;
    readonly status: string | null;
    /** ISO 8601. */
    readonly startedAt: string | null;
  };
  readonly rateBase: EngagementBase;
  readonly figures: Figures;
  readonly clickToOpen: Rate;
  readonly steps: readonly StepReport[];
  readonly leadStatus: LeadStatus;
  readonly totalReplied: Count;
  readonly notes: readonly DataNote[];
}

export interface ReportOptions {
  /** The id that was asked for: the campaign's identity, whatever the answer says. */
  readonly id: string;
  readonly rateBase: EngagementBase;
  readonly oddValues?: readonly OddValue[];
}

/** The report of one answer. Pure: the same answer and options give the same report. */
export function reportOf(answer: CampaignAnalytics, { id, rateBase, oddValues = [] }: ReportOptions): CampaignReport {
  const figures = figuresOf({ ...answer.stats, delivered: deliveredOf(answer.stats) }, rateBase);
  const steps = stepsOf(answer.stepAnalytics, rateBase);
  return {
    campaign: {
      id,
      name: answer.campaign.name ?? id,
      status: answer.campaign.status,
      startedAt: answer.campaign.startedAt,
    },
    rateBase,
    figures,
    clickToOpen: rate(figures.clicked.count, figures.opened.count, 'opened'),
    steps,
    leadStatus: leadStatusOf(answer.statusBreakdown),
    totalReplied: answer.totalReplied,
    notes: dataNotesOf(answer, figures, steps, oddValues),
  };
}
