// `GET /v1/campaigns/{id}` and the rows of `GET /v1/campaigns`, in both documented forms.
import { OWNER_ID } from '../data/workspaces';
import { contactedBy, spanOf, statusBreakdownOf, totalIn, updatedAt, type Told } from './told';

const SCHEDULE = { timezone: 'Europe/Rome', startTime: '09:00', endTime: '17:00', workingDays: [1, 2, 3, 4, 5] };

export function detail(asked: Told): object {
  const { id, workspaceId } = asked.campaign;
  const counts = Object.values(statusBreakdownOf(asked) ?? {}).map(Number);
  return {
    ...common(asked),
    _id: id,
    userId: OWNER_ID,
    workspaceId,
    mailboxCount: 4,
    mailboxRotation: 'round-robin',
    includeUnsubscribeLink: false,
    emailIntervalMinutes: 15,
    stats: sevenOf(asked),
    leadCounts: { total: counts.reduce((sum, count) => sum + count, 0) },
    updatedAt: updatedAt(asked),
  };
}

/** The newer form has `totalEmailsSent` where the older one has `sent`. */
export function listItem(asked: Told, form: 'cursor' | 'pages'): object {
  const seven = sevenOf(asked);
  if (form === 'pages') return { ...common(asked), stats: seven };
  const { sent, ...rest } = seven as { readonly sent?: unknown };
  const contacted = contactedBy(asked);
  const stats = {
    totalLeads: asked.campaign.leads,
    contacted,
    contactedLeads: contacted,
    totalEmailsSent: sent,
    ...rest,
  };
  return { ...common(asked), stats, updatedAt: updatedAt(asked) };
}

function common({ campaign }: Told): object {
  const { id, name, status, sequence, tracked, startedAt, completedAt, createdAt } = campaign;
  return {
    _id: id,
    name,
    status,
    sequence,
    sendingSchedule: SCHEDULE,
    trackOpens: tracked,
    trackClicks: tracked,
    stopOnReply: true,
    startedAt,
    completedAt,
    createdAt,
  };
}

function sevenOf(asked: Told): object {
  const { fixed } = asked.campaign;
  if (fixed?.always === true) return { ...(fixed.stats as object) };
  const { sent, delivered, opened, clicked, replied, bounced, unsubscribed } = totalIn(asked, spanOf({}, asked));
  return { sent, delivered, opened, clicked, replied, bounced, unsubscribed };
}
