import assert from 'node:assert/strict';
import { SendKitError } from '../../../src/sendkit/errors';
import { decode } from '../../../src/sendkit/decode';
import { campaignAnalyticsSchema } from '../../../src/sendkit/schemas';
import { type AnswerBuilder, anAnswer } from '../builders';

const oddPaths = (answer: AnswerBuilder) =>
  answer.read().oddValues.map(({ path, treatment }) => `${treatment} ${path}`);

const WRONG_TYPES = [true, [], [7], {}, { n: 1 }, 'many', '-5', 'NaN', '0x10', '1,000'];
const ABSURD = [-1, -1e9, 0.5, 99.999, 1e300, Number.MAX_SAFE_INTEGER + 1];

describe('An answer’s counts', () => {
  for (const value of [0, 1, 7, 1_000_000_000, Number.MAX_SAFE_INTEGER]) {
    it(`take ${value} as it is`, () => {
      const { value: answer, oddValues } = anAnswer().stats({ opened: value }).read();
      assert.equal(answer.stats.opened, value);
      assert.deepEqual(oddValues, []);
    });
  }

  for (const [text, number] of [
    ['12', 12],
    ['0', 0],
    [' 12 ', 12],
    ['12.0', 12],
  ] as const) {
    it(`take the text ${JSON.stringify(text)} as a number, and note it`, () => {
      const answer = anAnswer().stats({ opened: text });
      assert.equal(answer.read().value.stats.opened, number);
      assert.deepEqual(oddPaths(answer), ['converted data.stats.opened']);
    });
  }

  for (const value of [...WRONG_TYPES, ...ABSURD]) {
    it(`ignore ${JSON.stringify(value)}, and note where it stood`, () => {
      const answer = anAnswer().stats({ opened: value });
      assert.equal(answer.read().value.stats.opened, null);
      assert.deepEqual(oddPaths(answer), ['ignored data.stats.opened']);
    });
  }

  it('ignore a number that is too large for JSON to hold', () => {
    const body = JSON.parse('{"success":true,"data":{"stats":{"sent":1e999,"opened":-1e999}}}') as unknown;
    const { value, oddValues } = decode(body, campaignAnalyticsSchema);
    assert.equal(value.stats.sent, null);
    assert.equal(value.stats.opened, null);
    assert.equal(oddValues.length, 2);
  });

  it('read minus zero as zero', () => {
    const { stats } = anAnswer().stats({ opened: -0 }).read().value;
    assert.equal(stats.opened, 0);
  });

  it('are unknown, with nothing odd about it, where they are null or left out', () => {
    const answer = anAnswer().stats({ opened: null }).withoutStat('clicked').set('totalReplied', null);
    const { value, oddValues } = answer.read();
    assert.deepEqual([value.stats.opened, value.stats.clicked, value.totalReplied], [null, null, null]);
    assert.deepEqual(oddValues, []);
  });

  it('are read by the same rules in rows, statuses and totals', () => {
    const answer = anAnswer()
      .step('2', null, { sent: '40', opened: -1, clicked: 1.5, bounced: [] })
      .statuses(['active', '5'], ['__proto__', -5])
      .set('totalReplied', 'ten');
    const { value } = answer.read();
    assert.deepEqual(value.stepAnalytics[0], {
      _id: { sequenceStep: 2, variant: null },
      sent: 40,
      opened: null,
      clicked: null,
      replied: null,
      bounced: null,
    });
    assert.deepEqual(
      [...value.statusBreakdown],
      [
        ['active', 5],
        ['__proto__', null],
      ],
    );
    assert.equal(value.totalReplied, null);
    const odd = oddPaths(answer);
    for (const path of [
      'converted data.stepAnalytics[]._id.sequenceStep',
      'converted data.stepAnalytics[].sent',
      'ignored data.stepAnalytics[].opened',
      'ignored data.stepAnalytics[].clicked',
      'ignored data.stepAnalytics[].bounced',
      'ignored data.totalReplied',
    ]) {
      assert.ok(odd.includes(path), `${path} is not noted`);
    }
    assert.ok(odd.some((path) => path.startsWith('converted data.statusBreakdown')));
    assert.ok(odd.some((path) => path.startsWith('ignored data.statusBreakdown')));
  });
});

describe('An answer’s texts', () => {
  it('of 2 MB are cut to a length that a window can show', () => {
    const long = 'x'.repeat(2 * 1024 * 1024);
    const answer = anAnswer().campaign({ name: long, status: long }).step(0, long, {}).statuses([long, 1]);
    const { campaign, stepAnalytics, statusBreakdown } = answer.read().value;
    const texts = [campaign.name, campaign.status, stepAnalytics[0]?._id.variant, ...statusBreakdown.keys()];
    assert.equal(texts.length, 4);
    for (const text of texts) assert.ok(text && text.length <= 1000);
  });

  for (const text of ['\ud800', 'a\udfff', `${'a'.repeat(499)}😀`, `${'a'.repeat(498)}\ud83d\ud83d\ude00`]) {
    it(`are well-formed, even of halves of characters: …${JSON.stringify(text.slice(-4))} of ${text.length}`, () => {
      const answer = anAnswer().campaign({ id: text, name: text, status: text }).step(0, text, {}).statuses([text, 1]);
      const { campaign, stepAnalytics, statusBreakdown } = answer.read().value;
      const texts = [
        campaign.id,
        campaign.name,
        campaign.status,
        stepAnalytics[0]?._id.variant,
        ...statusBreakdown.keys(),
      ];
      for (const [index, read] of texts.entries()) assert.ok(read?.isWellFormed(), `text ${index} is not well-formed`);
    });
  }

  it('of another type are unknown, and noted', () => {
    const answer = anAnswer().campaign({ name: 7, status: ['active'], startedAt: {} });
    const { name, status, startedAt } = answer.read().value.campaign;
    assert.deepEqual([name, status, startedAt], [null, null, null]);
    assert.deepEqual(oddPaths(answer).sort(), [
      'ignored data.campaign.name',
      'ignored data.campaign.startedAt',
      'ignored data.campaign.status',
    ]);
  });

  it('take a number for a variant’s label, without a note', () => {
    const answer = anAnswer().step(0, 1, {}).step(0, 2, {});
    assert.deepEqual(
      answer.read().value.stepAnalytics.map(({ _id }) => _id.variant),
      ['1', '2'],
    );
    assert.deepEqual(oddPaths(answer), []);
  });

  it('name the campaign by the id that was asked for where it has no name', () => {
    for (const name of [null, '', '  ', 7]) {
      const report = anAnswer().campaign({ name }).report('delivered', 'asked-for');
      assert.ok(report.campaign.name.trim().length > 0);
      assert.equal(report.campaign.id, 'asked-for');
    }
  });

  it('never give the campaign another id than the one that was asked for', () => {
    assert.equal(anAnswer().campaign({ id: 'other' }).report('delivered', 'asked-for').campaign.id, 'asked-for');
  });

  it('take a start that is no date as unknown', () => {
    assert.equal(anAnswer().campaign({ startedAt: 'soon' }).report().campaign.startedAt, null);
    assert.equal(anAnswer().campaign({ startedAt: null }).report().campaign.startedAt, null);
  });
});

describe('An answer that is larger or smaller than documented', () => {
  it('may have more keys anywhere', () => {
    const extra = { more: { of: ['this'] }, __proto__x: 1 };
    const answer = anAnswer()
      .set('bySequence', { main: { sent: 1 } })
      .set('subsequences', [extra])
      .campaign(extra)
      .stats(extra)
      .row({
        _id: { sequenceStep: 0, variant: null, ...extra },
        sent: 200,
        opened: 95,
        clicked: 19,
        bounced: 10,
        ...extra,
      });
    assert.deepEqual(answer.report().notes, []);
    assert.equal(answer.report().figures.sent.count, 200);
  });

  it('may have nothing but stats', () => {
    const body = { success: true, data: { stats: {} } };
    const { value, oddValues } = decode(body, campaignAnalyticsSchema);
    assert.deepEqual(oddValues, []);
    assert.deepEqual(value.stepAnalytics, []);
    assert.equal(value.statusBreakdown.size, 0);
    assert.equal(value.campaign.name, null);
  });

  for (const field of ['campaign', 'stepAnalytics', 'statusBreakdown']) {
    it(`may have null for ${field}, or anything else, which is noted`, () => {
      assert.deepEqual(oddPaths(anAnswer().set(field, null)), []);
      for (const value of [7, 'text', true]) {
        assert.deepEqual(oddPaths(anAnswer().set(field, value)), [`ignored data.${field}`]);
      }
    });
  }

  it('may have rows that are no rows', () => {
    const answer = [null, 7, 'row', [], { _id: null }, { _id: 3 }].reduce<AnswerBuilder>(
      (builder, row) => builder.row(row),
      anAnswer(),
    );
    assert.equal(answer.report().figures.sent.count, 200);
  });

  it('may come without "success"', () => {
    const data = { stats: { sent: 3 } };
    assert.equal(decode({ data }, campaignAnalyticsSchema).value.stats.sent, 3);
  });
});

describe('An answer that cannot be understood', () => {
  const cases: [string, unknown, RegExp][] = [
    ['is no object', 'hello', /^\S*$/],
    ['is null', null, /^\S*$/],
    ['is a list', [], /^\S*$/],
    ['has no data', { success: true }, /^data/],
    ['has null for data', { success: true, data: null }, /^data/],
    ['has a list for data', { success: true, data: [] }, /^data/],
    ['has no stats', { success: true, data: { campaign: {} } }, /^data\.stats$/],
    ['has null for stats', { success: true, data: { stats: null } }, /^data\.stats$/],
    ['has a list for stats', { success: true, data: { stats: [] } }, /^data\.stats$/],
    ['has a text for stats', { success: true, data: { stats: 'none' } }, /^data\.stats$/],
    ['says that it failed', { success: false, data: { stats: {} } }, /^success$/],
  ];

  for (const [why, body, path] of cases) {
    it(`is an invalid answer that names the place: it ${why}`, () => {
      assert.throws(
        () => decode(body, campaignAnalyticsSchema),
        (error) => {
          assert.ok(SendKitError.is(error, 'invalidAnswer'));
          assert.match(error.problem.path ?? '', path);
          assert.ok(error.message.includes(error.problem.path ?? ''));
          return true;
        },
      );
    });
  }

  it('never has what the server wrote in its message', () => {
    const body = { success: 'CANARY', data: { stats: 'CANARY' } };
    assert.throws(
      () => decode(body, campaignAnalyticsSchema),
      (error) => SendKitError.is(error) && !JSON.stringify([error.message, error.problem]).includes('CANARY'),
    );
  });
});
