// What the page is given in the tests: views made from answers by the same code as in the extension.
import { reportOf, type CampaignReport } from '../../../src/analytics/report';
import { decode } from '../../../src/sendkit/decode';
import { campaignAnalyticsSchema } from '../../../src/sendkit/schemas';
import type { ReportView } from '../../../src/report/protocol';
import sample from '../../../src/campaigns/sampleAnswer.json';

/** July 1, 2025, 9:30 in UTC. */
export const FETCHED_AT = Date.UTC(2025, 6, 1, 9, 30);

export const SEED_ANSWER = sample.data;

/** The report of an answer's `data`. */
export function reportFrom(data: unknown, rateBase: CampaignReport['rateBase'] = 'delivered'): CampaignReport {
  const { value, oddValues } = decode({ success: true, data }, campaignAnalyticsSchema);
  return reportOf(value, { id: value.campaign.id ?? 'campaign', rateBase, oddValues });
}

/** A view as the extension sends it: the seed's campaign, loaded, unless told otherwise. */
export function viewOf(change: Partial<ReportView> = {}): ReportView {
  const report = change.report === undefined ? reportFrom(SEED_ANSWER) : change.report;
  return {
    locale: 'en',
    strings: null,
    id: SEED_ANSWER.campaign.id,
    name: report?.campaign.name ?? SEED_ANSWER.campaign.name,
    sample: false,
    loading: false,
    fetchedAt: report ? FETCHED_AT : null,
    problem: null,
    ...change,
    report,
  };
}

interface Row {
  readonly _id: { readonly sequenceStep: number | null; readonly variant: string | null };
  readonly sent: number;
  readonly opened: number;
  readonly clicked: number;
  readonly bounced: number;
  readonly replied?: number;
}

/** An answer with `count` steps of `variants` variants each, all different, always the same. */
export function answerWithSteps(count: number, variants: number): unknown {
  const stepAnalytics: Row[] = [];
  for (let step = 0; step < count; step++) {
    for (let variant = 0; variant < Math.max(1, variants); variant++) {
      const sent = 2000 - step * 30 + variant * 7;
      stepAnalytics.push({
        _id: { sequenceStep: step * 2, variant: variants === 0 ? null : String.fromCharCode(65 + variant) },
        sent,
        opened: Math.round(sent * (0.62 - step * 0.008 - variant * 0.03)),
        clicked: Math.round(sent * (0.12 - step * 0.0015 + variant * 0.012)),
        bounced: Math.round(sent * (0.021 + variant * 0.004)),
      });
    }
  }
  const total = (name: 'sent' | 'opened' | 'clicked' | 'bounced'): number =>
    stepAnalytics.reduce((sum, row) => sum + row[name], 0);
  return {
    ...SEED_ANSWER,
    stats: {
      sent: total('sent'),
      delivered: total('sent') - total('bounced'),
      opened: total('opened'),
      clicked: total('clicked'),
      replied: Math.round(total('sent') * 0.03),
      bounced: total('bounced'),
      unsubscribed: Math.round(total('sent') * 0.004),
    },
    stepAnalytics,
    totalReplied: Math.round(total('sent') * 0.03),
  };
}

/** A campaign that has not begun: zeros, no steps, no leads. */
export const DRAFT_ANSWER = {
  campaign: { id: 'draft', name: 'Autumn product launch', status: 'draft', startedAt: null },
  stats: { sent: 0, delivered: 0, opened: 0, clicked: 0, replied: 0, bounced: 0, unsubscribed: 0 },
  stepAnalytics: [],
  statusBreakdown: {},
  totalReplied: 0,
};

/** Text that tries to be more than text. */
export const HOSTILE = {
  markup: '<img src=x onerror="document.title=1"><script>document.title=2</script>&amp;',
  override: 'safe\u202Etxt.exe\u2066',
  long: 'Unbreakable'.repeat(40),
};

export const HOSTILE_ANSWER = {
  campaign: { id: 'hostile', name: `${HOSTILE.markup} ${HOSTILE.long}`, status: HOSTILE.override, startedAt: 'never' },
  stats: { sent: 10, delivered: 12, opened: 20, clicked: '3', replied: null, bounced: 1, unsubscribed: { a: 1 } },
  stepAnalytics: [
    { _id: { sequenceStep: 0, variant: HOSTILE.markup }, sent: 6, opened: 6, clicked: 9, bounced: 0 },
    { _id: { sequenceStep: 0, variant: HOSTILE.long }, sent: 4, opened: null, clicked: 0, bounced: 9 },
    { _id: { sequenceStep: null, variant: HOSTILE.override }, sent: 0, opened: 0, clicked: 0, bounced: 0 },
  ],
  statusBreakdown: { [HOSTILE.markup]: 4, [HOSTILE.long]: 3, __proto__: 2, constructor: 1, [HOSTILE.override]: null },
  totalReplied: 7,
};
