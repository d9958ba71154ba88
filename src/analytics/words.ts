// The field's words for figures, steps, statuses and notes, in the reader's language.
import * as l10n from '@vscode/l10n';
import type { Count } from '../sendkit/schemas';
import type { CountedName, Figure, FigureName } from './figures';
import type { Period, PeriodChoice } from './period';
import { UNKNOWN, type Format } from './format';
import type { Rate } from './rate';
import type { CampaignReport } from './report';
import type { StepReport } from './steps';
import type { SubsequenceReport } from './subsequences';
import type { VariantReport } from './variant';

export function figureLabel(name: CountedName): string {
  switch (name) {
    case 'sent':
      return l10n.t('Sent');
    case 'delivered':
      return l10n.t('Delivered');
    case 'opened':
      return l10n.t('Opened');
    case 'clicked':
      return l10n.t('Clicked');
    case 'replied':
      return l10n.t('Replied');
    case 'positiveReplied':
      return l10n.t('Positive replies');
    case 'bounced':
      return l10n.t('Bounced');
    case 'unsubscribed':
      return l10n.t('Unsubscribed');
  }
}

/** The name of a figure's rate. */
export function rateLabel(name: Exclude<FigureName, 'sent'>): string {
  switch (name) {
    case 'delivered':
      return l10n.t('Delivery rate');
    case 'opened':
      return l10n.t('Open rate');
    case 'clicked':
      return l10n.t('Click rate');
    case 'replied':
      return l10n.t('Reply rate');
    case 'bounced':
      return l10n.t('Bounce rate');
    case 'unsubscribed':
      return l10n.t('Unsubscribe rate');
  }
}

/** What a rate is a share of: `of delivered`. */
export function shareOf(base: Rate['base']): string {
  switch (base) {
    case 'sent':
      return l10n.t('of sent');
    case 'delivered':
      return l10n.t('of delivered');
    case 'opened':
      return l10n.t('of opened');
    case 'leads':
      return l10n.t('of all leads');
  }
}

/** `12 of 145 delivered`. */
export function fraction({ numerator, denominator, base }: Rate, format: Format): string {
  const parts = [format.count(numerator), format.count(denominator)];
  switch (base) {
    case 'sent':
      return l10n.t('{0} of {1} sent', ...parts);
    case 'delivered':
      return l10n.t('{0} of {1} delivered', ...parts);
    case 'opened':
      return l10n.t('{0} of {1} opened', ...parts);
    case 'leads':
      return denominator === 1 ? l10n.t('{0} of {1} lead', ...parts) : l10n.t('{0} of {1} leads', ...parts);
  }
}

/** `8.0% of delivered`. */
export function percentOf({ value, base }: Rate, format: Format): string {
  const percent = format.percent(value);
  switch (base) {
    case 'sent':
      return l10n.t('{0} of sent', percent);
    case 'delivered':
      return l10n.t('{0} of delivered', percent);
    case 'opened':
      return l10n.t('{0} of opened', percent);
    case 'leads':
      return l10n.t('{0} of all leads', percent);
  }
}

/** `8.3% (12 of 145 delivered)`. */
export function rateWithFraction(rate: Rate, format: Format): string {
  return l10n.t('{0} ({1})', format.percent(rate.value), fraction(rate, format));
}

/** `95% interval 4.8%–13.9%`, or nothing when there is none. */
export function intervalText(rate: Rate, format: Format): string | undefined {
  return rate.interval === null ? undefined : l10n.t('95% interval {0}', format.interval(rate));
}

export function stepName({ rank }: Pick<StepReport, 'rank'>): string {
  return rank === null ? l10n.t('Email without a number') : l10n.t('Email {0}', rank);
}

/** `Email 1 · First` where the step's own name is known. */
export function stepTitle(step: Pick<StepReport, 'rank' | 'name'>): string {
  return step.name === null ? stepName(step) : `${stepName(step)} · ${step.name}`;
}

export function variantName({ label }: Pick<VariantReport, 'label'>): string {
  return label === null ? l10n.t({ message: 'Main', comment: ['a variant'] }) : l10n.t('Variant {0}', label);
}

/** `B`, as in "Clear winner: B". */
export function variantLabel(label: VariantReport['label']): string {
  return label ?? l10n.t({ message: 'Main', comment: ['a variant beside B'] });
}

/** A subsequence's own name, or the tag that leads enter it by. */
export function subsequenceName({ name, trigger }: Pick<SubsequenceReport, 'name' | 'trigger'>): string {
  return name ?? (trigger === null ? l10n.t('Subsequence') : l10n.t('Subsequence “{0}”', trigger));
}

/** A campaign's status; one that is not known here is shown as it came. */
export function campaignStatus(status: string | null): string {
  switch (status) {
    case null:
      return l10n.t('status unknown');
    case 'draft':
      return l10n.t('draft');
    case 'active':
      return l10n.t('active');
    case 'paused':
      return l10n.t('paused');
    case 'completed':
      return l10n.t('completed');
    case 'archived':
      return l10n.t('archived');
    default:
      return status;
  }
}

/** The heading over all campaigns of a status; `other` stands for all that are not known here. */
export function campaignListName(status: 'active' | 'paused' | 'draft' | 'completed' | 'archived' | 'other'): string {
  switch (status) {
    case 'active':
      return l10n.t('Active');
    case 'paused':
      return l10n.t('Paused');
    case 'draft':
      return l10n.t('Draft');
    case 'completed':
      return l10n.t('Completed');
    case 'archived':
      return l10n.t('Archived');
    case 'other':
      return l10n.t('Other');
  }
}

/** How far the warm-up of a mailbox is, or nothing where SendKit does not say; a status that is not known here is shown as it came. */
export function warmupText({
  enabled,
  status,
}: {
  readonly enabled: boolean | null;
  readonly status: string | null;
}): string | undefined {
  if (status === 'completed') return l10n.t('warm-up completed');
  if (enabled === false) return l10n.t('no warm-up');
  if (status === 'in_progress') return l10n.t('warming up');
  if (status !== null) return l10n.t('warm-up: {0}', status);
  return enabled === true ? l10n.t('warming up') : undefined;
}

/** `12 leads`. */
export function leadCount(leads: Count, format: Format): string {
  return leads === 1 ? l10n.t('{0} lead', format.count(leads)) : l10n.t('{0} leads', format.count(leads));
}

/** `12 leads, as they are now`, whatever the period. */
export function leadCountNow(leads: Count, format: Format): string {
  return leads === 1
    ? l10n.t('{0} lead, as it is now', format.count(leads))
    : l10n.t('{0} leads, as they are now', format.count(leads));
}

/** `12 leads entered`. */
export function leadsEntered(leads: Count, format: Format): string {
  return leads === 1
    ? l10n.t('{0} lead entered', format.count(leads))
    : l10n.t('{0} leads entered', format.count(leads));
}

/** A lead's status; one that is not known here is shown as it came. */
export function leadStatus(status: string): string {
  switch (status) {
    case 'pending':
      return l10n.t({ message: 'Pending', comment: ['status of a lead'] });
    case 'active':
      return l10n.t({ message: 'Active', comment: ['status of a lead'] });
    case 'paused':
      return l10n.t({ message: 'Paused', comment: ['status of a lead'] });
    case 'completed':
      return l10n.t({ message: 'Completed', comment: ['status of a lead'] });
    case 'bounced':
      return l10n.t({ message: 'Bounced', comment: ['status of a lead'] });
    case 'unsubscribed':
      return l10n.t({ message: 'Unsubscribed', comment: ['status of a lead'] });
    case 'replied':
      return l10n.t({ message: 'Replied', comment: ['status of a lead'] });
    case 'removed':
      return l10n.t({ message: 'Removed', comment: ['status of a lead'] });
    default:
      return status.trim() === '' ? l10n.t('(without a name)') : status;
  }
}

export interface Definition {
  readonly term: string;
  readonly meaning: string;
}

/** What each rate of a report divides by what. */
export function definitions({ rateBase }: Pick<CampaignReport, 'rateBase'>): Definition[] {
  const base = rateBase === 'delivered' ? l10n.t('delivered') : l10n.t('sent');
  return [
    { term: l10n.t('Delivery rate, bounce rate'), meaning: l10n.t('delivered or bounced ÷ sent') },
    {
      term: l10n.t('Open, click, reply and unsubscribe rate'),
      meaning: l10n.t('opened, clicked, replied or unsubscribed ÷ {0}', base),
    },
    { term: l10n.t('Click-to-open'), meaning: l10n.t('clicked ÷ opened') },
    { term: l10n.t('Lead status share'), meaning: l10n.t('leads with the status ÷ all leads') },
    {
      term: l10n.t('95% interval'),
      meaning: l10n.t('Wilson interval: where the true rate plausibly lies, given how few mails there are'),
    },
    {
      term: l10n.t('Clear winner'),
      meaning: l10n.t(
        'every variant has the planned size, the leader’s difference to every other is significant (5%, Holm over all pairs, however often one looks), and it does not bounce more',
      ),
    },
    {
      term: l10n.t('Leaning'),
      meaning: l10n.t('ahead with 90% probability, or significant before the planned size: not proven'),
    },
    {
      term: l10n.t('Too close to call'),
      meaning: l10n.t('the difference may well be chance'),
    },
    {
      term: l10n.t('Not enough data'),
      meaning: l10n.t('too few mails in a variant, or too few replies, clicks or opens in all'),
    },
    {
      term: l10n.t('Health'),
      meaning: l10n.t(
        'warning when a rate passes its line, critical when its 95% interval does; spam complaints are not in SendKit’s API',
      ),
    },
    { term: UNKNOWN, meaning: l10n.t('unknown, or nothing to divide by; never zero') },
  ];
}

/** `Last 30 days`, or the days themselves. */
export function periodName(choice: PeriodChoice, format: Format): string {
  switch (choice.kind) {
    case 'all':
      return l10n.t('All time');
    case 'last':
      return l10n.t('Last {0} days', choice.days);
    case 'thisMonth':
      return l10n.t('This month');
    case 'custom':
      return daysText(choice, format);
  }
}

/** `Jun 1, 2025 – Jun 30, 2025`; an open end is left open. */
export function daysText({ from, to }: Period, format: Format): string {
  if (from === undefined && to === undefined) return l10n.t('All time');
  if (from === undefined) return l10n.t('until {0}', format.day(to ?? null));
  return to === undefined ? l10n.t('since {0}', format.day(from)) : `${format.day(from)} – ${format.day(to)}`;
}

/** `12`, `—` where the count is unknown, "not tracked" where a zero would mean that nobody counted. */
export function figureCount({ count, tracked }: Pick<Figure, 'count' | 'tracked'>, format: Format): string {
  return tracked ? format.count(count) : notTracked();
}

export function notTracked(): string {
  return l10n.t('not tracked');
}

/** `of which 7 positive (4.8% of delivered)`, or nothing where SendKit does not say. */
export function positivePart({ count, rate }: Figure, format: Format): string | undefined {
  if (count === null) return undefined;
  return typeof rate?.value === 'number'
    ? l10n.t('of which {0} positive ({1})', format.count(count), percentOf(rate, format))
    : l10n.t('of which {0} positive', format.count(count));
}

/** A sentence for what a chart leaves out because nobody counted it, or nothing. */
export function notTrackedSentence({
  opened,
  clicked,
}: Readonly<Record<'opened' | 'clicked', Pick<Figure, 'tracked'>>>): string | undefined {
  if (!opened.tracked && !clicked.tracked) return l10n.t('Opens and clicks are not tracked in this campaign.');
  if (!opened.tracked) return l10n.t('Opens are not tracked in this campaign.');
  return clicked.tracked ? undefined : l10n.t('Clicks are not tracked in this campaign.');
}
