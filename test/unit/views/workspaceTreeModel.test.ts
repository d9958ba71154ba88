import assert from 'node:assert/strict';
import type { EngagementBase } from '../../../src/analytics/figures';
import { formatFor } from '../../../src/analytics/format';
import { DEFAULT_HEALTH_RULES } from '../../../src/analytics/rules';
import { isOther } from '../../../src/campaigns/campaignPages';
import type { Loaded } from '../../../src/campaigns/loadable';
import { problemOf, type Problem } from '../../../src/campaigns/problem';
import { forEachList, type CampaignListName } from '../../../src/campaigns/workspaceParts';
import {
  campaignsOf,
  mailboxesOf,
  totalsOf,
  type WorkspaceCampaigns,
  type WorkspaceMailboxes,
  type WorkspaceTotals,
} from '../../../src/campaigns/workspaceReport';
import type { WorkspaceState } from '../../../src/campaigns/workspaceStore';
import { campaignPageOf } from '../../../src/sendkit/campaigns';
import { decode, decodeList } from '../../../src/sendkit/decode';
import { campaignsSchema, mailboxesSchema, overviewSchema } from '../../../src/sendkit/schemas';
import { spokenLabel } from '../../../src/views/rowLook';
import { workspaceName, workspaceRows, type WorkspaceRow } from '../../../src/views/workspaceTreeModel';

type Fields = Readonly<Record<string, unknown>>;

const nothing = { value: null, loading: false, problem: null } as const;
const there = <Value>(value: Value): Loaded<Value> => ({ value, loading: false, problem: null });
const loading = <Value>(value: Value | null = null): Loaded<Value> => ({ value, loading: true, problem: null });
const failed = <Value>(problem: Problem, value: Value | null = null): Loaded<Value> => ({
  value,
  loading: false,
  problem,
});

const unavailable = problemOf({ kind: 'unavailable', status: 500 });
const refused = problemOf({ kind: 'unauthorized' });

const OVERVIEW = {
  totalSent: 1234,
  totalOpened: 600,
  totalClicked: 120,
  totalBounced: 34,
  totalReplied: 100,
  totalPositiveReplied: 40,
  totalCampaigns: 1200,
  activeCampaigns: 312,
};

const totals = (fields: Fields = OVERVIEW, base: EngagementBase = 'delivered'): WorkspaceTotals =>
  totalsOf(decode({ success: true, data: fields }, overviewSchema).value, base);

const campaigns = (rows: readonly Fields[], pagination: Fields = {}): WorkspaceCampaigns => {
  const { value } = campaignPageOf(decodeList({ success: true, data: rows, pagination }, campaignsSchema), null);
  return campaignsOf(value, 'delivered');
};

const mailboxes = (rows: readonly Fields[], complete = true): WorkspaceMailboxes =>
  mailboxesOf(
    { mailboxes: decodeList({ success: true, data: rows, pagination: {} }, mailboxesSchema).value, complete },
    'delivered',
    DEFAULT_HEALTH_RULES,
  );

const SPRING = {
  _id: 'c1',
  name: 'Spring',
  status: 'active',
  startedAt: '2025-03-01T12:00:00.000Z',
  stats: { totalEmailsSent: 200, delivered: 190, opened: 95, clicked: 19, replied: 19, bounced: 10, unsubscribed: 1 },
};

const MAILBOX = {
  _id: 'm1',
  email: 'ada@outbound.example',
  displayName: 'Ada Lind',
  status: 'active',
  sentToday: 30,
  dailySendLimit: 50,
  bounceRate: 0.5,
  warmup: { enabled: true, status: 'completed' },
  performance: { sent: 1000, opened: 400, clicked: 50, bounced: 12, replied: 60, positiveReplied: 20 },
};

type Changes = Partial<Omit<WorkspaceState, 'lists'>> & {
  readonly lists?: Partial<Record<CampaignListName, Loaded<WorkspaceCampaigns>>>;
};

function aWorkspace({ lists = {}, ...changes }: Changes = {}): WorkspaceState {
  return {
    workspace: null,
    problem: null,
    totals: nothing,
    mailboxes: nothing,
    lists: forEachList((name) => lists[name] ?? nothing),
    hasOthers: false,
    ...changes,
  };
}

const rowsOf = (changes?: Changes): WorkspaceRow[] => workspaceRows(aWorkspace(changes), formatFor('en'));

/** The row that is reached by these labels. */
function rowAt(rows: readonly WorkspaceRow[], label: string, ...rest: string[]): WorkspaceRow {
  const row = rows.find((candidate) => candidate.label === label);
  assert.ok(row, `There is no “${label}” but ${rows.map((other) => other.label).join(', ')}`);
  const [next, ...further] = rest;
  return next === undefined ? row : rowAt(row.children?.() ?? [], next, ...further);
}

const linesBelow = (row: WorkspaceRow): string[] =>
  (row.children?.() ?? []).map(({ label, description }) =>
    description === undefined ? label : `${label}: ${description}`,
  );

const tooltipOf = (row: WorkspaceRow): string => row.tooltip.join('\n');

const withDescendants = (rows: readonly WorkspaceRow[]): WorkspaceRow[] =>
  rows.flatMap((row) => [row, ...withDescendants(row.children?.() ?? [])]);

describe('The Workspace view', () => {
  it('has a row for each part before anything was asked for', () => {
    assert.deepEqual(
      rowsOf().map(({ label, description }) => [label, description]),
      [
        ['Totals', undefined],
        ['Campaigns', undefined],
        ['Mailboxes', undefined],
      ],
    );
  });

  it('is named after the workspace where the key opens several', () => {
    assert.equal(workspaceName(aWorkspace()), undefined);
    assert.equal(workspaceName(aWorkspace({ workspace: { id: 'w1', name: 'Team' } })), 'Team');
    assert.equal(workspaceName(aWorkspace({ workspace: { id: 'w1', name: null } })), 'w1');
  });

  it('is empty, for its welcome, without a key, a workspace or an address', () => {
    for (const kind of ['noKey', 'noWorkspace', 'badBaseUrl'] as const) {
      assert.deepEqual(rowsOf({ problem: problemOf({ kind }) }), []);
    }
  });

  it('says what else stands in the way, and tries all of it again', () => {
    const [row, ...others] = rowsOf({ problem: problemOf({ kind: 'unexpected' }) });
    assert.equal(row?.label, 'Internal error');
    assert.equal(row.action, 'refreshAll');
    assert.deepEqual(others, []);
  });
});

describe('The totals of the workspace', () => {
  it('are counts and rates, over sent minus bounced, since SendKit gives no delivered', () => {
    const row = rowAt(rowsOf({ totals: there(totals()) }), 'Totals');
    assert.equal(row.description, '1,234 sent · 8.3% replied');
    assert.deepEqual(linesBelow(row), [
      'Sent: 1,234',
      'Opened: 600 · 50.0%',
      'Clicked: 120 · 10.0%',
      'Replied: 100 · 8.3%',
      'Positive replies: 40 · 3.3%',
      'Bounced: 34 · 2.8%',
      'Campaigns: 1,200',
      'Active campaigns: 312',
    ]);
  });

  it('give the fraction, its interval and the other base in the tooltip', () => {
    const tooltip = tooltipOf(rowAt(rowsOf({ totals: there(totals()) }), 'Totals', 'Replied'));
    assert.match(tooltip, /8\.3% \(100 of 1,200 delivered\)/);
    assert.match(tooltip, /95% interval 6\.9%–10\.0%/);
    assert.match(tooltip, /8\.1% \(100 of 1,234 sent\)/);
    assert.match(tooltip, /sent minus bounced/);
  });

  it('follow the setting', () => {
    const row = rowAt(rowsOf({ totals: there(totals(OVERVIEW, 'sent')) }), 'Totals');
    assert.ok(linesBelow(row).includes('Replied: 100 · 8.1%'));
  });

  it('leave out positive replies where SendKit does not count them, and invent no zero', () => {
    const row = rowAt(rowsOf({ totals: there(totals({ totalSent: 10 })) }), 'Totals');
    assert.ok(!linesBelow(row).some((line) => line.startsWith('Positive')));
    assert.ok(linesBelow(row).includes('Replied: — · —'));
    assert.ok(linesBelow(row).includes('Campaigns: —'));
  });
});

describe('The campaigns of the workspace', () => {
  it('stand under their status, with how many there are once that is known', () => {
    const rows = rowsOf({
      totals: there(totals()),
      lists: { paused: there(campaigns([], { total: 17 })) },
    });
    assert.equal(rowAt(rows, 'Campaigns').description, '1,200');
    assert.deepEqual(linesBelow(rowAt(rows, 'Campaigns')), [
      'Active: 312',
      'Paused: 17',
      'Draft',
      'Completed',
      'Archived',
    ]);
  });

  it('of other statuses have a row of their own when there are any', () => {
    const other = { ...SPRING, status: 'in_review' };
    const rows = rowsOf({ hasOthers: true, lists: { other: there(campaigns([other])) } });
    assert.deepEqual(linesBelow(rowAt(rows, 'Campaigns', 'Other')), ['Spring: in_review · 200 sent · 10.0% replied']);
  });

  it('are summed up in a line, with the icon of their status', () => {
    const rows = rowsOf({ lists: { active: there(campaigns([SPRING])) } });
    const row = rowAt(rows, 'Campaigns', 'Active', 'Spring');
    assert.equal(row.description, '200 sent · 10.0% replied');
    assert.equal(row.icon, 'play-circle');
    assert.match(tooltipOf(row), /Replied: 10\.0% \(19 of 190 delivered\) · 95% interval/);
    assert.match(tooltipOf(row), /Started Mar 1, 2025/);
  });

  it('can be opened, and have the actions of a campaign', () => {
    const row = rowAt(rowsOf({ lists: { active: there(campaigns([SPRING])) } }), 'Campaigns', 'Active', 'Spring');
    assert.deepEqual([row.action, row.campaignId, row.contextValue], ['showCampaign', 'c1', 'workspaceCampaign']);
  });

  it('that have sent nothing have no rate', () => {
    const draft = { _id: 'c2', name: 'Plan', status: 'draft', stats: { sent: 0, replied: 0, bounced: 0 } };
    const rows = rowsOf({ lists: { draft: there(campaigns([draft])) } });
    assert.deepEqual(linesBelow(rowAt(rows, 'Campaigns', 'Draft')), ['Plan: nothing sent yet']);
  });

  it('say their status where the list they came in is another', () => {
    const rows = rowsOf({ lists: { paused: there(campaigns([SPRING])) } });
    assert.match(rowAt(rows, 'Campaigns', 'Paused', 'Spring').description ?? '', /^active · /);
  });

  it('go on with a row that says how many there are', () => {
    const page = { total: 120, hasMore: true, nextCursor: 'x' };
    const rows = rowsOf({ lists: { active: there(campaigns([SPRING], page)) } });
    const more = rowAt(rows, 'Campaigns', 'Active', 'Load more (1 of 120)');
    assert.deepEqual([more.action, more.part], ['goOn', 'active']);
    const unknown = rowsOf({ lists: { active: there(campaigns([SPRING], { ...page, total: null })) } });
    rowAt(unknown, 'Campaigns', 'Active', 'Load more (1 so far)');
  });

  it('stay while more are loaded, and the row that loads them keeps its place', () => {
    const some = campaigns([SPRING], { total: 120, hasMore: true, nextCursor: 'x' });
    const before = rowAt(rowsOf({ lists: { active: there(some) } }), 'Campaigns', 'Active').children?.() ?? [];
    const during = rowAt(rowsOf({ lists: { active: loading(some) } }), 'Campaigns', 'Active').children?.() ?? [];
    assert.deepEqual(
      during.map(({ id }) => id),
      before.map(({ id }) => id),
    );
    assert.deepEqual([during.at(-1)?.label, during.at(-1)?.action], ['Loading…', undefined]);
  });

  it('are told apart by what SendKit’s pages name', () => {
    assert.equal(isOther({ status: 'active' }), false);
    assert.equal(isOther({ status: 'in_review' }), true);
    assert.equal(isOther({ status: null }), true);
  });
});

describe('The mailboxes of the workspace', () => {
  const line = (changes: Fields): string => linesBelow(rowAt(rowsOf(withMailbox(changes)), 'Mailboxes'))[0] ?? '';
  const withMailbox = (changes: Fields): Changes => ({
    mailboxes: there(mailboxes([{ ...MAILBOX, ...changes }])),
  });

  it('say how much bounced, what was sent today and how far the warm-up is', () => {
    const rows = rowsOf(withMailbox({}));
    assert.equal(rowAt(rows, 'Mailboxes').description, '1');
    assert.equal(
      rowAt(rows, 'Mailboxes', 'ada@outbound.example').description,
      '1.2% bounced · 30 of 50 today · warm-up completed',
    );
  });

  it('give fractions and interval from their counts', () => {
    const tooltip = tooltipOf(rowAt(rowsOf(withMailbox({})), 'Mailboxes', 'ada@outbound.example'));
    assert.match(tooltip, /Bounced: 1\.2% \(12 of 1,000 sent\) · 95% interval 0\.7%–2\.1%/);
    assert.match(tooltip, /Replied: 6\.1% \(60 of 988 delivered\)/);
    assert.match(tooltip, /Ada Lind/);
  });

  it('have SendKit’s own bounce rate where there are no counts, and say that it is', () => {
    const row = rowAt(rowsOf(withMailbox({ performance: undefined, bounceRate: 0.02 })), 'Mailboxes', MAILBOX.email);
    assert.match(row.description ?? '', /^2\.0% bounced/);
    assert.match(tooltipOf(row), /SendKit’s own bounce rate/);
    assert.doesNotMatch(tooltipOf(row), /interval/);
    assert.match(line({ performance: undefined, bounceRate: undefined, rates: { bounce: '3.5' } }), /: 3\.5% bounced/);
  });

  it('have no rate where nothing was sent or nothing is known', () => {
    assert.match(line({ performance: { sent: 0, bounced: 0 } }), /: — bounced/);
    assert.match(line({ performance: undefined, bounceRate: undefined }), /: — bounced/);
  });

  it('say only what is known', () => {
    const bare = { status: undefined, sentToday: undefined, dailySendLimit: undefined, warmup: undefined };
    assert.equal(line(bare), 'ada@outbound.example: 1.2% bounced');
    assert.equal(line({ ...bare, sentToday: 3 }), 'ada@outbound.example: 1.2% bounced · 3 today');
  });

  for (const [warmup, words] of [
    [{ enabled: true, status: 'in_progress' }, 'warming up'],
    [{ enabled: true }, 'warming up'],
    [{ enabled: false, status: 'not_started' }, 'no warm-up'],
    [{ enabled: false, status: 'completed' }, 'warm-up completed'],
    [{ enabled: true, status: 'on_hold' }, 'warm-up: on_hold'],
  ] as const) {
    it(`say “${words}” of ${JSON.stringify(warmup)}`, () => assert.ok(line({ warmup }).endsWith(` · ${words}`)));
  }

  it('that are not active say so, in SendKit’s own word where it is not known', () => {
    assert.match(line({ status: 'paused' }), /: paused · /);
    assert.match(line({ status: 'smtp_broken' }), /: smtp_broken · /);
    const icons = ['active', 'paused', 'error', 'smtp_broken'].map(
      (status) => rowAt(rowsOf(withMailbox({ status })), 'Mailboxes', MAILBOX.email).icon,
    );
    assert.equal(new Set(icons).size, icons.length);
  });

  it('are told apart though they share an id or have none', () => {
    const rows = rowsOf({ mailboxes: there(mailboxes([MAILBOX, MAILBOX, {}, {}, { _id: 'm1/1' }])) });
    const ids = rowAt(rows, 'Mailboxes')
      .children?.()
      .map(({ id }) => id);
    assert.equal(new Set(ids).size, 5);
  });

  it('say that there are more where not all came', () => {
    const row = rowAt(rowsOf({ mailboxes: there(mailboxes([MAILBOX], false)) }), 'Mailboxes');
    assert.equal(linesBelow(row).at(-1), 'There are more: only the first 1 are shown');
  });
});

describe('A part of the workspace', () => {
  it('says that it is loading, from the moment at which it is wanted', () => {
    for (const state of [nothing, loading<WorkspaceTotals>()]) {
      assert.deepEqual(linesBelow(rowAt(rowsOf({ totals: state }), 'Totals')), ['Loading…']);
    }
    assert.equal(rowAt(rowsOf({ totals: loading() }), 'Totals').icon, 'loading~spin');
  });

  it('that failed says why, and offers to try again or what else helps', () => {
    const rows = rowsOf({ totals: failed(unavailable), mailboxes: failed(refused) });
    const [again] = rowAt(rows, 'Totals').children?.() ?? [];
    assert.deepEqual([again?.label, again?.action, again?.part], ['SendKit unavailable', 'goOn', 'totals']);
    assert.equal(again?.description, unavailable.message);
    assert.equal(rowAt(rows, 'Mailboxes').children?.()[0]?.action, 'setApiKey');
    assert.equal(rowAt(rows, 'Totals').children?.().length, 1);
  });

  it('keeps what was there before a failure', () => {
    const row = rowAt(rowsOf({ totals: failed(unavailable, totals()) }), 'Totals');
    assert.equal(row.children?.()[0]?.icon, 'warning');
    assert.equal(row.icon, 'warning', 'also while the row is closed');
    assert.ok(row.tooltip.includes(unavailable.message));
    assert.ok(linesBelow(row).includes('Sent: 1,234'));
  });

  it('that has nothing says so', () => {
    const rows = rowsOf({ lists: { archived: there(campaigns([])) }, mailboxes: there(mailboxes([])) });
    assert.deepEqual(linesBelow(rowAt(rows, 'Campaigns', 'Archived')), ['No campaigns']);
    assert.deepEqual(linesBelow(rowAt(rows, 'Mailboxes')), ['No mailboxes']);
  });
});

describe('The rows of the workspace', () => {
  const hostile = '<img src=x onerror=alert(1)> [x](command:evil) $(trash) **b**';
  const everything: Changes = {
    totals: there(totals()),
    hasOthers: true,
    mailboxes: there(mailboxes([MAILBOX, { ...MAILBOX, _id: hostile, email: hostile, status: hostile }])),
    lists: forEachList((name) =>
      there(
        campaigns(
          ['c1', 'c1/more', '/more', '//more', hostile].map((_id) => ({ ...SPRING, _id, name: hostile, status: name })),
          { total: 9, hasMore: true, nextCursor: 'x' },
        ),
      ),
    ),
  };

  it('have ids unlike each other, also where SendKit’s look like paths', () => {
    const ids = withDescendants(rowsOf(everything)).map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
  });

  it('show names as the plain text that they are, which can pass for no context or action', () => {
    const rows = withDescendants(rowsOf(everything)).filter(({ label }) => label === hostile);
    assert.ok(rows.length > 5);
    for (const row of rows) {
      assert.equal(row.tooltip[0], hostile);
      assert.match(row.contextValue, /^(workspaceCampaign|mailbox)$/);
    }
  });

  it('keep their ids when figures change', () => {
    const ids = (changes: Changes): string[] => withDescendants(rowsOf(changes)).map(({ id }) => id);
    assert.deepEqual(
      ids({ totals: there(totals()) }),
      ids({ totals: there(totals({ ...OVERVIEW, totalSent: 9000 })) }),
    );
  });

  it('are spoken without the dots between their figures', () => {
    const rows = rowsOf({ lists: { active: there(campaigns([SPRING])) } });
    assert.equal(spokenLabel(rowAt(rows, 'Campaigns', 'Active', 'Spring')), 'Spring, 200 sent, 10.0% replied');
  });
});

describe('The health of a mailbox', () => {
  const rowFor = (performance: Fields): WorkspaceRow => {
    const rows = rowsOf({ mailboxes: there(mailboxes([{ ...MAILBOX, performance }])) });
    return rowAt(rows, 'Mailboxes', 'ada@outbound.example');
  };

  it('marks one whose interval has passed the critical line, and says so to who cannot see it', () => {
    const row = rowFor({ ...MAILBOX.performance, bounced: 90 });
    assert.equal(row.alarm?.level, 'critical');
    assert.match(spokenLabel(row), /Bounce rate critical/);
    assert.match(row.tooltip.join(' '), /Above the critical line of 5%/);
  });

  it('warns of one whose rate alone has passed a line', () => {
    assert.equal(rowFor({ ...MAILBOX.performance, bounced: 25 }).alarm?.level, 'warning');
  });

  it('is nothing to speak of at one bounce in ten mails, or where counts are missing', () => {
    assert.equal(rowFor({ sent: 10, bounced: 1 }).alarm, undefined);
    assert.equal(rowFor({}).alarm, undefined);
    assert.equal(rowFor(MAILBOX.performance).alarm, undefined);
  });
});
