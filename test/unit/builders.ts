// Test data in the words of the API. A builder is immutable: every call gives a new one.
import type { ComparisonSubject } from '../../src/analytics/comparison';
import {
  type Counters,
  engagementFigure,
  type EngagementBase,
  type Figures,
  figuresOf,
  type Tracking,
} from '../../src/analytics/figures';
import { ALL_TIME, type Period } from '../../src/analytics/period';
import { type CampaignReport, reportOf } from '../../src/analytics/report';
import type { VariantReport } from '../../src/analytics/variant';
import type { CampaignState } from '../../src/campaigns/store';
import { type Decoded, decode } from '../../src/sendkit/decode';
import { type CampaignAnalytics, campaignAnalyticsSchema } from '../../src/sendkit/schemas';

type Fields = Readonly<Record<string, unknown>>;

/** The body of an answer, still as it would arrive: any field may hold anything. */
export class AnswerBuilder {
  constructor(private readonly data: Fields) {}

  campaign(fields: Fields): AnswerBuilder {
    return this.with('campaign', fields);
  }

  stats(fields: Fields): AnswerBuilder {
    return this.with('stats', fields);
  }

  withoutStat(name: string): AnswerBuilder {
    const rest = Object.entries(this.data['stats'] as Fields).filter(([key]) => key !== name);
    return new AnswerBuilder({ ...this.data, stats: Object.fromEntries(rest) });
  }

  step(sequenceStep: unknown, variant: unknown, fields: Fields): AnswerBuilder {
    return this.row({ _id: { sequenceStep, variant }, ...fields });
  }

  row(row: unknown): AnswerBuilder {
    const rows = (this.data['stepAnalytics'] ?? []) as unknown[];
    return this.set('stepAnalytics', [...rows, row]);
  }

  /** In the order given; `__proto__` is a name like any other. */
  statuses(...entries: [string, unknown][]): AnswerBuilder {
    return this.set('statusBreakdown', Object.fromEntries(entries));
  }

  /** Replaces a whole field of `data`. */
  set(field: string, value: unknown): AnswerBuilder {
    return new AnswerBuilder({ ...this.data, [field]: value });
  }

  without(field: string): AnswerBuilder {
    return new AnswerBuilder(Object.fromEntries(Object.entries(this.data).filter(([key]) => key !== field)));
  }

  body(): unknown {
    return { success: true, data: this.data };
  }

  read(): Decoded<CampaignAnalytics> {
    return decode(this.body(), campaignAnalyticsSchema);
  }

  report(rateBase: EngagementBase = 'delivered', id = 'c1'): CampaignReport {
    const { value, oddValues } = this.read();
    return reportOf(value, { id, rateBase, oddValues });
  }

  private with(field: string, fields: Fields): AnswerBuilder {
    return this.set(field, { ...(this.data[field] as Fields), ...fields });
  }
}

/** A campaign of one e-mail whose numbers agree with each other, so that it has no data notes. */
export function anAnswer(): AnswerBuilder {
  return new AnswerBuilder({
    campaign: { id: 'c1', name: 'Spring', status: 'active', startedAt: '2025-03-01T12:00:00.000Z' },
    stats: { sent: 200, delivered: 190, opened: 95, clicked: 19, replied: 10, bounced: 10, unsubscribed: 1 },
    statusBreakdown: { active: 30, completed: 10 },
    totalReplied: 10,
  });
}

/** A campaign that was loaded just now; `changes` make it any other state. */
export function aState(changes: Partial<CampaignState> = {}): CampaignState {
  return {
    id: 'c1',
    name: 'Spring',
    sample: false,
    workspace: null,
    period: ALL_TIME,
    loading: false,
    report: anAnswer().report(),
    fetchedAt: Date.now(),
    problem: null,
    ...changes,
  };
}

/** Figures of the counts that are given; the others are unknown, but for what was sent and did not bounce. */
export function someFigures(
  counts: Partial<Counters>,
  base: EngagementBase = 'delivered',
  tracking?: Tracking,
): Figures {
  const { sent = null, bounced = null } = counts;
  const arrived = sent === null || bounced === null || bounced > sent ? null : sent - bounced;
  const unknown = { opened: null, clicked: null, replied: null, unsubscribed: null };
  return figuresOf({ ...unknown, sent, delivered: arrived, bounced, ...counts }, base, tracking);
}

/** A variant of which nothing bounced unless it says so. */
export function aVariant(
  label: string | null,
  counts: Partial<Counters>,
  base?: EngagementBase,
  tracking?: Tracking,
): VariantReport {
  return { label, figures: someFigures({ bounced: 0, ...counts }, base, tracking) };
}

/** One side of a comparison: the campaign with that id, over a period or all time. */
export function aSubject(
  id: string,
  counts: Partial<Counters>,
  period: Period = {},
  base: EngagementBase = 'delivered',
): ComparisonSubject {
  const figures = someFigures(counts, base);
  const bases = { sent: figures.sent.count, delivered: figures.delivered.count };
  return {
    campaign: { id, name: `Campaign ${id}`, status: 'active', startedAt: null },
    period,
    figures,
    positiveReplied: engagementFigure('positiveReplied', null, bases, base),
  };
}
