import assert from 'node:assert/strict';
import { campaignPageOf } from '../../../src/sendkit/campaigns';
import { decode, decodeList, type Decoded, type OddValue } from '../../../src/sendkit/decode';
import {
  campaignDetailSchema,
  campaignsSchema,
  type CampaignDetail,
  type CampaignSummary,
} from '../../../src/sendkit/schemas';

const ignored = (path: string, times = 1): OddValue => ({ path, treatment: 'ignored', times });
const converted = (path: string, times = 1): OddValue => ({ path, treatment: 'converted', times });

function readList(data: unknown): Decoded<readonly CampaignSummary[]> {
  const { value, oddValues } = campaignPageOf(decodeList({ success: true, data }, campaignsSchema), null);
  return { value: value.campaigns, oddValues };
}

function readItem(item: object): CampaignSummary {
  const [campaign] = readList([{ _id: 'c1', ...item }]).value;
  assert.ok(campaign);
  return campaign;
}

function readDetail(part: object): Decoded<CampaignDetail> {
  return decode({ success: true, data: part }, campaignDetailSchema);
}

const NO_COUNTS = {
  sent: null,
  delivered: null,
  opened: null,
  clicked: null,
  replied: null,
  positiveReplied: null,
  bounced: null,
  unsubscribed: null,
  totalLeads: null,
  contacted: null,
};

/** As the older page has it. */
const documented = {
  _id: '65aa00000000000000000001',
  name: 'Spring test',
  status: 'active',
  stats: { sent: 20, delivered: 19, opened: 8, clicked: 2, replied: 1, bounced: 1, unsubscribed: 0 },
  sequence: [{ type: 'email', name: 'First', order: 0, subject: 'Hi', body: '<p>Hi</p>' }],
  sendingSchedule: { timezone: 'Europe/Rome', workingDays: [1, 2] },
  trackOpens: true,
  startedAt: '2025-01-02T09:00:00.000Z',
  completedAt: null,
  createdAt: '2025-01-01T09:00:00.000Z',
};

describe('decode of the list of campaigns', () => {
  it('reads the documented item', () => {
    const { value, oddValues } = readList([documented]);
    assert.deepEqual(oddValues, []);
    assert.deepEqual(value, [
      {
        id: '65aa00000000000000000001',
        name: 'Spring test',
        status: 'active',
        stats: { ...NO_COUNTS, ...documented.stats },
        startedAt: '2025-01-02T09:00:00.000Z',
        completedAt: null,
        createdAt: '2025-01-01T09:00:00.000Z',
        fingerprint: value[0]?.fingerprint,
      },
    ]);
  });

  it('takes what is missing for unknown', () => {
    const { id, name, status, stats, startedAt, completedAt, createdAt } = readItem({});
    assert.deepEqual([id, name, status, startedAt, completedAt, createdAt], ['c1', null, null, null, null, null]);
    assert.deepEqual(stats, NO_COUNTS);
  });

  it('reads the newer form of the stats, in which `totalEmailsSent` is what was sent', () => {
    const { stats } = readItem({ stats: { totalLeads: 40, contacted: 30, contactedLeads: 30, totalEmailsSent: 50 } });
    assert.deepEqual(stats, { ...NO_COUNTS, totalLeads: 40, contacted: 30, sent: 50 });
    assert.equal(readItem({ stats: { sent: 20, totalEmailsSent: 50 } }).stats.sent, 20);
    assert.equal(readItem({ stats: { sent: 0, totalEmailsSent: 50 } }).stats.sent, 0);
    assert.equal(readItem({ stats: { sent: null, totalEmailsSent: 50 } }).stats.sent, 50);
  });

  it('takes `_id` for the id, else `id`', () => {
    const ids = (item: object): string[] => readList([item]).value.map(({ id }) => id);
    assert.deepEqual(ids({ _id: 'a', id: 'b' }), ['a']);
    assert.deepEqual(ids({ _id: null, id: 'b' }), ['b']);
    assert.deepEqual(ids({ id: 'b' }), ['b']);
  });

  it('leaves out what has no id, with a note', () => {
    const { value, oddValues } = readList([documented, { name: 'x' }, { _id: 7 }, { _id: '' }, null, 'x']);
    assert.equal(value.length, 1);
    assert.deepEqual(oddValues, [ignored('data[]', 4), ignored('data[]._id')]);
  });

  it('takes any text for a status', () => {
    assert.equal(readItem({ status: 'constructor' }).status, 'constructor');
    assert.equal(readItem({ status: 7 }).status, null);
  });

  it('bounds names and rows', () => {
    assert.equal(readItem({ name: 'x'.repeat(2_000_000) }).name?.length, 500);
    const { value, oddValues } = readList(Array(10_003).fill({ _id: 'c1' }));
    assert.equal(value.length, 10_000);
    assert.deepEqual(oddValues, [ignored('data[]', 3)]);
  });

  it('notes odd values by the name under which they came', () => {
    const { oddValues } = readList([{ _id: 'c1', stats: { totalEmailsSent: '5', opened: true }, startedAt: 'May' }]);
    assert.deepEqual(oddValues, [
      converted('data[].stats.totalEmailsSent'),
      ignored('data[].stats.opened'),
      ignored('data[].startedAt'),
    ]);
  });

  it('has a fingerprint of everything in the item, also of what it does not read', () => {
    const { fingerprint } = readItem(documented);
    assert.equal(readItem({ ...documented }).fingerprint, fingerprint);
    assert.notEqual(readItem({ ...documented, updatedAt: '2025-01-03T09:00:00.000Z' }).fingerprint, fingerprint);
    assert.notEqual(
      readItem({ ...documented, name: `${'x'.repeat(600)}1` }).fingerprint,
      readItem({ ...documented, name: `${'x'.repeat(600)}2` }).fingerprint,
    );
    // Not one that the answer claims.
    assert.notEqual(readItem({ fingerprint: 'mine' }).fingerprint, 'mine');
  });
});

describe('decode of a campaign’s detail', () => {
  it('reads the documented answer', () => {
    const { value, oddValues } = readDetail({
      ...documented,
      workspaceId: '65aa000000000000000000bb',
      trackClicks: false,
      mailboxes: ['65aa000000000000000000cc'],
      sequence: [
        { type: 'email', name: 'First', order: 0, subject: 'Hi', body: '<p>Hi</p>' },
        { type: 'wait', name: 'Wait 2 days', order: 1, waitDays: 2 },
        { type: 'email', name: 'Second', order: 2, subject: 'Re: Hi', body: '<p>Again</p>' },
      ],
    });
    assert.deepEqual(oddValues, []);
    assert.deepEqual(value, {
      id: documented._id,
      name: 'Spring test',
      status: 'active',
      workspaceId: '65aa000000000000000000bb',
      trackOpens: true,
      trackClicks: false,
      startedAt: documented.startedAt,
      completedAt: null,
      createdAt: documented.createdAt,
      sequence: [
        { type: 'email', order: 0, name: 'First', subject: 'Hi' },
        { type: 'wait', order: 1, name: 'Wait 2 days', subject: null },
        { type: 'email', order: 2, name: 'Second', subject: 'Re: Hi' },
      ],
    });
  });

  it('takes the place in the list for a missing order, counting what it cannot read', () => {
    const { value, oddValues } = readDetail({
      sequence: [{ type: 'email' }, null, 'wait', { type: 'email', order: null }, { order: '9' }, { order: 'last' }],
    });
    assert.deepEqual(
      value.sequence.map(({ order }) => order),
      [0, 3, 9, null],
    );
    assert.deepEqual(oddValues, [
      ignored('data.sequence[]'),
      converted('data.sequence[].order'),
      ignored('data.sequence[].order'),
    ]);
  });

  it('knows of tracking only what is said', () => {
    assert.equal(readDetail({}).value.trackOpens, null);
    for (const other of ['false', 0, {}, []]) {
      const { value, oddValues } = readDetail({ trackOpens: other });
      assert.equal(value.trackOpens, null);
      assert.deepEqual(oddValues, [ignored('data.trackOpens')]);
    }
  });

  it('is bounded', () => {
    const { value } = readDetail({ sequence: Array(10_003).fill({ subject: 'x'.repeat(600) }) });
    assert.equal(value.sequence.length, 10_000);
    assert.equal(value.sequence[0]?.subject?.length, 500);
  });
});
