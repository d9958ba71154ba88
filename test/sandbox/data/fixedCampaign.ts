import { sequenceWith, type Campaign, type Subsequence } from './campaign';
import { dayOfTime, type Day } from './days';
import { progressOf, type Step } from './story';

type Fields = Readonly<Record<string, unknown>>;

/** How far back its mail goes at most, so that the last days and all time are different. */
const DAYS_OF_MAIL = 45;
/** Of replies, where the answer does not say it. */
const POSITIVE = 0.4;

export interface FixedCampaignOptions {
  readonly id: string;
  readonly workspaceId: string;
  readonly text: string;
  /** Its mail ends on this day. */
  readonly lastDay: Day;
  readonly always?: boolean;
}

/** A campaign around an analytics answer. What cannot be understood of the answer is nothing. */
export function fixedCampaign({ id, workspaceId, text, lastDay, always = false }: FixedCampaignOptions): Campaign {
  const data = fieldsIn(fieldsIn(parsed(text))['data']);
  const { stats, campaign, statusBreakdown } = data;
  const told = fieldsIn(campaign);
  const startedAt = typeof told['startedAt'] === 'string' ? told['startedAt'] : null;
  const name = typeof told['name'] === 'string' ? told['name'] : id;
  const subsequences = rowsIn(data['subsequences']).map((row) => subsequenceOf(row, fieldsIn(stats)));
  const steps = rowsIn(data['stepAnalytics']).map(stepOf);
  const inSubsequences = (count: 'replied' | 'positiveReplied'): number =>
    subsequences.reduce((sum, subsequence) => sum + subsequence[count], 0);
  const replied = countIn(fieldsIn(stats)['replied']);
  const positiveReplied = countIn(data['totalPositiveReplied'], Math.floor(replied * POSITIVE));

  return {
    id,
    workspaceId,
    name,
    status: typeof told['status'] === 'string' ? told['status'] : 'active',
    createdAt: startedAt ?? '2025-06-01T08:00:00.000Z',
    startedAt,
    completedAt: null,
    tracked: true,
    sequence: sequenceWith(
      [...new Set(steps.map(({ sequenceStep }) => sequenceStep))].filter((order) => order < 100),
      name,
    ),
    story: {
      ...mailBefore(lastDay, startedAt),
      main: {
        steps,
        replied: Math.max(replied - inSubsequences('replied'), 0),
        positiveReplied: Math.max(positiveReplied - inSubsequences('positiveReplied'), 0),
        unsubscribed: countIn(fieldsIn(stats)['unsubscribed']),
      },
      subsequences,
    },
    leads: Object.values(fieldsIn(statusBreakdown)).reduce<number>((sum, count) => sum + countIn(count), 0),
    fixed: { text, campaign, stats, statusBreakdown, always },
  };
}

function mailBefore(lastDay: Day, startedAt: string | null): { firstDay: Day; progress: number[] } {
  const startDay = startedAt === null ? Number.NaN : dayOfTime(startedAt);
  const firstDay = Math.max(lastDay + 1 - DAYS_OF_MAIL, Number.isNaN(startDay) ? -Infinity : startDay);
  const rhythm = Array.from({ length: Math.max(lastDay + 1 - firstDay, 7) }, (_, index) =>
    dailyMail(lastDay - firstDay - index),
  );
  return { firstDay, progress: progressOf(rhythm) };
}

/** Two days without mail a week, counted back from today, so that the same days are empty whatever today is. */
function dailyMail(daysAgo: number): number {
  const day = ((daysAgo % 7) + 7) % 7;
  return day === 2 || day === 3 ? 0 : 6 + day;
}

function stepOf(row: Fields): Step {
  const id = row['_id'];
  const { sequenceStep, variant } = fieldsIn(typeof id === 'number' ? { sequenceStep: id } : id);
  return {
    sequenceStep: countIn(sequenceStep),
    variant: typeof variant === 'string' || typeof variant === 'number' ? variant : null,
    sent: countIn(row['sent']),
    opened: countIn(row['opened']),
    clicked: countIn(row['clicked']),
    bounced: countIn(row['bounced']),
  };
}

/** The campaign's replies are shared out by mail, where the subsequence has none of its own. */
function subsequenceOf(row: Fields, campaign: Fields): Subsequence {
  const { id, name, trigger, stats } = row;
  const rowsAs = Array.isArray(row['stepStats']) ? 'stepStats' : 'stepAnalytics';
  const { type, value } = fieldsIn(trigger);
  const { sent, replied } = fieldsIn(stats);
  const ofReplies = Math.floor((countIn(campaign['replied']) * countIn(sent)) / Math.max(countIn(campaign['sent']), 1));
  return {
    id: String(id),
    name: String(name),
    trigger: { type: String(type), value: String(value) },
    enabled: row['enabled'] === true,
    archived: row['archived'] === true,
    addedCount: countIn(row['addedCount']),
    currentlyEnrolled: countIn(row['currentlyEnrolled']),
    rowsAs,
    steps: rowsIn(row[rowsAs]).map(stepOf),
    replied: countIn(replied, ofReplies),
    positiveReplied: Math.floor(countIn(replied, ofReplies) * POSITIVE),
    unsubscribed: 0,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldsIn(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function rowsIn(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsIn) : [];
}

function countIn(value: unknown, otherwise = 0): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : otherwise;
}
