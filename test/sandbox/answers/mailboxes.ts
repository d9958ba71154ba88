// `GET /v1/analytics/mailboxes`: the workspace's mail, shared out among its mailboxes.
import { NOTHING, plus, type Figures, type Span } from '../data/story';
import { OTHER_WORKSPACE, OWN_WORKSPACE } from '../data/workspaces';
import { ratesOf } from './workspace';
import { spanOf, totalIn, type Told } from './told';

interface Mailbox {
  readonly name: string;
  readonly address: string;
  readonly status: string;
  /** Its part of the mail, and of what bounces, relative to the others. */
  readonly mail: number;
  readonly bounces: number;
  readonly dailySendLimit: number;
  readonly warmup: { readonly enabled: boolean; readonly status: string };
}

const DONE = { enabled: true, status: 'completed' };

const OWN: readonly Mailbox[] = [
  {
    name: 'Ada Lind',
    address: 'ada@outbound.example',
    status: 'active',
    mail: 6,
    bounces: 5,
    dailySendLimit: 1_200,
    warmup: DONE,
  },
  {
    name: 'Ben Ortiz',
    address: 'ben@outbound.example',
    status: 'active',
    mail: 6,
    bounces: 4,
    dailySendLimit: 1_200,
    warmup: DONE,
  },
  {
    name: 'Chloé Roux',
    address: 'chloe@outbound.example',
    status: 'active',
    mail: 5,
    bounces: 4,
    dailySendLimit: 900,
    warmup: DONE,
  },
  // Twice the mail's part: a sender in trouble.
  {
    name: 'Dev Rao',
    address: 'dev@try-outbound.example',
    status: 'active',
    mail: 5,
    bounces: 14,
    dailySendLimit: 900,
    warmup: DONE,
  },
  {
    name: 'Eve Sato',
    address: 'eve@try-outbound.example',
    status: 'active',
    mail: 2,
    bounces: 1,
    dailySendLimit: 400,
    warmup: { enabled: true, status: 'in_progress' },
  },
  {
    name: 'Finn Moe',
    address: 'finn@try-outbound.example',
    status: 'paused',
    mail: 0,
    bounces: 0,
    dailySendLimit: 0,
    warmup: { enabled: false, status: 'not_started' },
  },
];

const OF_OTHERS: readonly Mailbox[] = [
  {
    name: 'Gita Nair',
    address: 'gita@client.example',
    status: 'active',
    mail: 1,
    bounces: 1,
    dailySendLimit: 150,
    warmup: DONE,
  },
  {
    name: 'Hugo Bell',
    address: 'hugo@client.example',
    status: 'error',
    mail: 1,
    bounces: 2,
    dailySendLimit: 150,
    warmup: DONE,
  },
];

export function mailboxes(workspaceId: string, all: readonly Told[], period: Partial<Span>, today: number): object[] {
  const boxes = workspaceId === OWN_WORKSPACE.id ? OWN : OF_OTHERS.slice(0, workspaceId === OTHER_WORKSPACE.id ? 2 : 1);
  const inPeriod = totalOf(all, period);
  const ever = totalOf(all, {});
  const now = totalOf(all, { from: today });
  return boxes.map((box, index) => {
    const performance = sharedOut(inPeriod, boxes, index);
    const { sent, bounced } = sharedOut(ever, boxes, index);
    return {
      _id: `${workspaceId.slice(0, -4)}${workspaceId.slice(-2)}c${index}`,
      email: box.address,
      displayName: box.name,
      status: box.status,
      totalSent: sent,
      totalReceived: Math.floor(sent / 9),
      bounceRate: sent === 0 ? 0 : Number((bounced / sent).toFixed(4)),
      sentToday: sharedOut(now, boxes, index).sent,
      dailySendLimit: box.dailySendLimit,
      warmup: box.warmup,
      performance: {
        sent: performance.sent,
        opened: performance.opened,
        clicked: performance.clicked,
        bounced: performance.bounced,
        replied: performance.replied,
        positiveReplied: performance.positiveReplied,
      },
      rates: ratesOf(performance),
    };
  });
}

function totalOf(all: readonly Told[], period: Partial<Span>): Figures {
  return all.map((told) => totalIn(told, spanOf(period, told))).reduce(plus, NOTHING);
}

/** One mailbox's part of everything; all parts together are the whole. */
function sharedOut(figures: Figures, boxes: readonly Mailbox[], index: number): Figures {
  const part = (count: number, weightOf: (box: Mailbox) => number): number => {
    const weightBefore = (end: number): number => boxes.slice(0, end).reduce((sum, box) => sum + weightOf(box), 0);
    const all = weightBefore(boxes.length);
    return Math.floor((count * weightBefore(index + 1)) / all) - Math.floor((count * weightBefore(index)) / all);
  };
  const mail = ({ mail: weight }: Mailbox): number => weight;
  return {
    sent: part(figures.sent, mail),
    delivered: part(figures.delivered, mail),
    opened: part(figures.opened, mail),
    clicked: part(figures.clicked, mail),
    replied: part(figures.replied, mail),
    positiveReplied: part(figures.positiveReplied, mail),
    bounced: part(figures.bounced, ({ bounces }) => bounces),
    unsubscribed: part(figures.unsubscribed, mail),
  };
}
