// What the Workspace view shows, as plain rows: a pure function of the store's state.
import * as l10n from '@vscode/l10n';
import type { Figure } from '../analytics/figures';
import type { Format } from '../analytics/format';
import { signalSentence } from '../analytics/healthWords';
import { campaignListName, campaignStatus, figureLabel, warmupText } from '../analytics/words';
import type { Loaded } from '../campaigns/loadable';
import type { Problem, Remedy } from '../campaigns/problem';
import { LISTED_STATUSES, type CampaignListName, type WorkspacePart } from '../campaigns/workspaceParts';
import type {
  BounceRate,
  WorkspaceCampaign,
  WorkspaceCampaigns,
  WorkspaceMailbox,
  WorkspaceMailboxes,
  WorkspaceTotals,
} from '../campaigns/workspaceReport';
import type { WorkspaceState } from '../campaigns/workspaceStore';
import { figureLines, figureText, fullFigureLine, fullFiguresLines, rateLines } from './figureText';
import { alarmOf, campaignStatusIcon, problemIcon, type RowIcon, type RowLook } from './rowLook';

export interface WorkspaceRow extends RowLook {
  /** The part of the workspace that this row belongs to. */
  readonly part?: WorkspacePart;
  /** The campaign that this row is about. */
  readonly campaignId?: string;
  /** What clicking the row does. */
  readonly action?: 'showCampaign' | 'goOn' | 'refreshAll' | Exclude<Remedy, 'refresh'>;
  /** Absent where there is nothing to expand. Made when it is expanded: there may be thousands. */
  readonly children?: () => readonly WorkspaceRow[];
}

/** Problems that the empty view itself explains, with what helps. */
const EXPLAINED_BY_WELCOME: readonly Problem['kind'][] = ['noKey', 'noWorkspace', 'badBaseUrl'];

export function workspaceRows(state: WorkspaceState, format: Format): WorkspaceRow[] {
  const { problem } = state;
  if (problem) return EXPLAINED_BY_WELCOME.includes(problem.kind) ? [] : [problemRow('problem', problem, 'refreshAll')];
  return [totalsRow(state.totals, format), campaignsRow(state, format), mailboxesRow(state.mailboxes, format)];
}

/** The name beside the view's title; nothing for a key that belongs to one workspace. */
export function workspaceName({ workspace }: Pick<WorkspaceState, 'workspace'>): string | undefined {
  return workspace ? (workspace.name ?? workspace.id) : undefined;
}

function totalsRow(totals: Loaded<WorkspaceTotals>, format: Format): WorkspaceRow {
  return partRow('totals', 'totals', totals, {
    label: l10n.t('Totals'),
    ...(totals.value ? { description: sentAndReplied(totals.value, format) } : {}),
    tooltip: [l10n.t('Totals'), l10n.t('All campaigns of the workspace together, over all time')],
    icon: 'dashboard',
    rowsOf: ({ figures, positiveReplied, campaigns, activeCampaigns }) => [
      figureRow(figures.sent, format),
      figureRow(figures.opened, format),
      figureRow(figures.clicked, format),
      figureRow(figures.replied, format),
      ...(positiveReplied.count === null ? [] : [figureRow(positiveReplied, format)]),
      figureRow(figures.bounced, format),
      countRow('campaigns', l10n.t('Campaigns'), campaigns, format),
      countRow('activeCampaigns', l10n.t('Active campaigns'), activeCampaigns, format),
    ],
  });
}

function figureRow(figure: Figure, format: Format): WorkspaceRow {
  const byDelivered = figure.rate?.base === 'delivered' || figure.otherRate?.base === 'delivered';
  return {
    id: `totals/${figure.name}`,
    label: figureLabel(figure.name),
    description: figureText(figure, format),
    tooltip: [
      figureLabel(figure.name),
      ...figureLines(figure, format),
      ...(byDelivered
        ? [l10n.t('SendKit gives no delivered mails for the workspace: they are sent minus bounced.')]
        : []),
    ],
    contextValue: 'figure',
  };
}

function countRow(name: string, label: string, count: number | null, format: Format): WorkspaceRow {
  return {
    id: `totals/${name}`,
    label,
    description: format.count(count),
    tooltip: [label, format.count(count)],
    contextValue: 'figure',
  };
}

function campaignsRow({ lists, totals, hasOthers }: WorkspaceState, format: Format): WorkspaceRow {
  const all = totals.value?.campaigns ?? null;
  const names: readonly CampaignListName[] = hasOthers ? [...LISTED_STATUSES, 'other'] : LISTED_STATUSES;
  return {
    id: 'campaigns',
    label: l10n.t('Campaigns'),
    ...(all === null ? {} : { description: format.count(all) }),
    tooltip: [l10n.t('Campaigns'), l10n.t('All campaigns of the workspace, by status')],
    icon: 'list-unordered',
    contextValue: 'campaigns',
    children: () => {
      const active = totals.value?.activeCampaigns ?? null;
      return names.map((name) => listRow(name, lists[name], name === 'active' ? active : null, format));
    },
  };
}

function listRow(
  name: CampaignListName,
  list: Loaded<WorkspaceCampaigns>,
  /** How many there are, as far as the totals tell. */
  counted: number | null,
  format: Format,
): WorkspaceRow {
  const id = `campaigns/${name}`;
  const label = campaignListName(name);
  const total = list.value?.total ?? counted;
  return partRow(name, id, list, {
    label,
    ...(total === null ? {} : { description: format.count(total) }),
    tooltip: [label, ...(name === 'other' ? [l10n.t('Campaigns of a status that this extension does not know')] : [])],
    ...campaignStatusIcon(name),
    rowsOf: (value) => [
      ...(value.campaigns.length === 0 && !value.more ? [emptyRow(id, l10n.t('No campaigns'))] : []),
      ...value.campaigns.map((campaign) => campaignRow(name, campaign, format)),
      ...(value.more ? [moreRow(name, list.loading, value, format)] : []),
    ],
  });
}

function campaignRow(list: CampaignListName, campaign: WorkspaceCampaign, format: Format): WorkspaceRow {
  const { id, name, status, startedAt, figures, positiveReplied } = campaign;
  const summary = figures.sent.count === 0 ? l10n.t('nothing sent yet') : sentAndReplied(campaign, format);
  return {
    id: `campaigns/${list}/${encodeURIComponent(id)}`,
    campaignId: id,
    label: name,
    description: status === list ? summary : `${campaignStatus(status)} · ${summary}`,
    tooltip: [
      name,
      l10n.t('Status: {0}', campaignStatus(status)),
      ...(startedAt === null ? [] : [l10n.t('Started {0}', format.date(startedAt))]),
      ...fullFiguresLines(figures, format),
      ...(positiveReplied.count === null ? [] : [fullFigureLine(positiveReplied, format)]),
    ],
    ...campaignStatusIcon(status),
    contextValue: 'workspaceCampaign',
    action: 'showCampaign',
  };
}

function moreRow(
  list: CampaignListName,
  loading: boolean,
  { campaigns, total }: WorkspaceCampaigns,
  format: Format,
): WorkspaceRow {
  const shown = format.count(campaigns.length);
  const id = `campaigns/${list}//more`;
  if (loading) return { ...loadingRow(id), part: list };
  const label =
    total === null
      ? l10n.t('Load more ({0} so far)', shown)
      : l10n.t('Load more ({0} of {1})', shown, format.count(total));
  return { id, label, tooltip: [label], icon: 'ellipsis', contextValue: 'more', action: 'goOn', part: list };
}

function mailboxesRow(mailboxes: Loaded<WorkspaceMailboxes>, format: Format): WorkspaceRow {
  const { value } = mailboxes;
  return partRow('mailboxes', 'mailboxes', mailboxes, {
    label: l10n.t('Mailboxes'),
    ...(value ? { description: format.count(value.mailboxes.length) } : {}),
    tooltip: [l10n.t('Mailboxes'), l10n.t('What each mailbox sent over all time, and how much of it bounced')],
    icon: 'inbox',
    rowsOf: ({ mailboxes, complete }) => [
      ...(mailboxes.length === 0 ? [emptyRow('mailboxes', l10n.t('No mailboxes'))] : []),
      ...withKeys(mailboxes).map(([key, mailbox]) => mailboxRow(key, mailbox, format)),
      ...(complete
        ? []
        : [
            infoRow(
              'mailboxes//incomplete',
              l10n.t('There are more: only the first {0} are shown', format.count(mailboxes.length)),
            ),
          ]),
    ],
  });
}

function mailboxRow(key: string, mailbox: WorkspaceMailbox, format: Format): WorkspaceRow {
  const { id, email, displayName, status, bounced, health, figures, positiveReplied } = mailbox;
  const label = email ?? displayName ?? id ?? l10n.t('Mailbox without an address');
  const today = sentTodayText(mailbox, format);
  const warmup = warmupText(mailbox.warmup);
  return {
    id: `mailboxes/${key}`,
    label,
    description: [
      ...(status === null || status === 'active' ? [] : [campaignStatus(status)]),
      l10n.t('{0} bounced', format.percent(bounceValue(bounced))),
      ...(today === undefined ? [] : [today]),
      ...(warmup === undefined ? [] : [warmup]),
    ].join(' · '),
    tooltip: [
      label,
      ...(displayName === null || displayName === label ? [] : [displayName]),
      ...(status === null ? [] : [l10n.t('Status: {0}', campaignStatus(status))]),
      ...bounceLines(bounced, format),
      ...health.signals.filter(({ level }) => level !== 'unknown').map((signal) => signalSentence(signal, format)),
      ...(today === undefined ? [] : [sentTodayLine(mailbox, format)]),
      ...(warmup === undefined ? [] : [warmup]),
      ...[figures.sent, figures.opened, figures.clicked, figures.replied, positiveReplied]
        .filter(({ count }) => count !== null)
        .map((figure) => fullFigureLine(figure, format)),
    ],
    ...mailboxIcon(status),
    ...alarmOf(health),
    contextValue: 'mailbox',
  };
}

function bounceValue(bounced: BounceRate): number | null {
  switch (bounced.kind) {
    case 'counted':
      return bounced.rate.value;
    case 'reckoned':
      return bounced.value;
    case 'unknown':
      return null;
  }
}

function bounceLines(bounced: BounceRate, format: Format): string[] {
  switch (bounced.kind) {
    case 'counted':
      return [l10n.t('{0}: {1}', figureLabel('bounced'), rateLines(bounced.rate, format).join(' · '))];
    case 'reckoned':
      return [
        l10n.t('{0}: {1}', figureLabel('bounced'), format.percent(bounced.value)),
        l10n.t('That is SendKit’s own bounce rate; it does not say of how many mails.'),
      ];
    case 'unknown':
      return [];
  }
}

/** `30 of 50 today`. */
function sentTodayText({ sentToday, dailySendLimit }: WorkspaceMailbox, format: Format): string | undefined {
  if (sentToday === null && dailySendLimit === null) return undefined;
  return dailySendLimit === null
    ? l10n.t('{0} today', format.count(sentToday))
    : l10n.t('{0} of {1} today', format.count(sentToday), format.count(dailySendLimit));
}

function sentTodayLine({ sentToday, dailySendLimit }: WorkspaceMailbox, format: Format): string {
  return dailySendLimit === null
    ? l10n.t('Sent today: {0}', format.count(sentToday))
    : l10n.t('Sent today: {0}, at most {1}', format.count(sentToday), format.count(dailySendLimit));
}

function mailboxIcon(status: string | null): RowIcon {
  switch (status) {
    case 'active':
      return { icon: 'mail', iconColor: 'charts.green' };
    case 'paused':
      return { icon: 'debug-pause', iconColor: 'charts.yellow' };
    case 'error':
      return problemIcon(false);
    default:
      return { icon: 'circle-outline' };
  }
}

interface PartLook<Value> extends RowIcon, Pick<RowLook, 'label' | 'description' | 'tooltip'> {
  readonly rowsOf: (value: Value) => readonly WorkspaceRow[];
}

/** A row that is asked for when it is expanded: what came, and what stands in the way. */
function partRow<Value>(
  part: WorkspacePart,
  id: string,
  { value, loading, problem }: Loaded<Value>,
  { rowsOf, ...look }: PartLook<Value>,
): WorkspaceRow {
  const failure = loading ? null : problem;
  return {
    ...look,
    id,
    part,
    contextValue: 'part',
    ...(loading ? { icon: 'loading~spin' } : {}),
    // Figures of a closed row are old without a row for the problem beside them.
    ...(failure ? { ...problemIcon(value !== null), tooltip: [...look.tooltip, failure.message] } : {}),
    children: () => [
      ...(failure ? [problemRow(`${id}//problem`, failure, 'goOn', { part, older: value !== null })] : []),
      ...(value === null ? (failure ? [] : [loadingRow(`${id}//loading`)]) : rowsOf(value)),
    ],
  };
}

function problemRow(
  id: string,
  { title, message, remedy }: Problem,
  refresh: 'goOn' | 'refreshAll',
  { part, older = false }: { readonly part?: WorkspacePart; readonly older?: boolean } = {},
): WorkspaceRow {
  return {
    id,
    label: title,
    description: message,
    tooltip: [title, message, ...(older ? [l10n.t('What is shown below is older.')] : [])],
    ...problemIcon(older),
    contextValue: 'problem',
    action: remedy === 'refresh' ? refresh : remedy,
    ...(part === undefined ? {} : { part }),
  };
}

function loadingRow(id: string): WorkspaceRow {
  const label = l10n.t('Loading…');
  return { id, label, tooltip: [label], icon: 'loading~spin', contextValue: 'loading' };
}

function emptyRow(parentId: string, label: string): WorkspaceRow {
  return { id: `${parentId}//empty`, label, tooltip: [label], contextValue: 'empty' };
}

function infoRow(id: string, label: string): WorkspaceRow {
  return { id, label, tooltip: [label], icon: 'info', contextValue: 'info' };
}

/** `1,234 sent · 8.3% replied`. */
function sentAndReplied({ figures: { sent, replied } }: Pick<WorkspaceTotals, 'figures'>, format: Format): string {
  return [
    l10n.t('{0} sent', format.count(sent.count)),
    l10n.t('{0} replied', format.percent(replied.rate?.value ?? null)),
  ].join(' · ');
}

/** Each mailbox with a key of its own that stays the same, whatever its id is and however often it comes. */
function withKeys(mailboxes: readonly WorkspaceMailbox[]): [string, WorkspaceMailbox][] {
  const times = new Map<string, number>();
  return mailboxes.map((mailbox) => {
    const name = encodeURIComponent(mailbox.id ?? mailbox.email ?? '');
    const time = times.get(name) ?? 0;
    times.set(name, time + 1);
    return [time === 0 && name !== '' ? name : `${name}/${time}`, mailbox];
  });
}
