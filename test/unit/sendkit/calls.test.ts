import assert from 'node:assert/strict';
import type { Access, CampaignPage, CampaignQuery, SendKitClient } from '../../../src/sendkit/client';
import { decodeList, type Decoded } from '../../../src/sendkit/decode';
import type { SendKitErrorKind } from '../../../src/sendkit/errors';
import { allMailboxes } from '../../../src/sendkit/mailboxes';
import type { NextPage } from '../../../src/sendkit/paging';
import { mailboxesSchema, type CampaignSummary } from '../../../src/sendkit/schemas';
import { CAMPAIGN_IDS } from '../../sandbox/data/ids';
import type { Fault } from '../../sandbox/faults';
import { baseUrl, fastClient, problemOf, useSandbox } from './setUp';

const ID = CAMPAIGN_IDS.subsequencesAndVariants;
const PERIOD = { from: '2025-06-01', to: '2025-06-30' };

type Ask = (client: SendKitClient, access: Access, signal?: AbortSignal) => Promise<Decoded<unknown>>;

interface Call {
  readonly ask: Ask;
  readonly path: string;
  /** The same, of a period. */
  readonly ofPeriod?: Ask;
  readonly about: 'a campaign' | 'a workspace' | 'the key';
}

const CALLS: Record<string, Call> = {
  campaigns: {
    ask: (client, access, signal) => client.campaigns(access, {}, signal),
    path: '/v1/campaigns',
    about: 'a workspace',
  },
  campaign: {
    ask: (client, access, signal) => client.campaign(access, ID, signal),
    path: `/v1/campaigns/${ID}`,
    about: 'a campaign',
  },
  campaignAnalytics: {
    ask: (client, access, signal) => client.campaignAnalytics(access, ID, undefined, signal),
    path: `/v1/campaigns/${ID}/analytics`,
    ofPeriod: (client, access) => client.campaignAnalytics(access, ID, PERIOD),
    about: 'a campaign',
  },
  campaignTotals: {
    ask: (client, access, signal) => client.campaignTotals(access, ID, undefined, signal),
    path: `/v1/analytics/campaigns/${ID}`,
    ofPeriod: (client, access) => client.campaignTotals(access, ID, PERIOD),
    about: 'a campaign',
  },
  dailyCampaign: {
    ask: (client, access, signal) => client.dailyCampaign(access, ID, undefined, signal),
    path: `/v1/analytics/daily/campaigns/${ID}`,
    ofPeriod: (client, access) => client.dailyCampaign(access, ID, PERIOD),
    about: 'a campaign',
  },
  dailyWorkspace: {
    ask: (client, access, signal) => client.dailyWorkspace(access, undefined, signal),
    path: '/v1/analytics/daily',
    ofPeriod: (client, access) => client.dailyWorkspace(access, PERIOD),
    about: 'a workspace',
  },
  overview: {
    ask: (client, access, signal) => client.overview(access, signal),
    path: '/v1/analytics/overview',
    about: 'a workspace',
  },
  mailboxes: {
    ask: (client, access, signal) => client.mailboxes(access, undefined, signal),
    path: '/v1/analytics/mailboxes',
    ofPeriod: (client, access) => client.mailboxes(access, PERIOD),
    about: 'a workspace',
  },
  workspaces: {
    ask: (client, access, signal) => client.workspaces(access, signal),
    path: '/v1/workspaces',
    about: 'the key',
  },
};

/** What a call is when the answer is this; how requests fail in particular, other tests say. */
const FAILURES: Partial<Record<Fault, SendKitErrorKind>> = {
  'http-401': 'unauthorized',
  'http-403': 'forbidden',
  'http-429': 'rateLimited',
  'http-500': 'unavailable',
  'null-data': 'invalidAnswer',
  'text-instead': 'invalidAnswer',
  html: 'notSendKit',
  'redirect-302': 'redirected',
  'reset-in-body': 'offline',
};

for (const [name, { ask, path, ofPeriod, about }] of Object.entries(CALLS)) {
  describe(name, () => {
    const given = useSandbox();

    it('asks once, and understands all of the answer', async () => {
      const { oddValues } = await ask(fastClient(), given.access);
      assert.deepEqual(oddValues, []);
      assert.deepEqual(
        given.sandbox.requests.map((request) => request.path),
        [path],
      );
    });

    it('asks as the key, and for the workspace, of its access', async () => {
      const { sandbox, access } = given;
      const workspaceId = sandbox.workspaces[0]?.id ?? '';
      await ask(fastClient(), { ...access, key: sandbox.platformKey, workspaceId });
      const [request] = sandbox.requests;
      assert.equal(request?.headers['x-api-key'], sandbox.platformKey);
      assert.equal(request.headers.authorization, `Bearer ${sandbox.platformKey}`);
      assert.equal(request.headers['x-workspace-id'], about === 'the key' ? undefined : workspaceId);
    });

    if (ofPeriod) {
      it('asks for a period', async () => {
        await ofPeriod(fastClient(), given.access);
        assert.equal(given.sandbox.requests[0]?.path, `${path}?from=2025-06-01&to=2025-06-30`);
      });
    }

    for (const [fault, kind] of Object.entries(FAILURES)) {
      it(`fails when the answer is ${fault}: ${kind}`, async () => {
        given.sandbox.fail(fault as Fault);
        assert.equal((await problemOf(ask(fastClient(), given.access))).kind, kind);
      });
    }

    it('takes 404 for a campaign that is not there, or an address that is not SendKit’s', async () => {
      const elsewhere = { ...given.access, baseUrl: baseUrl(`${given.sandbox.url}/not-the-api`) };
      const problem = await problemOf(ask(fastClient(), elsewhere));
      const expected =
        about === 'a campaign' ? { kind: 'notFound', status: 404 } : { kind: 'notSendKit', status: 404, path };
      assert.deepEqual(problem, expected);
    });

    it('is cancelled', async () => {
      given.sandbox.fail('hang-before-headers');
      const controller = new AbortController();
      const call = ask(fastClient(), given.access, controller.signal);
      await given.sandbox.nextRequest();
      controller.abort();
      assert.deepEqual(await problemOf(call), { kind: 'cancelled' });
    });

    if (about === 'a campaign') {
      it('is not sent for an id that no path would carry', async () => {
        const client = fastClient();
        const calls: readonly ((id: string) => Promise<unknown>)[] = [
          (id) => client.campaign(given.access, id),
          (id) => client.campaignAnalytics(given.access, id),
          (id) => client.campaignTotals(given.access, id),
          (id) => client.dailyCampaign(given.access, id),
        ];
        for (const call of calls) {
          for (const id of ['', '..', given.access.key]) assert.equal((await problemOf(call(id))).kind, 'notFound');
        }
        assert.deepEqual(given.sandbox.requests, []);
      });
    }
  });
}

describe('a period', () => {
  const given = useSandbox();
  const queryOf = async (period: Parameters<SendKitClient['dailyWorkspace']>[1]): Promise<string | undefined> => {
    await fastClient().dailyWorkspace(given.access, period);
    return given.sandbox.requests.at(-1)?.path.split('?')[1];
  };

  it('may lack either end, or both', async () => {
    assert.equal(await queryOf({ from: '2025-06-01' }), 'from=2025-06-01');
    assert.equal(await queryOf({ to: '2025-06-30' }), 'to=2025-06-30');
    assert.equal(await queryOf({ from: undefined, to: undefined }), undefined);
    assert.equal(await queryOf({}), undefined);
  });
});

describe('the days of a campaign', () => {
  const given = useSandbox();

  it('may be those of the main sequence, or of one subsequence', async () => {
    const client = fastClient();
    const sentBy = async (subsequenceId?: string): Promise<number> => {
      const { value } = await client.dailyCampaign(given.access, ID, { from: '2020-01-01', subsequenceId });
      return value.reduce((sum, { sent }) => sum + (sent ?? 0), 0);
    };
    const { value } = await client.campaignAnalytics(given.access, ID);
    assert.equal(await sentBy(), value.stats.sent);
    assert.equal(await sentBy('main'), value.bySequence.main.sent);
    const subsequences = value.subsequences.map(({ id }) => sentBy(id ?? ''));
    assert.deepEqual(
      await Promise.all(subsequences),
      value.subsequences.map(({ stats }) => stats.sent),
    );
    assert.match(given.sandbox.requests[2]?.path ?? '', /\?from=2020-01-01&subsequenceId=main$/);
  });
});

describe('the list of campaigns', () => {
  const given = useSandbox();
  const list = async (query?: CampaignQuery): Promise<CampaignPage> =>
    (await fastClient().campaigns(given.access, query)).value;

  /** All pages, one after the other. */
  async function all(query: CampaignQuery): Promise<{ campaigns: CampaignSummary[]; pages: number[] }> {
    const campaigns: CampaignSummary[] = [];
    const pages: number[] = [];
    let page: NextPage | null = null;
    do {
      const answer = await list({ ...query, page });
      campaigns.push(...answer.campaigns);
      pages.push(answer.campaigns.length);
      page = answer.next;
    } while (page && pages.length < 50);
    return { campaigns, pages };
  }

  for (const form of ['cursor', 'pages'] as const) {
    it(`has all 1,200 in twelve requests (${form})`, async () => {
      given.sandbox.page({ form });
      const { campaigns, pages } = await all({ limit: 100 });
      assert.deepEqual(pages, Array(12).fill(100));
      assert.equal(new Set(campaigns.map(({ id }) => id)).size, 1_200);
      assert.equal((await list()).total, 1_200);
      assert.ok(campaigns.every(({ stats }) => stats.sent !== null));
    });

    it(`ends where the server goes round in a circle (${form})`, async () => {
      given.sandbox.page({ form, stuck: true });
      const { pages } = await all({ limit: 100 });
      assert.ok(pages.length <= 2);
    });
  }

  it('does not end with an empty page', async () => {
    given.sandbox.page({ emptyAfter: 2 });
    const { campaigns, pages } = await all({ limit: 100, search: 'fintech', status: 'completed' });
    given.sandbox.page();
    const { campaigns: same } = await all({ limit: 5, search: 'fintech', status: 'completed' });
    assert.deepEqual(pages, [same.length]);
    assert.deepEqual(campaigns, same);

    given.sandbox.page({ emptyAfter: 2 });
    assert.deepEqual((await all({ limit: 500 })).pages, [100, 100, 0, ...Array<number>(10).fill(100)]);
  });

  it('searches, filters and limits on the server', async () => {
    const { campaigns, total } = await list({ search: ' FinTech founders ', status: 'paused', limit: 3 });
    assert.equal(given.sandbox.requests[0]?.path, '/v1/campaigns?search=FinTech+founders&status=paused&limit=3');
    assert.equal(campaigns.length, 3);
    assert.ok(campaigns.every(({ name, status }) => name?.startsWith('Fintech') && status === 'paused'));
    assert.ok(total !== null && total > 3 && total < 100);
  });

  it('repeats the query with the page', async () => {
    const { next } = await list({ search: 'a&b', limit: 1 });
    assert.equal(next, null);
    const first = await list({ search: 'a', limit: 2 });
    await list({ search: 'a', limit: 2, page: first.next });
    assert.match(given.sandbox.requests.at(-1)?.path ?? '', /^\/v1\/campaigns\?search=a&limit=2&cursor=[0-9a-f]{24}$/);
  });

  it('asks for at least one, at most a hundred, and no part of one', async () => {
    for (const [limit, asked] of [
      [0, 1],
      [-5, 1],
      [2.9, 2],
      [1_000, 100],
    ] as const) {
      await list({ limit });
      assert.equal(given.sandbox.requests.at(-1)?.path, `/v1/campaigns?limit=${asked}`);
    }
  });

  it('asks for nothing where nothing is searched for', async () => {
    await list({ search: '  ' });
    assert.equal(given.sandbox.requests[0]?.path, '/v1/campaigns');
  });

  it('sends no key that somebody searches for by mistake, and no more than a name’s length', async () => {
    for (const key of [given.access.key, given.sandbox.platformKey]) {
      for (const search of [key, ` ${key}`, `key ${key}`, `"${key}"`, `X-Api-Key:${key}`, key.toUpperCase()]) {
        assert.deepEqual(await list({ search }), { campaigns: [], next: null, total: null }, search);
      }
    }
    assert.equal(given.sandbox.requests.length, 0);
    await list({ search: 'task_force' });
    assert.match(given.sandbox.requests[0]?.path ?? '', /search=task_force/);
    given.sandbox.forgetRequests();
    await list({ search: '😀'.repeat(500) });
    assert.ok((given.sandbox.requests[0]?.path.length ?? 0) < 2_000);
  });

  it('tells by fingerprints which campaigns changed', async () => {
    const { sandbox } = given;
    const fingerprints = async (): Promise<Map<string, string>> =>
      new Map((await list({ limit: 100 })).campaigns.map(({ id, fingerprint }) => [id, fingerprint]));
    const before = await fingerprints();
    assert.deepEqual(await fingerprints(), before);
    const touched = [sandbox.campaigns.seed, sandbox.campaigns.draft, [...before.keys()][50] ?? ''];
    for (const id of touched) sandbox.touch(id);
    const after = await fingerprints();
    assert.deepEqual([...before.keys()].filter((id) => before.get(id) !== after.get(id)).sort(), touched.toSorted());
  });
});

describe('the list of mailboxes', () => {
  const given = useSandbox();

  it('is read to its end, where it has pages', async () => {
    const client = fastClient();
    const whole = await client.mailboxes(given.access, PERIOD);
    assert.deepEqual([whole.value.mailboxes.length, whole.value.complete, given.sandbox.requests.length], [6, true, 1]);
    for (const form of ['cursor', 'pages'] as const) {
      given.sandbox.forgetRequests();
      given.sandbox.page({ form, mailboxes: 4 });
      assert.deepEqual(await client.mailboxes(given.access, PERIOD), whole);
      assert.equal(given.sandbox.requests.length, 2);
      assert.match(given.sandbox.requests[1]?.path ?? '', /\?from=2025-06-01&to=2025-06-30&(cursor|page)=\w+$/);
    }
  });

  it('ends where the server goes round in a circle', async () => {
    given.sandbox.page({ mailboxes: 4, stuck: true });
    assert.equal((await fastClient().mailboxes(given.access)).value.mailboxes.length, 8);
    assert.equal(given.sandbox.requests.length, 2);
  });
});

describe('allMailboxes', () => {
  it('reads no more than twenty pages, and says so', async () => {
    let asked = 0;
    const { value, oddValues } = await allMailboxes(() => {
      asked += 1;
      const pagination = { nextCursor: String(asked), hasMore: true };
      return Promise.resolve(decodeList({ data: [{ email: 'x', totalSent: '5' }], pagination }, mailboxesSchema));
    });
    assert.deepEqual([asked, value.mailboxes.length, value.complete], [20, 20, false]);
    assert.deepEqual(oddValues, [{ path: 'data[].totalSent', treatment: 'converted', times: 20 }]);
  });
});

describe('a client', () => {
  const given = useSandbox();

  it('reads the campaign of each kind that the sandbox has', async () => {
    const client = fastClient();
    const { untracked, longRunning, seed, subsequences } = given.sandbox.campaigns;
    const detail = (await client.campaign(given.access, untracked)).value;
    assert.deepEqual([detail.trackOpens, detail.trackClicks], [false, false]);
    assert.deepEqual(
      detail.sequence.map(({ type, order, subject }) => [type, order, subject]),
      [
        ['email', 0, 'A short question'],
        ['wait', 1, null],
        ['email', 2, 'Re: A short question'],
      ],
    );
    const days = await client.dailyCampaign(given.access, longRunning, { from: '2000-01-01' });
    assert.equal(days.value.length, 400);
    assert.equal((await client.campaignTotals(given.access, seed)).value.totalPositiveReplied, 4);
    assert.equal((await client.campaignAnalytics(given.access, seed)).value.totalPositiveReplied, null);

    const { value } = await client.campaignAnalytics(given.access, ID);
    const [first, second] = value.subsequences;
    assert.deepEqual(
      first?.stepAnalytics.map(({ _id }) => _id.variant),
      [null, 'B', null],
    );
    assert.deepEqual([second?.archived, second?.stepAnalytics[0]?._id], [true, { sequenceStep: 0, variant: null }]);
    const older = (await client.campaignAnalytics(given.access, subsequences)).value;
    assert.equal(older.subsequences[0]?.stepAnalytics[1]?._id.sequenceStep, 2);
  });

  it('reads the hostile one in every call, and hands on its text as text', async () => {
    const client = fastClient();
    const { hostile } = given.sandbox.campaigns;
    const list = (await client.campaigns(given.access, { search: 'onerror' })).value.campaigns;
    assert.deepEqual(
      list.map(({ id }) => id),
      [hostile],
    );
    const detail = (await client.campaign(given.access, hostile)).value;
    assert.match(detail.sequence[0]?.subject ?? '', /onerror/);
    const totals = (await client.campaignTotals(given.access, hostile, { from: '2025-01-01' })).value;
    assert.equal(totals.statusBreakdown.get('__proto__'), 4);
  });
});
