import { ALL_TIME, type PeriodChoice } from '../analytics/period';
import { parseCampaignId } from '../campaigns/campaignId';
import { SAMPLE_ID } from '../campaigns/sample';
import { ToolError } from './languageModelErrors';

/** What a model gives a tool. VS Code holds it against the manifest's schema; it is not trusted for that. */
export type ToolInput = Readonly<Record<string, unknown>>;

/** The names in the manifest's schema. */
export const TOOL_PERIODS: Readonly<Record<string, PeriodChoice>> = {
  all_time: ALL_TIME,
  last_7_days: { kind: 'last', days: 7 },
  last_30_days: { kind: 'last', days: 30 },
  last_90_days: { kind: 'last', days: 90 },
  this_month: { kind: 'thisMonth' },
};

export function campaignIdIn({ campaign_id: id }: ToolInput): string {
  if (id === SAMPLE_ID) return id;
  const parsed = parseCampaignId(typeof id === 'string' ? id : '');
  if (!parsed.ok)
    throw new ToolError(`"campaign_id" is not an id. ${parsed.reason} Call sendkit_list_campaigns to find ids.`);
  return parsed.id;
}

export function periodIn({ period }: ToolInput): PeriodChoice {
  if (period === undefined) return ALL_TIME;
  const choice = typeof period === 'string' && Object.hasOwn(TOOL_PERIODS, period) ? TOOL_PERIODS[period] : undefined;
  if (!choice) throw new ToolError(`"period" is one of ${Object.keys(TOOL_PERIODS).join(', ')}.`);
  return choice;
}

export function emailNumberIn({ email_number: number }: ToolInput): number | undefined {
  if (number === undefined) return undefined;
  if (!Number.isSafeInteger(number) || (number as number) < 1) {
    throw new ToolError('"email_number" is a whole number from 1: the place of the e-mail in the sequence.');
  }
  return number as number;
}

/** What to search for; all campaigns where nothing is given. */
export function searchIn({ search }: ToolInput): string {
  if (search === undefined) return '';
  if (typeof search !== 'string' || search.length > 200)
    throw new ToolError('"search" is a text of at most 200 characters.');
  return search.trim();
}
