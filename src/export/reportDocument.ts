// A report as plain JSON: every number as a number, and as the string that tree, page and exports show.
import type { DataNote } from '../analytics/dataNotes';
import type { EngagementBase } from '../analytics/figures';
import type { Format } from '../analytics/format';
import { noteSentence } from '../analytics/noteWords';
import type { CampaignReport } from '../analytics/report';
import { summaryText } from '../analytics/summaryWords';
import {
  campaignStatus,
  daysText,
  definitions,
  leadStatus as leadStatusLabel,
  type Definition,
} from '../analytics/words';
import type { ExportOptions } from './exportOptions';
import {
  clickToOpenDocument,
  figuresDocument,
  rateDocument,
  totalsDocument,
  type FiguresDocument,
  type RateDocument,
  type TotalsDocument,
} from './figureDocument';
import { healthDocument, type HealthDocument } from './healthDocument';
import { stepDocument, type StepDocument } from './stepDocument';
import { subsequenceDocument, type SubsequenceDocument } from './subsequenceDocument';
import { trendDocument, type TrendDocument } from './trendDocument';
import { isoTime } from './utcTime';

export const REPORT_KIND = 'sendkit-analytics/report';
/** Raised when a field changes its meaning or goes away; fields may be added at any time. */
export const REPORT_VERSION = 1;

export interface LeadStatusDocument {
  /** `null` where SendKit gives no status at all. */
  readonly total: number | null;
  /** Largest first. Always of now, whatever the period. */
  readonly rows: readonly {
    readonly status: string;
    readonly label: string;
    readonly count: number | null;
    readonly share: RateDocument;
  }[];
}

export interface NoteDocument {
  readonly kind: DataNote['kind'];
  readonly sentence: string;
}

/**
 * A campaign's report. Rates, intervals, lines and losses are fractions (0.083 is 8.3 %); `null` is "unknown" or "nothing
 * to divide by", never zero; days are `YYYY-MM-DD`, times ISO 8601 in UTC; `text`, `label`, `sentence` are for people, in
 * the language of the export.
 */
export interface ReportDocument {
  readonly kind: typeof REPORT_KIND;
  readonly version: typeof REPORT_VERSION;
  /** When SendKit gave the figures. */
  readonly fetchedAt: string | null;
  /** SendKit's documented example, not a real campaign. */
  readonly sample: boolean;
  /** Why the figures could not be refreshed; `null` where they could. */
  readonly problem: string | null;
  readonly campaign: {
    readonly id: string;
    readonly name: string;
    readonly status: string | null;
    readonly statusLabel: string;
    readonly startedAt: string | null;
  };
  /** First and last day, both included; `null` is open. */
  readonly period: { readonly from: string | null; readonly to: string | null; readonly text: string };
  /** What opens, clicks, replies and unsubscribes are divided by. */
  readonly rateBase: EngagementBase;
  /** Whether the campaign counts opens and clicks; `null` where SendKit does not say. */
  readonly tracking: { readonly opens: boolean | null; readonly clicks: boolean | null };
  /** How the campaign does and what to do next, in a sentence or two. */
  readonly summary: string;
  /** Over the main sequence and all subsequences. */
  readonly figures: TotalsDocument;
  readonly clickToOpen: RateDocument;
  readonly health: HealthDocument;
  /** `null` where SendKit does not tell them apart. */
  readonly bySequence: { readonly main: FiguresDocument; readonly subsequence: FiguresDocument } | null;
  /** Of the main sequence. */
  readonly steps: readonly StepDocument[];
  readonly subsequences: readonly SubsequenceDocument[];
  readonly leadStatus: LeadStatusDocument;
  readonly totalReplied: number | null;
  /** What to know about the data before trusting a figure. */
  readonly notes: readonly NoteDocument[];
  /** What each rate and word in this report means. */
  readonly definitions: readonly Definition[];
  /** Day by day; `null` where SendKit gave no daily figures. */
  readonly trend: TrendDocument | null;
}

/** The versioned document of a report; `JSON.stringify` writes its keys in the order given here. */
export function reportDocument(report: CampaignReport, options: ExportOptions): ReportDocument {
  const { format, fetchedAt, sample = false, problem = null } = options;
  const { campaign, period, rateBase, tracking } = report;
  return {
    kind: REPORT_KIND,
    version: REPORT_VERSION,
    fetchedAt: isoTime(fetchedAt),
    sample,
    problem,
    campaign: {
      id: campaign.id,
      name: campaign.name,
      status: campaign.status,
      statusLabel: campaignStatus(campaign.status),
      startedAt: campaign.startedAt,
    },
    period: { from: period.from ?? null, to: period.to ?? null, text: daysText(period, format) },
    rateBase,
    tracking: { opens: tracking.opens, clicks: tracking.clicks },
    summary: summaryText(report, format),
    figures: totalsDocument(report, format),
    clickToOpen: clickToOpenDocument(report, format),
    health: healthDocument(report.health, format),
    bySequence: report.bySequence && {
      main: figuresDocument(report.bySequence.main, format),
      subsequence: figuresDocument(report.bySequence.subsequence, format),
    },
    steps: report.steps.map((step) => stepDocument(step, rateBase, format)),
    subsequences: report.subsequences.map((subsequence) => subsequenceDocument(subsequence, rateBase, format)),
    leadStatus: leadStatusDocument(report.leadStatus, format),
    totalReplied: report.totalReplied,
    notes: report.notes.map((note) => ({ kind: note.kind, sentence: noteSentence(note, format) })),
    definitions: definitions(report),
    trend: report.trend && trendDocument(report.trend, format),
  };
}

function leadStatusDocument({ total, rows }: CampaignReport['leadStatus'], format: Format): LeadStatusDocument {
  return {
    total,
    rows: rows.map(({ status, count, share }) => ({
      status,
      label: leadStatusLabel(status),
      count,
      share: rateDocument(share, format),
    })),
  };
}
