// Everything that the extension and the report page say to each other. Both sides decode what arrives as `unknown`:
// `fromPage.ts` and `toPage.ts`.
import type { ChartRef } from '../analytics/chartRef';
import type { Comparison } from '../analytics/comparison';
import type { PeriodChoice } from '../analytics/period';
import type { CampaignReport } from '../analytics/report';

/** Why a report could not be refreshed, in words for a person, and what can be done about it. */
export interface ReportProblem {
  readonly message: string;
  readonly remedy: 'setApiKey' | 'selectWorkspace' | 'openBaseUrlSetting' | 'refresh';
}

/** All that the page shows. The page keeps nothing but where its reader was. */
export interface ReportView {
  /** BCP 47, for numbers and dates. */
  readonly locale: string;
  /** The l10n bundle of that language, `null` for English. */
  readonly strings: Readonly<Record<string, string>> | null;
  /** Kept by the page with `setState({ campaign: id, … })`, so that the panel can be restored. */
  readonly id: string;
  readonly name: string;
  /** The bundled example: said so, and never refreshed. */
  readonly sample: boolean;
  /** The workspace's name, where the key opens several. */
  readonly workspace: string | null;
  /** What was chosen; `report.period` says which days the figures shown are of. */
  readonly period: PeriodChoice;
  readonly loading: boolean;
  /** `null` until a first answer is there. */
  readonly report: CampaignReport | null;
  /** Epoch milliseconds of the answer behind `report`. */
  readonly fetchedAt: number | null;
  readonly problem: ReportProblem | null;
  /** Epoch milliseconds, the newest first: what the report can be set back to. */
  readonly moments: readonly number[];
  /** What it is set back to; `null` is now. */
  readonly moment: number | null;
  /** What is different from the figures of the visit before, in words; `null` where nothing is. */
  readonly changed: { readonly since: number; readonly sentences: readonly string[] } | null;
}

/** Draw this. Each one replaces the one before. */
export interface ShowMessage {
  readonly type: 'show';
  readonly view: ReportView;
  /** It answers `ready`: a page that has drawn what was sent ahead of that needs it no more. */
  readonly unlessShown?: true;
}

/** A campaign over a period, as the page keeps it for a restart. */
export interface ComparedRef {
  readonly id: string;
  readonly choice: PeriodChoice;
  readonly workspace: { readonly id: string; readonly name: string | null } | null;
}

/** All that the page shows of a comparison. */
export interface ComparisonView extends Pick<ReportView, 'locale' | 'strings' | 'loading' | 'fetchedAt' | 'problem'> {
  /** Kept by the page with `setState({ comparison: compared, … })`, so that the panel can be restored. */
  readonly compared: readonly ComparedRef[];
  /** `null` until at least two campaigns have been read. */
  readonly comparison: Comparison | null;
}

/** Draw this comparison. Each one replaces the one before. */
export interface ShowComparisonMessage {
  readonly type: 'showComparison';
  readonly view: ComparisonView;
}

/** Bring this part of the report into view, once there is one. */
export interface GoToMessage {
  readonly type: 'goTo';
  readonly section: ReportSection;
}

/** The parts of a report that something may point to. */
export const REPORT_SECTIONS = ['health', 'trend', 'steps', 'subsequences', 'total-replied'] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** Make a PNG of this chart, which only a page can: to be saved it is sent back, to be copied it is put on the clipboard. */
export interface DrawPictureMessage {
  readonly type: 'drawPicture';
  readonly chart: ChartRef;
  readonly use: PictureUse;
  /** The chart as the extension drew it: a whole SVG file. */
  readonly svg: string;
}

export const PICTURE_USES = ['save', 'copy'] as const;
export type PictureUse = (typeof PICTURE_USES)[number];

export type MessageToPage = ShowMessage | ShowComparisonMessage | GoToMessage | DrawPictureMessage;

/** What the page asks for without saying more. */
export const PLAIN_REQUESTS = [
  /** The page has drawn its frame: send the view. */
  'ready',
  /** Ask SendKit again. */
  'refresh',
  /** Stop the request under way. */
  'cancel',
  'setApiKey',
  'selectWorkspace',
  'openBaseUrlSetting',
  'showLog',
  /** A picture is on the clipboard: say so. */
  'pictureCopied',
] as const;

export interface PlainMessage {
  readonly type: (typeof PLAIN_REQUESTS)[number];
}

/** Show the figures of another period, and remember it for this campaign. */
export interface SelectPeriodMessage {
  readonly type: 'selectPeriod';
  readonly period: PeriodChoice;
}

/** A picture that was to be saved. */
export interface PictureMessage {
  readonly type: 'picture';
  readonly chart: ChartRef;
  /** At most `MOST_PICTURE_BYTES`. */
  readonly png: Uint8Array;
}

/** It could not be drawn, or the clipboard did not take it. */
export interface NoPictureMessage {
  readonly type: 'noPicture';
  readonly chart: ChartRef;
  readonly use: PictureUse;
}

/** The longest chart has a tenth of it. */
export const MOST_PICTURE_BYTES = 8 * 1024 * 1024;

/** Show the figures of this moment, one of `moments`; `null` is now. */
export interface ShowMomentMessage {
  readonly type: 'showMoment';
  readonly at: number | null;
}

/** None names a command, a path or a URL. */
export type MessageFromPage =
  ShowMomentMessage | PlainMessage | SelectPeriodMessage | PictureMessage | NoPictureMessage;
