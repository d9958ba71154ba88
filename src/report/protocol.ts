// Everything that the extension and the report page say to each other. Both sides decode what arrives as `unknown`.
import * as v from 'valibot';
import type { DataNote } from '../analytics/dataNotes';
import type { CampaignReport } from '../analytics/report';

/** Why a report could not be refreshed, in words for a person, and what can be done about it. */
export interface ReportProblem {
  readonly message: string;
  readonly remedy: 'setApiKey' | 'openBaseUrlSetting' | 'refresh';
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
  readonly loading: boolean;
  /** `null` until a first answer is there. */
  readonly report: CampaignReport | null;
  /** Epoch milliseconds of the answer behind `report`. */
  readonly fetchedAt: number | null;
  readonly problem: ReportProblem | null;
}

/** Draw this. Each one replaces the one before. */
export interface ShowMessage {
  readonly type: 'show';
  readonly view: ReportView;
}

export type MessageToPage = ShowMessage;

/** What the page asks for. None names a command, a path or a URL. */
export const MESSAGES_FROM_PAGE = [
  /** The page has drawn its frame: send the view. */
  'ready',
  /** Ask SendKit again. */
  'refresh',
  /** Stop the request under way. */
  'cancel',
  'setApiKey',
  'openBaseUrlSetting',
  'showLog',
] as const;

export interface MessageFromPage {
  readonly type: (typeof MESSAGES_FROM_PAGE)[number];
}

const fromPage = v.object({ type: v.picklist(MESSAGES_FROM_PAGE) });

/** A message of the page, or `undefined` for anything else. */
export function decodeFromPage(message: unknown): MessageFromPage | undefined {
  const result = v.safeParse(fromPage, message);
  return result.success ? result.output : undefined;
}

const number = v.nullable(v.pipe(v.number(), v.finite()));
const rate = v.object({
  numerator: number,
  denominator: number,
  base: v.picklist(['sent', 'delivered', 'opened', 'leads']),
  value: number,
  interval: v.nullable(v.object({ low: v.number(), high: v.number() })),
});
const figure = <const Name extends string>(name: Name) =>
  v.object({ name: v.literal(name), count: number, rate: v.nullable(rate), otherRate: v.nullable(rate) });
const figures = v.object({
  sent: figure('sent'),
  delivered: figure('delivered'),
  opened: figure('opened'),
  clicked: figure('clicked'),
  replied: figure('replied'),
  bounced: figure('bounced'),
  unsubscribed: figure('unsubscribed'),
});
const count = v.pipe(v.number(), v.finite());
const step = v.nullable(v.union([count, v.literal('unnumbered')]));
const note: v.GenericSchema<unknown, DataNote> = v.variant('kind', [
  v.object({
    kind: v.literal('deliveredContradictsBounced'),
    delivered: count,
    bounced: number,
    sent: count,
    shown: number,
  }),
  v.object({ kind: v.literal('deliveredMissing'), shown: number }),
  v.object({
    kind: v.literal('stepsDoNotAddUp'),
    figure: v.picklist(['sent', 'opened', 'clicked', 'bounced']),
    steps: count,
    total: count,
  }),
  v.object({ kind: v.literal('totalRepliedDiffers'), totalReplied: count, replied: count }),
  v.object({ kind: v.literal('openedAboveDelivered'), step, opened: count, delivered: count }),
  v.object({ kind: v.literal('clickedAboveOpened'), step, clicked: count, opened: count }),
  v.object({ kind: v.literal('bouncedAboveSent'), step, bounced: count, sent: count }),
  v.object({ kind: v.literal('stepWithoutNumber') }),
  v.object({ kind: v.literal('repeatedRows'), step: number }),
  v.object({
    kind: v.literal('oddValue'),
    value: v.object({ path: v.string(), treatment: v.picklist(['ignored', 'converted']), times: count }),
  }),
]);
const report: v.GenericSchema<unknown, CampaignReport> = v.object({
  campaign: v.object({
    id: v.string(),
    name: v.string(),
    status: v.nullable(v.string()),
    startedAt: v.nullable(v.string()),
  }),
  rateBase: v.picklist(['delivered', 'sent']),
  figures,
  clickToOpen: rate,
  steps: v.array(
    v.object({
      rank: number,
      sequenceStep: number,
      figures,
      variants: v.array(v.object({ label: v.nullable(v.string()), figures })),
    }),
  ),
  leadStatus: v.object({
    total: number,
    rows: v.array(v.object({ status: v.string(), count: number, share: rate })),
  }),
  totalReplied: number,
  notes: v.array(note),
});

const toPage: v.GenericSchema<unknown, MessageToPage> = v.object({
  type: v.literal('show'),
  view: v.object({
    locale: v.string(),
    strings: v.nullable(v.record(v.string(), v.string())),
    id: v.string(),
    name: v.string(),
    sample: v.boolean(),
    loading: v.boolean(),
    report: v.nullable(report),
    fetchedAt: number,
    problem: v.nullable(
      v.object({ message: v.string(), remedy: v.picklist(['setApiKey', 'openBaseUrlSetting', 'refresh']) }),
    ),
  }),
});

/** A message of the extension, or `undefined` for anything else. */
export function decodeToPage(message: unknown): MessageToPage | undefined {
  const result = v.safeParse(toPage, message);
  return result.success ? result.output : undefined;
}
