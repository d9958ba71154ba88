import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chanceOf } from '../../sandbox/data/random';
import { startSandbox, type Sandbox } from '../../sandbox/server';

interface Counts {
  readonly sent: number;
  readonly delivered: number;
  readonly opened: number;
  readonly clicked: number;
  readonly replied: number;
  readonly bounced: number;
}

interface Row extends Counts {
  readonly _id: string;
  readonly positiveReplied: number;
}

interface Analytics {
  readonly stats: Counts;
  readonly bySequence: Record<'main' | 'subsequence', Counts>;
  readonly stepAnalytics: readonly Counts[];
  readonly stepStats: readonly Counts[];
  readonly subsequences: readonly { readonly stats: Counts; readonly stepStats: readonly Counts[] }[];
  readonly statusBreakdown: Readonly<Record<string, number>>;
  readonly totalPositiveReplied: number;
}

interface Item {
  readonly _id: string;
  readonly name: string;
  readonly status: string;
  readonly stats: Counts & { readonly totalEmailsSent: number; readonly totalLeads: number };
}

interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly pagination: Readonly<Record<string, unknown>>;
}

const STEP = ['sent', 'opened', 'clicked', 'bounced'] as const;

function sum<Name extends string>(rows: readonly Readonly<Record<Name, number>>[], name: Name): number {
  return rows.reduce((total, row) => total + row[name], 0);
}

describe('what the sandbox tells', () => {
  let sandbox: Sandbox;
  let workspace: string | undefined;
  before(async () => {
    sandbox = await startSandbox({ today: '2025-09-01' });
  });
  beforeEach(() => {
    workspace = undefined;
    sandbox.heal();
  });
  after(() => sandbox.close());

  async function get<Data>(path: string): Promise<Answer<Data>> {
    const key = workspace === undefined ? sandbox.key : sandbox.platformKey;
    const headers = { 'X-Api-Key': key, Authorization: `Bearer ${key}` };
    const answer = await fetch(sandbox.url + path, {
      headers: workspace === undefined ? headers : { ...headers, 'X-Workspace-Id': workspace },
    });
    return { ...((await answer.json()) as Answer<Data>), status: answer.status };
  }
  const analytics = async (id: string, query = ''): Promise<Analytics> =>
    (await get<Analytics>(`/v1/campaigns/${id}/analytics${query}`)).data;
  const totals = async (id: string, query = ''): Promise<Analytics> =>
    (await get<Analytics>(`/v1/analytics/campaigns/${id}${query}`)).data;
  const days = async (id: string, query = '?from=2000-01-01'): Promise<readonly Row[]> =>
    (await get<Row[]>(`/v1/analytics/daily/campaigns/${id}${query}`)).data;
  const list = async (query = ''): Promise<Answer<Item[]>> => get<Item[]>(`/v1/campaigns?limit=100${query}`);

  /** Those with names, and one in forty of the others. */
  async function someIds(): Promise<string[]> {
    const own: Record<string, string> = { ...sandbox.campaigns };
    delete own['foreign'];
    sandbox.page({ form: 'pages' });
    const pages = await Promise.all([1, 5, 9].map((page) => list(`&page=${page}`)));
    sandbox.page();
    const others = pages.flatMap(({ data }) => data).filter((_, index) => index % 13 === 8);
    return [...Object.values(own), ...others.map(({ _id }) => _id)];
  }

  it('agrees: a period is the sum of its days, a campaign that of its steps', async () => {
    for (const id of await someIds()) {
      const rows = await days(id);
      const ever = await totals(id);
      const [first, last] = [rows[Math.floor(rows.length / 3)], rows[Math.floor((rows.length * 2) / 3)]];
      const parts = [[ever, rows, await analytics(id)] as const];
      if (first && last) {
        const query = `?from=${first._id}&to=${last._id}`;
        const period = await analytics(id, query);
        const ofPeriod = rows.filter(({ _id }) => _id >= first._id && _id <= last._id);
        assert.ok(period.stats.sent > 0 && period.stats.sent < ever.stats.sent, id);
        assert.deepEqual(await days(id, query), ofPeriod);
        parts.push([await totals(id, query), ofPeriod, period]);
      }
      for (const [total, ofDays, byVariant] of parts) {
        for (const name of [...STEP, 'replied'] as const) {
          assert.equal(sum(ofDays, name), total.stats[name], `${id} ${name}`);
          assert.equal(byVariant.stats[name], total.stats[name], `${id} ${name}`);
        }
        assert.equal(sum(ofDays, 'positiveReplied'), total.totalPositiveReplied);
        for (const name of STEP) {
          const { main, subsequence } = total.bySequence;
          assert.equal(sum(total.stepStats, name), main[name]);
          assert.equal(sum(byVariant.stepAnalytics, name), main[name]);
          assert.equal(main[name] + subsequence[name], total.stats[name]);
          assert.equal(
            sum(
              total.subsequences.map(({ stats }) => stats),
              name,
            ),
            subsequence[name],
          );
          assert.equal(
            sum(
              total.subsequences.flatMap(({ stepStats }) => stepStats),
              name,
            ),
            subsequence[name],
          );
        }
      }
    }
  });

  it('is possible: nothing is opened that was not delivered, on no day and in no step', async () => {
    for (const id of await someIds()) {
      const rows = await days(id);
      const { stepStats, stats } = await totals(id);
      for (const { sent, opened, clicked, bounced } of [...rows, ...stepStats, stats]) {
        assert.ok(clicked <= opened && opened <= sent - bounced && bounced <= sent, id);
      }
      for (const { sent, bounced, replied, positiveReplied } of rows) {
        assert.ok(sent > 0 && replied <= sent - bounced && positiveReplied <= replied, id);
      }
      assert.equal(stats.delivered, stats.sent - stats.bounced);
    }
  });

  it('lists what its analytics say, and leads by status that add up', async () => {
    const { data } = await list();
    for (const { _id, stats } of data.filter((_, index) => index % 7 === 0 || index < 8)) {
      const { stats: told, statusBreakdown } = await totals(_id);
      assert.equal(stats.totalEmailsSent, told.sent);
      for (const name of ['delivered', 'opened', 'clicked', 'replied', 'bounced'] as const) {
        assert.equal(stats[name], told[name], `${_id} ${name}`);
      }
      const leads = Object.values(statusBreakdown).reduce((total, count) => total + count, 0);
      assert.equal(leads, stats.totalLeads, _id);
    }
  });

  it('adds up to the workspace: overview, days, mailboxes', async () => {
    for (const { id } of sandbox.workspaces) {
      workspace = id;
      const items: Item[] = [];
      let cursor: unknown = null;
      do {
        const page: Answer<Item[]> = await list(typeof cursor === 'string' ? `&cursor=${cursor}` : '');
        items.push(...page.data);
        cursor = page.pagination['nextCursor'];
      } while (cursor);
      const overview = (await get<Readonly<Record<string, number>>>('/v1/analytics/overview')).data;
      assert.equal(overview['totalCampaigns'], items.length);
      assert.equal(overview['activeCampaigns'], items.filter(({ status }) => status === 'active').length);
      const stats = items.map((item) => item.stats);
      assert.equal(overview['totalSent'], sum(stats, 'totalEmailsSent'));
      assert.equal(overview['totalReplied'], sum(stats, 'replied'));

      const rows = (await get<Row[]>('/v1/analytics/daily?from=2000-01-01')).data;
      assert.equal(sum(rows, 'sent'), overview['totalSent']);
      assert.equal(sum(rows, 'positiveReplied'), overview['totalPositiveReplied']);

      const from = '2025-08-01';
      const boxes = (
        await get<{ totalSent: number; sentToday: number; performance: Row }[]>(`/v1/analytics/mailboxes?from=${from}`)
      ).data;
      assert.equal(sum(boxes, 'totalSent'), overview['totalSent']);
      const recent = rows.filter(({ _id }) => _id >= from);
      for (const name of [...STEP, 'replied', 'positiveReplied'] as const) {
        assert.equal(
          sum(
            boxes.map(({ performance }) => performance),
            name,
          ),
          sum(recent, name),
        );
      }
      assert.equal(sum(boxes, 'sentToday'), recent.find(({ _id }) => _id === sandbox.today)?.sent);
    }
  });

  it('has three workspaces of different sizes', async () => {
    const sizes: unknown[] = [];
    for (const { id } of sandbox.workspaces) {
      workspace = id;
      sizes.push((await list()).pagination['total']);
    }
    assert.deepEqual(sizes, [1_200, 40, 3]);
  });

  it('leaves out days without mail, and shows the last 30 days where nothing else is asked', async () => {
    workspace = sandbox.workspaces[1]?.id;
    const rows = (await get<Row[]>('/v1/analytics/daily')).data;
    assert.ok(rows.length > 15 && rows.length < 26);
    const dates = rows.map(({ _id }) => _id);
    assert.deepEqual(dates, dates.toSorted());
    assert.ok((dates[0] ?? '') >= '2025-08-02' && (dates.at(-1) ?? '') <= '2025-09-01');
  });

  it('has 400 days of one campaign, each with mail', async () => {
    const rows = await days(sandbox.campaigns.longRunning);
    assert.equal(rows.length, 400);
    assert.deepEqual([rows[0]?._id, rows.at(-1)?._id], ['2024-07-29', '2025-09-01']);
  });

  it('is the same on every day, but for the dates', async () => {
    const figures = async (): Promise<unknown> => ({
      names: (await list('&search=DACH')).data.map(({ _id, name, stats }) => [_id, name, stats]),
      last: (await get<Row[]>('/v1/analytics/daily')).data.map(({ sent, replied }) => [sent, replied]),
    });
    const before = await figures();
    sandbox.setToday('2026-02-27');
    assert.deepEqual(await figures(), before);
    sandbox.setToday('2025-09-01');
  });

  it('goes on when time goes by, for active campaigns alone, and never back', async () => {
    const { longRunning, seed, untracked, variants } = sandbox.campaigns;
    const before = await totals(longRunning);
    const ofPeriod = await totals(longRunning, '?to=2025-08-31');
    const fixed = await Promise.all([seed, untracked, variants].map((id) => totals(id)));
    sandbox.advance(3);
    assert.equal(sandbox.today, '2025-09-04');
    const after = await totals(longRunning);
    assert.ok(after.stats.sent > before.stats.sent);
    assert.equal((await days(longRunning)).length, 403);
    assert.equal((await days(longRunning, '?from=2000-01-01&to=2100-01-01')).length, 403);
    assert.deepEqual(await totals(longRunning, '?to=2100-01-01'), after);
    assert.deepEqual(await totals(longRunning, '?to=2025-08-31'), {
      ...ofPeriod,
      statusBreakdown: after.statusBreakdown,
    });
    assert.deepEqual(await Promise.all([seed, untracked, variants].map((id) => totals(id))), fixed);
    assert.throws(() => sandbox.advance(-1), RangeError);
    sandbox.setToday('2025-09-01');
    assert.deepEqual(await totals(longRunning), before);
  });

  it('changes one campaign when that is touched, and everything about it', async () => {
    const other = await startSandbox({ today: '2025-09-01' });
    const { seed, draft } = other.campaigns;
    const ask = async (path: string): Promise<string> =>
      (
        await fetch(other.url + path, { headers: { 'X-Api-Key': other.key, Authorization: `Bearer ${other.key}` } })
      ).text();
    const all = (id: string): Promise<string[]> =>
      Promise.all([`/v1/campaigns/${id}`, `/v1/campaigns/${id}/analytics`, `/v1/analytics/campaigns/${id}`].map(ask));
    try {
      const [before, list] = [await all(seed), await ask('/v1/campaigns?limit=5')];
      const beforeDraft = await all(draft);
      other.touch(seed);
      const after = await all(seed);
      for (const [index, text] of after.entries()) assert.notEqual(text, before[index]);
      assert.notEqual(await ask('/v1/campaigns?limit=5'), list);
      assert.match(
        after[1] ?? '',
        /"stats":\{[^}]*"replied":13.*"statusBreakdown":\{[^}]*"replied":13.*"totalReplied":13/,
      );
      assert.deepEqual(await all(draft), beforeDraft);
      other.touch(draft);
      const [once] = await all(draft);
      other.touch(draft);
      assert.equal(new Set([beforeDraft[0], once, (await all(draft))[0]]).size, 3);
    } finally {
      await other.close();
    }
  });

  it('lists and tells a campaign that was set', async () => {
    const other = await startSandbox();
    try {
      other.setCampaign('mine', {
        success: true,
        data: { campaign: { name: 'Mine' }, stats: { sent: 7, opened: 'many' } },
      });
      other.setCampaign('odd', 'not JSON');
      const ask = async (path: string): Promise<string> =>
        (
          await fetch(other.url + path, { headers: { 'X-Api-Key': other.key, Authorization: `Bearer ${other.key}` } })
        ).text();
      assert.equal(await ask('/v1/campaigns/odd/analytics?from=2025-01-01'), 'not JSON');
      const { data } = JSON.parse(await ask('/v1/campaigns?search=mine')) as Answer<Item[]>;
      assert.deepEqual(
        data.map(({ _id, name, stats }) => [_id, name, stats.totalEmailsSent, stats.opened]),
        [['mine', 'Mine', 7, 'many']],
      );
      assert.match(await ask('/v1/campaigns/odd'), /"name":"odd"/);
    } finally {
      await other.close();
    }
  });

  describe('in lists', () => {
    it('searches for part of the name, in any case, and for a status', async () => {
      const found = await list('&search=FINTECH');
      assert.ok(Number(found.pagination['total']) >= 90);
      assert.ok(found.data.every(({ name }) => name.toLowerCase().includes('fintech')));
      const paused = await list('&search=fintech&status=paused');
      assert.ok(paused.data.length > 5 && paused.data.every(({ status }) => status === 'paused'));
      assert.deepEqual((await list('&search=nothing%20like%20it')).data, []);
    });

    it('has a name of its own for every campaign, and all statuses', async () => {
      sandbox.page({ form: 'pages' });
      const pages = await Promise.all(Array.from({ length: 12 }, (_, index) => list(`&page=${index + 1}`)));
      const all = pages.flatMap(({ data }) => data);
      assert.equal(new Set(all.map(({ name }) => name)).size, 1_200);
      const statuses = new Set(all.map(({ status }) => status));
      for (const status of ['draft', 'active', 'paused', 'completed', 'archived', 'in_review']) {
        assert.ok(statuses.has(status), status);
      }
    });

    it('has 25 on a page, and tells where it goes on', async () => {
      const first = await get<Item[]>('/v1/campaigns');
      assert.equal(first.data.length, 25);
      const { nextCursor, ...pagination } = first.pagination;
      assert.deepEqual(pagination, { limit: 25, total: 1_200, hasMore: true });
      assert.match(String(nextCursor), /^[0-9a-f]{24}$/);
      const last = await list('&status=in_review');
      assert.deepEqual([last.pagination['hasMore'], last.pagination['nextCursor']], [false, null]);
    });

    it('counts pages in the older form', async () => {
      sandbox.page({ form: 'pages' });
      const { data, pagination } = await get<Item[]>('/v1/campaigns?page=48');
      assert.deepEqual(pagination, { limit: 25, total: 1_200, page: 48, pages: 48 });
      assert.ok(data.every(({ stats }) => 'sent' in stats && !('totalEmailsSent' in stats)));
    });
  });

  it('refuses what no page documents', async () => {
    const refused = [
      '/v1/campaigns?limit=0',
      '/v1/campaigns?limit=101',
      '/v1/campaigns?limit=many',
      '/v1/campaigns?page=2',
      '/v1/campaigns?cursor=unknown',
      '/v1/analytics/daily?from=yesterday',
      '/v1/analytics/daily?from=2025-02-30',
      '/v1/analytics/daily?from=2025-02-02&to=2025-02-01',
      `/v1/campaigns/${sandbox.campaigns.seed}/analytics?to=2025-1-1`,
    ];
    for (const path of refused) assert.equal((await get(path)).status, 400, path);
    sandbox.page({ form: 'pages' });
    for (const path of ['/v1/campaigns?cursor=x', '/v1/campaigns?page=0'])
      assert.equal((await get(path)).status, 400, path);
    const { seed, foreign } = sandbox.campaigns;
    assert.equal((await get(`/v1/analytics/daily/campaigns/${seed}?subsequenceId=unknown`)).status, 404);
    for (const path of [
      `/v1/campaigns/${foreign}`,
      `/v1/analytics/campaigns/${foreign}`,
      `/v1/analytics/daily/campaigns/${foreign}`,
    ]) {
      assert.equal((await get(path)).status, 403, path);
    }
    assert.throws(() => sandbox.setToday('today'), RangeError);
  });
});

describe('chanceOf', () => {
  it('is the same for the same name, spread evenly, and within its bounds', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const [one, other] = [chanceOf(name), chanceOf(name)];
        const draws = Array.from({ length: 500 }, () => one.next());
        assert.deepEqual(
          Array.from({ length: 500 }, () => other.next()),
          draws,
        );
        assert.ok(draws.every((draw) => draw >= 0 && draw < 1));
        const mean = draws.reduce((total, draw) => total + draw, 0) / 500;
        assert.ok(Math.abs(mean - 0.5) < 0.1, String(mean));
      }),
    );
  });
});
