import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CHART_NAMES, chartRef } from '../../../src/analytics/chartRef';
import { reportOf } from '../../../src/analytics/report';
import { decodeFromPage } from '../../../src/report/fromPage';
import { MOST_PICTURE_BYTES, PICTURE_USES, PLAIN_REQUESTS } from '../../../src/report/protocol';
import { decodeToPage } from '../../../src/report/toPage';
import { decode } from '../../../src/sendkit/decode';
import { campaignAnalyticsSchema } from '../../../src/sendkit/schemas';
import { reportView } from '../../../src/views/reportView';
import { answerData } from '../analytics/arbitraryAnswer';
import { anAnswer, aState } from '../builders';

const EN = { locale: 'en', strings: null };

const anything = fc.anything({
  withNullPrototype: true,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
});

describe('A message of the page', () => {
  it('is one of a few words, none of which names a command, a path or a URL', () => {
    assert.deepEqual([...PLAIN_REQUESTS].sort(), [
      'cancel',
      'openBaseUrlSetting',
      'pictureCopied',
      'ready',
      'refresh',
      'selectWorkspace',
      'setApiKey',
      'showLog',
    ]);
  });

  for (const type of PLAIN_REQUESTS) {
    it(`may be “${type}”`, () => assert.deepEqual(decodeFromPage({ type }), { type }));
  }

  for (const period of [
    { kind: 'all' },
    { kind: 'last', days: 30 },
    { kind: 'thisMonth' },
    { kind: 'custom', from: '2025-06-01', to: '2025-06-01' },
  ]) {
    it(`may choose the period ${JSON.stringify(period)}`, () => {
      assert.deepEqual(decodeFromPage({ type: 'selectPeriod', period }), { type: 'selectPeriod', period });
    });
  }

  for (const period of [
    undefined,
    'all',
    { kind: 'last' },
    { kind: 'last', days: 8 },
    { kind: 'custom', from: '2025-06-02', to: '2025-06-01' },
    { kind: 'custom', from: '2025-02-30', to: '2025-06-01' },
    { kind: 'custom', from: '', to: '' },
  ]) {
    it(`may not choose the period ${JSON.stringify(period)}`, () => {
      assert.equal(decodeFromPage({ type: 'selectPeriod', period }), undefined);
    });
  }

  const funnel = chartRef('funnel');
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

  for (const at of [0, 1_750_000_000_000, null]) {
    it(`may set the report to ${at ?? 'now'}`, () => {
      assert.deepEqual(decodeFromPage({ type: 'showMoment', at }), { type: 'showMoment', at });
    });
  }

  for (const at of ['now', Number.NaN, Infinity, undefined, [0]]) {
    it(`may not set the report to ${JSON.stringify(at)} (${typeof at})`, () => {
      assert.equal(decodeFromPage({ type: 'showMoment', at }), undefined);
    });
  }

  it('may be a picture of one of the charts, or say that there is none', () => {
    for (const name of CHART_NAMES) {
      const message = { type: 'picture', chart: chartRef(name, { subsequence: 0, step: 3 }), png };
      assert.deepEqual(decodeFromPage(message), message);
    }
    for (const use of PICTURE_USES) {
      assert.deepEqual(decodeFromPage({ type: 'noPicture', chart: funnel, use }), {
        type: 'noPicture',
        chart: funnel,
        use,
      });
    }
  });

  it('may not be a picture of a chart that there is not, nor name a file', () => {
    for (const chart of [
      'funnel',
      { ...funnel, chart: '../../etc' },
      { ...funnel, chart: 'constructor' },
      { chart: 'funnel' },
    ]) {
      assert.equal(decodeFromPage({ type: 'picture', chart, png }), undefined, JSON.stringify(chart));
    }
    assert.deepEqual(decodeFromPage({ type: 'picture', chart: { ...funnel, path: '/etc' }, png, path: '/etc' }), {
      type: 'picture',
      chart: funnel,
      png,
    });
  });

  it('may not be a picture that is no PNG, or too large', () => {
    const html = new TextEncoder().encode('<script>alert(1)</script>');
    const large = new Uint8Array(MOST_PICTURE_BYTES + 1);
    large.set(png);
    for (const bytes of [html, png.slice(0, 7), png.slice(1), new Uint8Array(), large, [...png], 'png', null]) {
      assert.equal(decodeFromPage({ type: 'picture', chart: funnel, png: bytes }), undefined);
    }
    assert.ok(decodeFromPage({ type: 'picture', chart: funnel, png: large.slice(0, -1) }), 'just small enough');
  });

  it('carries nothing besides its word', () => {
    const message = { type: 'ready', command: 'workbench.action.quit', url: 'https://evil.example' };
    assert.deepEqual(decodeFromPage(message), { type: 'ready' });
  });

  for (const message of [
    undefined,
    null,
    0,
    '',
    'ready',
    [],
    ['ready'],
    {},
    { type: '' },
    { type: 'Ready' },
    { type: ' ready' },
    { type: ['ready'] },
    { type: { toString: 'ready' } },
    { type: 'show' },
    { type: 'sendkit.removeApiKey' },
    { type: '__proto__' },
    { type: 'constructor' },
    { type: 'toString' },
    { kind: 'ready' },
    { message: { type: 'ready' } },
  ]) {
    it(`is not ${JSON.stringify(message)}`, () => assert.equal(decodeFromPage(message), undefined));
  }

  it('is read from anything at all without throwing, and is always one of the words', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          anything.map((type) => ({ type })),
        ),
        (message) => {
          const read = decodeFromPage(message);
          const words: readonly string[] = [...PLAIN_REQUESTS, 'selectPeriod', 'showMoment', 'picture', 'noPicture'];
          assert.ok(read === undefined || words.includes(read.type));
        },
      ),
      { numRuns: 500 },
    );
  });
});

const ROW = { sent: 100, opened: 50, clicked: 12, bounced: 3 };
const report = anAnswer().step(0, null, ROW).step(0, 'B', ROW).statuses(['__proto__', 3]).report();
const problem = { kind: 'offline', title: 'No connection', message: 'No connection.', remedy: 'refresh' } as const;
const aMessage = () => ({
  type: 'show',
  view: structuredClone(
    reportView(aState({ report, problem, fetchedAt: 1_750_000_000_000 }), {
      locale: 'de',
      strings: { Sent: 'Gesendet' },
    }),
  ),
});

/** The message with the value at a path such as `view.report.steps.0` replaced. */
function changed(path: string, value: unknown): unknown {
  const message: unknown = aMessage();
  const names = path.split('.');
  const last = names.pop() ?? '';
  const parent = names.reduce((object, name) => (object as Record<string, unknown>)[name], message);
  assert.ok(typeof parent === 'object' && parent !== null && last in parent, `there is no ${path}`);
  (parent as Record<string, unknown>)[last] = value;
  return message;
}

describe('A message to the page', () => {
  it('is read as it was sent', () => assert.deepEqual(decodeToPage(aMessage()), aMessage()));

  it('may be sparse', () => {
    const view = reportView(aState({ report: null, fetchedAt: null, loading: true }), EN);
    assert.deepEqual(decodeToPage({ type: 'show', view }), { type: 'show', view });
  });

  it('may hold whatever report can come of an answer', () => {
    fc.assert(
      fc.property(answerData, (data) => {
        const { value, oddValues } = decode({ success: true, data }, campaignAnalyticsSchema);
        const state = aState({ report: reportOf(value, { id: 'c1', rateBase: 'sent', oddValues }) });
        const message = { type: 'show', view: reportView(state, EN) };
        assert.deepEqual(decodeToPage(JSON.parse(JSON.stringify(message))), message);
      }),
    );
  });

  const wrong: [string, unknown[]][] = [
    ['type', ['hide', '', null, 1, ['show']]],
    ['view', [null, [], 'view', undefined]],
    ['view.locale', [null, 7]],
    ['view.strings', [7, 'x', { Sent: 1 }, undefined]],
    ['view.id', [null, 7]],
    ['view.name', [null, {}]],
    ['view.sample', ['true', 1, null]],
    ['view.loading', ['false', 0, null]],
    ['view.fetchedAt', ['now', Number.NaN, Infinity, 8.64e15 + 1]],
    ['view.moments', [null, 0, ['now'], [Number.NaN], [0, 1e300], [-8.64e15 - 1]]],
    ['view.moment', ['now', Infinity, 1e300, undefined]],
    ['view.changed', [{}, { since: 1e300, sentences: [] }, { since: 0, sentences: [7] }, undefined]],
    ['view.problem', ['offline', {}, { message: 'x' }, { message: 'x', remedy: 'workbench.action.quit' }]],
    ['view.report', [7, [], {}, undefined]],
    ['view.report.period', [null, { from: 'yesterday' }, { to: '2025-02-30' }]],
    ['view.report.campaign', [null, {}]],
    ['view.report.campaign.name', [null, 7]],
    ['view.report.rateBase', ['opened', null]],
    ['view.report.figures', [null, {}]],
    ['view.report.figures.opened.count', ['95', Number.NaN, undefined]],
    ['view.report.figures.opened.name', ['clicked']],
    ['view.report.figures.opened.rate', [0.5, {}]],
    ['view.report.figures.opened.rate.base', ['evil']],
    ['view.report.figures.opened.rate.interval', [0, {}, { low: 0 }, { low: '0', high: 1 }]],
    ['view.report.clickToOpen', [0.5, {}, undefined]],
    ['view.report.steps', [null, {}, [null]]],
    ['view.report.steps.0.rank', ['1']],
    ['view.report.steps.0.variants', [null, [{}]]],
    ['view.report.leadStatus', [null, []]],
    ['view.report.leadStatus.rows', [null, {}, [{}]]],
    ['view.report.totalReplied', ['12', undefined]],
    ['view.report.notes', [null, {}, ['text'], [{}], [{ kind: 7 }]]],
  ];
  for (const [path, values] of wrong) {
    for (const value of values) {
      const shown = value === undefined ? 'undefined' : Number.isNaN(value) ? 'NaN' : JSON.stringify(value);
      it(`is not one with ${shown} for ${path}`, () => assert.equal(decodeToPage(changed(path, value)), undefined));
    }
  }

  it('is not one with a note that the page has no words for', () => {
    const nonsense = [{ kind: 'fromTheFuture' }, { kind: 'totalRepliedDiffers' }, { kind: 'oddValue', value: null }];
    for (const note of nonsense) assert.equal(decodeToPage(changed('view.report.notes', [note])), undefined);
  });

  it('is read from anything at all without throwing', () => {
    const messages = fc.oneof(
      anything,
      anything.map((view) => ({ type: 'show', view })),
      anything.map((value) => changed('view.report', value)),
    );
    fc.assert(
      fc.property(messages, (message) => {
        const read = decodeToPage(message);
        assert.ok(read?.type !== 'show' || typeof read.view.id === 'string', 'a report has an id');
      }),
      { numRuns: 500 },
    );
  });
});
