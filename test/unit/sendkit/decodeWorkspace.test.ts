import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dailyRowsOf } from '../../../src/sendkit/daily';
import { decode, type Decoded, type OddValue } from '../../../src/sendkit/decode';
import { SendKitError } from '../../../src/sendkit/errors';
import {
  campaignDetailSchema,
  campaignsSchema,
  dailySchema,
  mailboxesSchema,
  overviewSchema,
  type DailyRow,
  type Mailbox,
  type Overview,
} from '../../../src/sendkit/schemas';

const ignored = (path: string, times = 1): OddValue => ({ path, treatment: 'ignored', times });
const converted = (path: string, times = 1): OddValue => ({ path, treatment: 'converted', times });

const readDays = (data: unknown): Decoded<DailyRow[]> => dailyRowsOf(decode({ success: true, data }, dailySchema));
const readOverview = (data: unknown): Decoded<Overview> => decode({ success: true, data }, overviewSchema);
const readMailboxes = (data: unknown): Decoded<Mailbox[]> => decode({ success: true, data }, mailboxesSchema);

describe('decode of daily rows', () => {
  const documented = { _id: '2025-01-02', sent: 10, opened: 4, clicked: 1, bounced: 0, replied: 1, positiveReplied: 0 };

  it('reads the documented row', () => {
    const { _id: date, ...counts } = documented;
    assert.deepEqual(readDays([documented]), { value: [{ date, ...counts }], oddValues: [] });
  });

  it('takes what is missing, as on the older page, for unknown', () => {
    const { value } = readDays([{ _id: '2025-01-02', sent: 10, opened: 4, clicked: 1, bounced: 0 }]);
    assert.deepEqual([value[0]?.replied, value[0]?.positiveReplied], [null, null]);
  });

  it('sorts by day and fills no gaps', () => {
    const { value } = readDays(['2025-01-10', '2024-12-31', '2025-01-02'].map((_id) => ({ _id })));
    assert.deepEqual(
      value.map(({ date }) => date),
      ['2024-12-31', '2025-01-02', '2025-01-10'],
    );
  });

  it('adds up rows of the same day; what is unknown of one is unknown of both', () => {
    const { value, oddValues } = readDays([documented, { ...documented, sent: 5, clicked: null }]);
    assert.deepEqual(value, [
      { date: '2025-01-02', sent: 15, opened: 8, clicked: null, bounced: 0, replied: 2, positiveReplied: 0 },
    ]);
    assert.deepEqual(oddValues, []);
  });

  it('takes the day as it is written, whatever its time and zone', () => {
    for (const text of ['2025-01-02', '2025-01-02T00:00:00.000Z', '2025-01-02T23:30:00-05:00']) {
      assert.equal(readDays([{ _id: text }]).value[0]?.date, '2025-01-02');
    }
    assert.equal(readDays([{ date: '2025-01-02' }]).value[0]?.date, '2025-01-02');
  });

  it('leaves out rows without a day, with a note', () => {
    const unreadable = ['2025-02-30', '2025-13-01', '02/01/2025', 'May', '2025-1-2', 20250102, { day: 2 }];
    for (const _id of unreadable) {
      assert.deepEqual(readDays([{ _id, sent: 1 }]), {
        value: [],
        oddValues: [ignored('data[]._id'), ignored('data[]')],
      });
    }
    const { value, oddValues } = readDays([documented, { sent: 5 }, { _id: null }, 'x']);
    assert.equal(value.length, 1);
    assert.deepEqual(oddValues, [ignored('data[]', 3)]);
  });

  it('is bounded', () => {
    const { value, oddValues } = readDays(Array(10_003).fill(documented));
    assert.equal(value[0]?.sent, 100_000);
    assert.deepEqual(oddValues, [ignored('data[]', 3)]);
  });
});

describe('decode of the overview', () => {
  it('reads the documented answer', () => {
    const { value, oddValues } = readOverview({
      totalSent: 200,
      totalOpened: 90,
      totalClicked: 20,
      totalBounced: 6,
      totalReplied: 10,
      totalPositiveReplied: 5,
      totalCampaigns: 3,
      activeCampaigns: 1,
      bySequence: { main: { sent: 180, opened: 80 }, subsequence: { sent: 20 } },
      rates: { open: '45.0', click: '10.0', reply: '5.0', positiveReply: '2.5', bounce: '0.0' },
    });
    assert.deepEqual(oddValues, []);
    const { bySequence, ...rest } = value;
    assert.deepEqual(rest, {
      sent: 200,
      opened: 90,
      clicked: 20,
      bounced: 6,
      replied: 10,
      positiveReplied: 5,
      totalCampaigns: 3,
      activeCampaigns: 1,
      rates: { open: 0.45, click: 0.1, reply: 0.05, positiveReply: 0.025, bounce: 0 },
    });
    assert.deepEqual([bySequence.main.sent, bySequence.main.opened, bySequence.subsequence.sent], [180, 80, 20]);
    assert.deepEqual(readOverview(JSON.parse(JSON.stringify(value))), { value, oddValues: [] });
  });

  it('takes what is missing for unknown', () => {
    const { value, oddValues } = readOverview({});
    assert.deepEqual(
      [value.sent, value.positiveReplied, value.bySequence.main.sent, value.rates.open],
      Array(4).fill(null),
    );
    assert.deepEqual(oddValues, []);
  });
});

describe('decode of mailboxes', () => {
  /** As the newer page has it. */
  const documented = {
    _id: '65aa000000000000000000cc',
    email: 'ada@example.com',
    displayName: 'Ada',
    status: 'active',
    totalSent: 100,
    totalReceived: 12,
    bounceRate: 0.02,
    sentToday: 5,
    dailySendLimit: 50,
    warmup: { enabled: true, status: 'in_progress' },
    performance: { sent: 80, opened: 40, clicked: 8, bounced: 2, replied: 4, positiveReplied: 1 },
    rates: { open: '50.0', click: '10.0', bounce: '2.5', reply: '5.0', positiveReply: '1.3' },
  };

  it('reads the documented item', () => {
    const { value, oddValues } = readMailboxes([documented]);
    assert.deepEqual(oddValues, []);
    const { _id: id, ...rest } = documented;
    assert.deepEqual(value, [
      {
        ...rest,
        id,
        performance: { ...rest.performance, delivered: null, unsubscribed: null },
        rates: { open: 0.5, click: 0.1, bounce: 0.025, reply: 0.05, positiveReply: 0.013 },
      },
    ]);
  });

  it('takes what is missing, as on the older page, for unknown', () => {
    const { value, oddValues } = readMailboxes([{ email: 'ada@example.com' }]);
    const [mailbox] = value;
    assert.deepEqual(
      [mailbox?.id, mailbox?.bounceRate, mailbox?.warmup.enabled, mailbox?.performance.sent, mailbox?.rates.open],
      Array(5).fill(null),
    );
    assert.deepEqual(oddValues, []);
  });

  it('reads a rate in percent as text, or as a fraction, and guesses at nothing else', () => {
    const openRate = (open: unknown): unknown => readMailboxes([{ rates: { open } }]).value[0]?.rates.open;
    for (const [rate, fraction] of [
      ['45.0', 0.45],
      ['45 %', 0.45],
      [' 0.5% ', 0.005],
      ['100', 1],
      ['0.0', 0],
      [0.25, 0.25],
      [45, null],
      [-0.1, null],
      ['101', null],
      ['-5', null],
      ['1e1', null],
      ['many', null],
      ['', null],
      [true, null],
    ] as const) {
      assert.equal(openRate(rate), fraction, String(rate));
    }
    assert.deepEqual(readMailboxes([{ rates: { open: 45, click: '101', bounce: 'x' } }]).oddValues, [
      ignored('data[].rates.open'),
      ignored('data[].rates.click'),
      ignored('data[].rates.bounce'),
    ]);
  });

  it('reads a bounce rate that is a fraction alone', () => {
    const bounceRate = (rate: unknown): unknown => readMailboxes([{ bounceRate: rate }]).value[0]?.bounceRate;
    for (const [rate, fraction] of [
      [0, 0],
      [1, 1],
      [2, null],
      ['2.0', null],
      [-0.02, null],
    ] as const) {
      assert.equal(bounceRate(rate), fraction, String(rate));
    }
  });

  it('notes odd values', () => {
    const { oddValues } = readMailboxes([
      { ...documented, sentToday: '5', warmup: 'on', performance: { sent: -1 } },
      7,
    ]);
    assert.deepEqual(oddValues, [
      ignored('data[]'),
      converted('data[].sentToday'),
      ignored('data[].warmup'),
      ignored('data[].performance.sent'),
    ]);
  });
});

describe('decode of any answer', () => {
  const schemas = { campaignDetailSchema, campaignsSchema, dailySchema, mailboxesSchema, overviewSchema };
  const lists = ['campaignsSchema', 'dailySchema', 'mailboxesSchema'];

  for (const [name, schema] of Object.entries(schemas)) {
    it(`refuses what is of another kind (${name})`, () => {
      for (const data of [undefined, null, 'x', 7, lists.includes(name) ? {} : []]) {
        assert.throws(
          () => decode({ success: true, data }, schema),
          (error) => SendKitError.is(error, 'invalidAnswer') && error.problem.path === 'data',
        );
      }
    });

    it(`never throws anything but invalidAnswer, whatever JSON comes (${name})`, () => {
      const keys = fc.constantFrom(
        '_id',
        'id',
        'stats',
        'sequence',
        'rates',
        'warmup',
        'performance',
        'date',
        '__proto__',
      );
      const row = fc.dictionary(keys, fc.jsonValue());
      fc.assert(
        fc.property(fc.oneof(row, fc.array(row), fc.jsonValue()), (data) => {
          try {
            decode({ data }, schema);
          } catch (error) {
            assert.ok(SendKitError.is(error, 'invalidAnswer'));
          }
        }),
      );
    });
  }
});
