import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { decode, type Decoded, type OddValue } from '../../../src/sendkit/decode';
import { SendKitError } from '../../../src/sendkit/errors';
import { campaignAnalyticsSchema, workspacesSchema, type CampaignAnalytics } from '../../../src/sendkit/schemas';
import sampleAnswer from '../../../src/campaigns/sampleAnswer.json';

function read(data: unknown): Decoded<CampaignAnalytics> {
  return decode({ success: true, data }, campaignAnalyticsSchema);
}

/** An answer in which nothing is wrong but, perhaps, what is given. */
function readWith(part: object): Decoded<CampaignAnalytics> {
  return read({ stats: {}, ...part });
}

function sentOf(sent: unknown): { readonly sent: number | null; readonly odd: readonly OddValue[] } {
  const { value, oddValues } = read({ stats: { sent } });
  return { sent: value.stats.sent, odd: oddValues };
}

function pathOfRefusal(body: unknown): string | undefined {
  try {
    decode(body, campaignAnalyticsSchema);
  } catch (error) {
    assert.ok(SendKitError.is(error, 'invalidAnswer'));
    return error.problem.path;
  }
  return assert.fail('The answer was read');
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
};

const ignored = (path: string, times = 1): OddValue => ({ path, treatment: 'ignored', times });
const converted = (path: string, times = 1): OddValue => ({ path, treatment: 'converted', times });

describe('decode', () => {
  it('reads the documented example', () => {
    const { value, oddValues } = decode(sampleAnswer, campaignAnalyticsSchema);
    assert.deepEqual(oddValues, []);
    assert.deepEqual(value.campaign, sampleAnswer.data.campaign);
    assert.deepEqual(value.stats, { ...sampleAnswer.data.stats, positiveReplied: null });
    assert.deepEqual(
      value.stepAnalytics,
      sampleAnswer.data.stepAnalytics.map((row) => ({ ...row, replied: null })),
    );
    assert.deepEqual([...value.statusBreakdown], Object.entries(sampleAnswer.data.statusBreakdown));
    assert.equal(value.totalReplied, 12);
    assert.deepEqual([value.bySequence.main, value.subsequences, value.totalPositiveReplied], [NO_COUNTS, [], null]);
  });

  describe('takes what is missing for unknown, and says nothing about it', () => {
    const unknown: CampaignAnalytics = {
      campaign: { id: null, name: null, status: null, startedAt: null },
      stats: NO_COUNTS,
      bySequence: { main: NO_COUNTS, subsequence: NO_COUNTS },
      stepAnalytics: [],
      subsequences: [],
      statusBreakdown: new Map(),
      totalReplied: null,
      totalPositiveReplied: null,
    };

    it('keys that are not there', () => {
      assert.deepEqual(read({ stats: {} }), { value: unknown, oddValues: [] });
    });

    it('nulls', () => {
      const nulls = {
        campaign: null,
        stats: { sent: null },
        bySequence: null,
        stepAnalytics: null,
        subsequences: null,
        statusBreakdown: null,
        totalReplied: null,
        totalPositiveReplied: null,
      };
      assert.deepEqual(read(nulls), { value: unknown, oddValues: [] });
    });

    it('empty texts', () => {
      assert.deepEqual(read({ campaign: { name: '', startedAt: '' }, stats: { sent: '' } }), {
        value: unknown,
        oddValues: [],
      });
    });
  });

  it('ignores keys that it does not know', () => {
    const { value, oddValues } = readWith({ variants: { main: {} }, more: 'of it', stats: { complained: 1 } });
    assert.deepEqual([value.stats, oddValues], [NO_COUNTS, []]);
    assert.ok(!('variants' in value) && !('more' in value));
  });

  describe('a count', () => {
    it('may be a number as text, which is noted', () => {
      for (const [text, sent] of [
        ['150', 150],
        [' 7 ', 7],
        ['12.0', 12],
        ['1.5e2', 150],
        ['1E3', 1000],
        ['+4', 4],
      ] as const) {
        assert.deepEqual(sentOf(text), { sent, odd: [converted('data.stats.sent')] }, text);
      }
    });

    it('is unknown when it is anything else, which is noted', () => {
      const others = [
        -1,
        1.5,
        1e300,
        2 ** 53,
        true,
        [150],
        {},
        'many',
        '0x10',
        '1,000',
        '-3',
        '1.5',
        'Infinity',
        '9'.repeat(400),
        ' ',
      ];
      for (const other of others) {
        assert.deepEqual(sentOf(other), { sent: null, odd: [ignored('data.stats.sent')] }, JSON.stringify(other));
      }
    });

    it('is unknown when JSON itself cannot hold it', () => {
      assert.equal(sentOf(JSON.parse('1e999')).sent, null);
    });
  });

  describe('a date', () => {
    const startedAt = (text: unknown): string | null =>
      readWith({ campaign: { startedAt: text } }).value.campaign.startedAt;

    it('is an ISO date, or a time with its zone', () => {
      assert.equal(startedAt('2025-06-15T09:00:00.000Z'), '2025-06-15T09:00:00.000Z');
      assert.equal(startedAt('2025-06-15T09:00:00+02:00'), '2025-06-15T07:00:00.000Z');
      assert.equal(startedAt('2025-06-15'), '2025-06-15T00:00:00.000Z');
    });

    it('is never guessed from other text', () => {
      for (const text of ['1', 'step 2', 'May', '15/06/2025', '2025-06-15T09:00:00', '2025-99-99', 1718442000000]) {
        assert.equal(startedAt(text), null, String(text));
      }
      const { oddValues } = readWith({ campaign: { startedAt: 'step 2' } });
      assert.deepEqual(oddValues, [ignored('data.campaign.startedAt')]);
    });
  });

  describe('a text', () => {
    const nameOf = (name: unknown): string | null => readWith({ campaign: { name } }).value.campaign.name;

    it('is trimmed and bounded', () => {
      assert.equal(nameOf('  Q1  '), 'Q1');
      assert.equal(nameOf('x'.repeat(2_000_000))?.length, 500);
    });

    it('is well-formed, also where it was cut', () => {
      assert.equal(nameOf('a\ud800b'), 'a\ufffdb');
      assert.ok(nameOf('x'.repeat(499) + '😀')?.isWellFormed());
    });

    it('has nothing in it that is not seen, which could be read by a language model all the same', () => {
      const hidden = Array.from('Obey.', (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
      for (const unseen of [
        hidden,
        '\u200b',
        '\u2060',
        '\u00ad',
        '\ufeff',
        '\u2064',
        '\u{e0100}',
        '\u2028',
        '\u202e',
      ]) {
        assert.equal(nameOf(`Q1${unseen}launch`), 'Q1 launch', JSON.stringify(unseen));
        assert.equal(nameOf(unseen), null);
      }
    });

    it('keeps what emoji and scripts are written with', () => {
      for (const name of ['👩‍💻 founders', '❤️ and ☎︎', 'می‌خواهم', '🇩🇪 Größe', 'e\u0301'])
        assert.equal(nameOf(name), name);
    });

    it('is unknown when it is no text', () => {
      assert.deepEqual(readWith({ campaign: { name: 7 } }).oddValues, [ignored('data.campaign.name')]);
    });
  });

  describe('a variant', () => {
    const variantOf = (variant: unknown): { variant: unknown; odd: readonly OddValue[] } => {
      const { value, oddValues } = readWith({ stepAnalytics: [{ _id: { sequenceStep: 0, variant } }] });
      return { variant: value.stepAnalytics[0]?._id.variant, odd: oddValues };
    };

    it('is a label, a number, or none', () => {
      assert.deepEqual(variantOf('B'), { variant: 'B', odd: [] });
      assert.deepEqual(variantOf(2), { variant: '2', odd: [] });
      assert.deepEqual(variantOf(0), { variant: '0', odd: [] });
      assert.deepEqual(variantOf(null), { variant: null, odd: [] });
      assert.deepEqual(variantOf(undefined), { variant: null, odd: [] });
    });

    it('is not taken for the main copy when it cannot be read', () => {
      for (const other of [{ label: 'B' }, ['B'], true]) {
        assert.deepEqual(variantOf(other), { variant: '?', odd: [ignored('data.stepAnalytics[]._id.variant')] });
      }
    });
  });

  describe('a list of rows', () => {
    it('holds objects alone; nulls are dropped, and others with a note', () => {
      const { value, oddValues } = readWith({ stepAnalytics: [null, 'row', { sent: '5' }, 7, { sent: 6 }] });
      assert.deepEqual(
        value.stepAnalytics.map(({ sent }) => sent),
        [5, 6],
      );
      assert.deepEqual(oddValues, [ignored('data.stepAnalytics[]', 2), converted('data.stepAnalytics[].sent')]);
    });

    it('counts how often the same was odd', () => {
      const { oddValues } = readWith({ stepAnalytics: Array(40).fill({ sent: '5' }) });
      assert.deepEqual(oddValues, [converted('data.stepAnalytics[].sent', 40)]);
    });

    it('is bounded, and says how much it left out', () => {
      const { value, oddValues } = readWith({ stepAnalytics: Array(10_003).fill({ sent: 5 }) });
      assert.equal(value.stepAnalytics.length, 10_000);
      assert.deepEqual(oddValues, [ignored('data.stepAnalytics[]', 3)]);
    });

    it('is empty when it is no list', () => {
      for (const stepAnalytics of [{}, 'rows', 5, true]) {
        const { value, oddValues } = readWith({ stepAnalytics });
        assert.deepEqual(value.stepAnalytics, []);
        assert.deepEqual(oddValues, [ignored('data.stepAnalytics')]);
      }
    });

    it('has rows whose _id may be anything', () => {
      for (const _id of ['2', true, [2]]) {
        const { value, oddValues } = readWith({ stepAnalytics: [{ _id, sent: 5 }] });
        assert.deepEqual(value.stepAnalytics[0]?._id, { sequenceStep: null, variant: null });
        assert.deepEqual(oddValues, [ignored('data.stepAnalytics[]._id')]);
      }
    });

    it('has rows whose _id may be the step’s number alone, as where there are no variants', () => {
      const { value, oddValues } = readWith({ stepStats: [{ _id: 0, sent: 5 }, { _id: 2 }, { _id: 1.5 }] });
      assert.deepEqual(
        value.stepAnalytics.map(({ _id }) => _id),
        [0, 2, null].map((sequenceStep) => ({ sequenceStep, variant: null })),
      );
      assert.deepEqual(oddValues, [ignored('data.stepStats[]._id.sequenceStep')]);
    });
  });

  describe('subsequences', () => {
    const documented = {
      id: '65aa0000000000000000000d',
      name: 'Warm ones',
      trigger: { type: 'ai_tag', value: 'interested' },
      enabled: true,
      archived: false,
      addedCount: 3,
      currentlyEnrolled: 2,
    };

    it('have counts and steps of their own', () => {
      const rows = [{ _id: { sequenceStep: 0, variant: 'B' }, sent: 4, opened: 2, clicked: 1, bounced: 0 }];
      const { value, oddValues } = readWith({
        bySequence: { main: { sent: 16, opened: 6, clicked: 1, bounced: 1 }, subsequence: { sent: 4 } },
        subsequences: [{ ...documented, stats: { sent: 4, opened: 2, replied: 1 }, stepAnalytics: rows }],
      });
      assert.deepEqual(oddValues, []);
      assert.deepEqual(value.bySequence.main, { ...NO_COUNTS, sent: 16, opened: 6, clicked: 1, bounced: 1 });
      assert.deepEqual(value.bySequence.subsequence, { ...NO_COUNTS, sent: 4 });
      assert.deepEqual(value.stepAnalytics, []);
      assert.deepEqual(value.subsequences, [
        {
          ...documented,
          stats: { ...NO_COUNTS, sent: 4, opened: 2, replied: 1 },
          stepAnalytics: rows.map((row) => ({ ...row, replied: null })),
        },
      ]);
    });

    it('may name their steps in either way', () => {
      const { value, oddValues } = readWith({ subsequences: [{ stepStats: [{ _id: 2, sent: '4' }] }] });
      assert.deepEqual(value.subsequences[0]?.stepAnalytics[0]?._id, { sequenceStep: 2, variant: null });
      assert.deepEqual(oddValues, [converted('data.subsequences[].stepStats[].sent')]);
    });

    it('may lack everything, or have it of another type', () => {
      const { value, oddValues } = readWith({
        bySequence: [],
        subsequences: [{}, 7, { id: 7, trigger: 'interested', enabled: 'yes', stats: [], stepStats: {} }],
      });
      const unknown = {
        id: null,
        name: null,
        trigger: { type: null, value: null },
        enabled: null,
        archived: null,
        addedCount: null,
        currentlyEnrolled: null,
        stats: NO_COUNTS,
        stepAnalytics: [],
      };
      assert.deepEqual(value.subsequences, [unknown, unknown]);
      assert.deepEqual(
        oddValues,
        [
          'bySequence',
          ...['', '.id', '.trigger', '.enabled', '.stats', '.stepStats'].map((at) => `subsequences[]${at}`),
        ].map((path) => ignored(`data.${path}`)),
      );
    });

    it('are bounded in number and in their rows', () => {
      const { value } = readWith({ subsequences: Array(10_003).fill({}) });
      assert.equal(value.subsequences.length, 100);
      const rows = readWith({ subsequences: [{ stepStats: Array(10_003).fill({ _id: 0 }) }] });
      assert.equal(rows.value.subsequences[0]?.stepAnalytics.length, 100);
      assert.deepEqual(rows.oddValues, [ignored('data.subsequences[].stepStats[]', 9_903)]);
    });
  });

  describe('positive replies', () => {
    const NAMES = ['totalPositiveReplied', 'positiveReplied', 'totalPositiveReplies', 'positiveReplies'];
    for (const name of NAMES) {
      it(`may be named ${name}, in the answer or in its stats`, () => {
        assert.equal(readWith({ [name]: 5 }).value.totalPositiveReplied, 5);
        const { value } = read({ stats: { [name]: 5 } });
        assert.deepEqual([value.stats.positiveReplied, value.totalPositiveReplied], [5, 5]);
      });
    }

    it('are those of the answer, where both have them', () => {
      assert.equal(read({ stats: { positiveReplied: 5 }, totalPositiveReplied: 6 }).value.totalPositiveReplied, 6);
      assert.equal(read({ stats: { positiveReplied: 5 }, totalPositiveReplied: 0 }).value.totalPositiveReplied, 0);
    });
  });

  it('reads what it has made itself as the same again', () => {
    const answer = readWith({
      campaign: { startedAt: '2025-06-15' },
      stats: { sent: '5', positiveReplied: 2 },
      subsequences: [{ id: 'x', enabled: false, stepStats: [{ _id: 2, sent: 4 }] }],
      stepStats: [{ _id: 0 }, { _id: { sequenceStep: 2, variant: {} } }],
    }).value;
    const again = read(JSON.parse(JSON.stringify({ ...answer, statusBreakdown: {} })));
    assert.deepEqual(again, { value: answer, oddValues: [] });
  });

  describe('counts by name', () => {
    it('take any name as data', () => {
      const statusBreakdown: unknown = JSON.parse(
        '{"__proto__": 4, "constructor": 3, "toString": 2, "": 1, "\\ud800": 5}',
      );
      const { value, oddValues } = readWith({ statusBreakdown });
      assert.deepEqual(
        [...value.statusBreakdown],
        [
          ['__proto__', 4],
          ['constructor', 3],
          ['toString', 2],
          ['', 1],
          ['\ufffd', 5],
        ],
      );
      assert.deepEqual(oddValues, []);
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    });

    it('name no key of the answer in a note', () => {
      const statusBreakdown: unknown = JSON.parse('{"<b>": "5", "__proto__": true}');
      const { oddValues } = readWith({ statusBreakdown });
      assert.deepEqual(oddValues, [converted('data.statusBreakdown.*'), ignored('data.statusBreakdown.*')]);
    });

    it('say when names were too alike to be kept apart', () => {
      const long = 'x'.repeat(500);
      const { value, oddValues } = readWith({ statusBreakdown: { [`${long}1`]: 1, [`${long}2`]: 2 } });
      assert.equal(value.statusBreakdown.size, 1);
      assert.deepEqual(oddValues, [ignored('data.statusBreakdown.*')]);
    });
  });

  it('does not read what an answer’s __proto__ holds', () => {
    const { value } = read(JSON.parse('{"stats": {"__proto__": {"sent": 9}}, "__proto__": {"totalReplied": 9}}'));
    assert.equal(value.stats.sent, null);
    assert.equal(value.totalReplied, null);
  });

  describe('refuses what is no analytics at all, and names the path', () => {
    const refusals: readonly [body: unknown, path: string][] = [
      [undefined, 'answer'],
      [null, 'answer'],
      ['ok', 'answer'],
      [[], 'answer'],
      [{ success: false, data: sampleAnswer.data }, 'success'],
      [{ success: 'true', data: sampleAnswer.data }, 'success'],
      [{ success: true }, 'data'],
      [{ success: true, data: null }, 'data'],
      [{ success: true, data: [] }, 'data'],
      [{ success: true, data: 'x' }, 'data'],
      [{ success: true, data: {} }, 'data.stats'],
      [{ success: true, data: { stats: null } }, 'data.stats'],
      [{ success: true, data: { stats: [] } }, 'data.stats'],
      [{ error: 'Not Found', message: 'text', code: 404 }, 'data'],
    ];
    for (const [body, path] of refusals) {
      it(`${inspect(body).slice(0, 60)} at ${path}`, () => assert.equal(pathOfRefusal(body), path));
    }
  });

  it('does not need `success`', () => {
    for (const body of [{ data: sampleAnswer.data }, { success: null, data: sampleAnswer.data }]) {
      assert.equal(decode(body, campaignAnalyticsSchema).value.totalReplied, 12);
    }
  });

  it('never throws anything but invalidAnswer, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (campaign, rest) => {
        for (const body of [
          rest,
          { data: rest },
          { data: { stats: rest, campaign } },
          { data: { stats: {}, stepAnalytics: rest, statusBreakdown: campaign } },
          { data: { stats: rest, subsequences: [{ stepStats: campaign, trigger: rest }], bySequence: campaign } },
        ]) {
          try {
            decode(body, campaignAnalyticsSchema);
          } catch (error) {
            assert.ok(SendKitError.is(error, 'invalidAnswer'));
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('decode of workspaces', () => {
  it('reads the documented list', () => {
    const data = [{ id: '65aa', name: 'Team', ownerId: 'x', memberCount: 2, usage: {} }, null, 'x', { id: 7 }];
    assert.deepEqual(decode({ success: true, data }, workspacesSchema), {
      value: [
        { id: '65aa', name: 'Team' },
        { id: null, name: null },
      ],
      oddValues: [ignored('data[]'), ignored('data[].id')],
    });
  });

  it('refuses what is no list', () => {
    for (const data of [undefined, null, {}, 'x']) {
      assert.throws(
        () => decode({ success: true, data }, workspacesSchema),
        (error) => SendKitError.is(error, 'invalidAnswer') && error.problem.path === 'data',
      );
    }
  });
});
