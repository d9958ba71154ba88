import type { CampaignAnalytics, Count } from '../sendkit/schemas';
import type { OddValue } from '../sendkit/decode';
import type { ABTest } from './abTest';
import { contradictsBounced, type Figures } from './figures';
import { sum } from './rate';
import type { StepReport } from './steps';
import type { SubsequenceReport } from './subsequences';

/** The figures that step rows have too, so that their sums can be held against the totals. */
const COMPARABLE = ['sent', 'opened', 'clicked', 'bounced'] as const;
type Comparable = (typeof COMPARABLE)[number];

/** Where a note belongs: the rank of a step, a step without one, or the campaign's totals. */
export type NotePlace = number | 'unnumbered' | null;

/** The subsequence that a step stands in; absent for the main sequence. */
export interface InSubsequence {
  readonly subsequence?: Pick<SubsequenceReport, 'name' | 'trigger'>;
}

/** What completes the analytics, and could not be had. */
export interface MissingPart {
  readonly part: 'detail' | 'totals' | 'daily';
  /** A sentence for a person. */
  readonly reason: string;
}

/** Something about the data that a reader should know before trusting a figure. Words for it are in `words.ts`. */
export type DataNote =
  | {
      readonly kind: 'deliveredContradictsBounced';
      readonly delivered: number;
      readonly bounced: Count;
      readonly sent: number;
      /** What stands in its place. */
      readonly shown: Count;
    }
  | { readonly kind: 'deliveredMissing'; readonly shown: Count }
  | { readonly kind: 'stepsDoNotAddUp'; readonly figure: Comparable; readonly steps: number; readonly total: number }
  | { readonly kind: 'totalRepliedDiffers'; readonly totalReplied: number; readonly replied: number }
  | {
      readonly kind: 'openedAboveDelivered';
      readonly step: NotePlace;
      readonly opened: number;
      readonly delivered: number;
    }
  | {
      readonly kind: 'clickedAboveOpened';
      readonly step: NotePlace;
      readonly clicked: number;
      readonly opened: number;
    }
  | { readonly kind: 'bouncedAboveSent'; readonly step: NotePlace; readonly bounced: number; readonly sent: number }
  | ({ readonly kind: 'partMissing' } & MissingPart)
  | ({
      readonly kind: 'variantsNotCompared';
      readonly step: NotePlace;
      readonly why: NonNullable<ABTest['obstacle']>;
    } & InSubsequence)
  | ({ readonly kind: 'unevenSends'; readonly step: NotePlace; readonly p: number } & InSubsequence)
  | { readonly kind: 'stepWithoutNumber' }
  | { readonly kind: 'repeatedRows'; readonly step: Count }
  | { readonly kind: 'oddValue'; readonly value: OddValue };

/** All notes on one answer, the weightiest first. */
export function dataNotesOf(
  answer: CampaignAnalytics,
  figures: Figures,
  steps: readonly StepReport[],
  subsequences: readonly SubsequenceReport[],
  oddValues: readonly OddValue[],
): DataNote[] {
  return [
    ...deliveredNotes(answer.stats, figures.delivered.count),
    ...orderNotes(figures, null),
    ...steps.flatMap((step) => orderNotes(step.figures, step.rank ?? 'unnumbered')),
    ...steps.flatMap((step) => testNotes(step)),
    ...subsequences.flatMap(({ name, trigger, steps }) =>
      steps.flatMap((step) => testNotes(step, { subsequence: { name, trigger } })),
    ),
    ...stepSumNotes(figures, steps),
    ...replyNotes(answer),
    ...rowNotes(answer),
    ...oddValues.map((value): DataNote => ({ kind: 'oddValue', value })),
  ];
}

function deliveredNotes(stats: CampaignAnalytics['stats'], shown: Count): DataNote[] {
  const { delivered, bounced, sent } = stats;
  if (delivered === null) return [{ kind: 'deliveredMissing', shown }];
  return sent !== null && contradictsBounced(stats)
    ? [{ kind: 'deliveredContradictsBounced', delivered, bounced, sent, shown }]
    : [];
}

/** Nobody opens what was not delivered, or clicks in what was not opened; nothing bounces that was not sent. */
function orderNotes(figures: Figures, step: NotePlace): DataNote[] {
  const { sent, delivered, opened, clicked, bounced } = figures;
  const notes: DataNote[] = [];
  if (isAbove(bounced.count, sent.count)) {
    notes.push({ kind: 'bouncedAboveSent', step, bounced: bounced.count ?? 0, sent: sent.count ?? 0 });
  }
  if (isAbove(opened.count, delivered.count)) {
    notes.push({ kind: 'openedAboveDelivered', step, opened: opened.count ?? 0, delivered: delivered.count ?? 0 });
  }
  if (isAbove(clicked.count, opened.count)) {
    notes.push({ kind: 'clickedAboveOpened', step, clicked: clicked.count ?? 0, opened: opened.count ?? 0 });
  }
  return notes;
}

function testNotes({ rank, test }: StepReport, where: InSubsequence = {}): DataNote[] {
  const step = rank ?? 'unnumbered';
  if (test === null) return [];
  return [
    ...(test.obstacle === null ? [] : [{ kind: 'variantsNotCompared', step, why: test.obstacle, ...where } as const]),
    ...(test.unevenSends === null ? [] : [{ kind: 'unevenSends', step, p: test.unevenSends, ...where } as const]),
  ];
}

function isAbove(a: Count, b: Count): boolean {
  return a !== null && b !== null && a > b;
}

function stepSumNotes(figures: Figures, steps: readonly StepReport[]): DataNote[] {
  if (steps.length === 0) return [];
  return COMPARABLE.flatMap((figure): DataNote[] => {
    const inSteps = sum(steps.map((step) => step.figures[figure].count));
    const total = figures[figure].count;
    return inSteps !== null && total !== null && inSteps !== total
      ? [{ kind: 'stepsDoNotAddUp', figure, steps: inSteps, total }]
      : [];
  });
}

function replyNotes({ totalReplied, stats: { replied } }: CampaignAnalytics): DataNote[] {
  return totalReplied !== null && replied !== null && totalReplied !== replied
    ? [{ kind: 'totalRepliedDiffers', totalReplied, replied }]
    : [];
}

function rowNotes({ stepAnalytics }: CampaignAnalytics): DataNote[] {
  const notes: DataNote[] = [];
  if (stepAnalytics.some((row) => row._id.sequenceStep === null)) notes.push({ kind: 'stepWithoutNumber' });
  const seen = new Set<string>();
  const repeated = new Set<Count>();
  for (const { _id } of stepAnalytics) {
    const key = JSON.stringify([_id.sequenceStep, _id.variant]);
    if (seen.has(key)) repeated.add(_id.sequenceStep);
    seen.add(key);
  }
  return [...notes, ...[...repeated].map((step): DataNote => ({ kind: 'repeatedRows', step }))];
}
