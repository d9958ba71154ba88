import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatFor } from '../../../src/analytics/format';
import { decodeSnapshot, encodeSnapshot, type Snapshot, snapshotFileName } from '../../../src/campaigns/snapshot';
import { decode } from '../../../src/sendkit/decode';
import type { SendKitProblem } from '../../../src/sendkit/errors';
import { campaignAnalyticsSchema } from '../../../src/sendkit/schemas';
import { answerData } from '../analytics/arbitraryAnswer';
import { type AnswerBuilder, anAnswer } from '../builders';

const ROW = { sent: 100, opened: 50, clicked: 12, bounced: 3 };

function snapshotOf(answer: AnswerBuilder): Snapshot {
  const { value, oddValues } = answer.read();
  return {
    origin: 'https://api.sendkit.ai',
    workspace: { id: 'w1', name: 'Team' },
    id: 'c1',
    loadedAt: 1_750_000_000_000,
    answer: {
      fetchedAt: 1_750_000_100_000,
      choice: { kind: 'last', days: 30 },
      period: { from: '2025-06-01', to: '2025-06-30' },
      analytics: value,
      oddValues,
      detail: {
        ...{ id: 'c1', name: 'Spring', status: 'active', workspaceId: 'w1', trackOpens: true, trackClicks: false },
        ...{ startedAt: '2025-03-01T12:00:00.000Z', completedAt: null, createdAt: null },
        sequence: [{ type: 'email', order: 0, name: 'First', subject: 'Hi' }],
      },
      totals: value,
      daily: [{ date: '2025-06-02', sent: 5, opened: 2, clicked: 1, bounced: 0, replied: null, positiveReplied: 0 }],
      whole: true,
      missing: [{ part: 'totals', kind: 'timeout' }],
      fingerprint: 'abc',
    },
  };
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const snapshot = snapshotOf(anAnswer().step(0, null, ROW).step(0, 'B', ROW).stats({ opened: '95' }));
/** What stands in the file, to be changed. */
const content = () => JSON.parse(new TextDecoder().decode(encodeSnapshot(snapshot))) as Record<string, unknown>;

describe('The last good answer, kept on disk', () => {
  it('comes back as it was written', () => {
    assert.equal(snapshot.answer.oddValues.length, 1);
    assert.deepEqual(decodeSnapshot(encodeSnapshot(snapshot)), snapshot);
  });

  it('keeps why a part is missing, but not the moment at which it could be asked for again', () => {
    const why = { kind: 'unavailable', status: 503, path: 'a', code: 'B', inWorkspace: true } as const;
    const missing = (problem: SendKitProblem): Snapshot => ({
      ...snapshot,
      answer: { ...snapshot.answer, missing: [{ part: 'daily', ...problem }] },
    });
    assert.deepEqual(decodeSnapshot(encodeSnapshot(missing({ ...why, retryAt: 7 }))), missing(why));
  });

  it('keeps statuses named __proto__ and constructor, and numbers that are unknown', () => {
    const hostile = snapshotOf(anAnswer().statuses(['__proto__', 7], ['constructor', 3], ['odd', null], ['', 1]));
    const read = decodeSnapshot(encodeSnapshot(hostile));
    assert.deepEqual(read, hostile);
    assert.ok(typeof read === 'object');
    assert.equal(read.answer.analytics.statusBreakdown.get('__proto__'), 7);
  });

  it('comes back as it was written, whatever SendKit answered', () => {
    fc.assert(
      fc.property(answerData, (data) => {
        const { value, oddValues } = decode({ success: true, data }, campaignAnalyticsSchema);
        const any = { ...snapshot, answer: { ...snapshot.answer, analytics: value, totals: value, oddValues } };
        assert.deepEqual(decodeSnapshot(encodeSnapshot(any)), any);
      }),
    );
  });

  it('is not read where a later version of the extension wrote it', () => {
    const { version } = content();
    assert.equal(typeof version, 'number');
    for (const later of [Number(version) + 1, 99]) {
      assert.equal(decodeSnapshot(bytesOf({ ...content(), version: later })), 'newer');
      assert.equal(decodeSnapshot(bytesOf({ version: later, entirely: 'different' })), 'newer');
    }
  });

  it('is damaged where its version is none', () => {
    for (const version of [undefined, null, 0, -1, 0.5, '1', '2', {}, []]) {
      assert.equal(decodeSnapshot(bytesOf({ ...content(), version })), 'damaged');
    }
  });

  it('is damaged where a field is missing or of another type', () => {
    const wrong: Record<string, unknown[]> = {
      origin: [undefined, null, 7],
      id: [undefined, null, 7, ''],
      loadedAt: [undefined, null, 'today', {}],
      workspace: [undefined, 7, {}, { id: 7, name: null }],
      answer: [undefined, null, 7, [], {}],
    };
    for (const [field, values] of Object.entries(wrong)) {
      for (const value of values) {
        assert.equal(
          decodeSnapshot(bytesOf({ ...content(), [field]: value })),
          'damaged',
          `${field}: ${String(value)}`,
        );
      }
    }
  });

  it('is damaged where a field of its answer is missing or of another type', () => {
    const wrong: Record<string, unknown[]> = {
      fetchedAt: [undefined, null, 'today', {}],
      choice: [undefined, null, 'all', { kind: 'custom', from: '2025-02-30', to: '2025-03-01' }],
      analytics: [undefined, null, 7, [], {}, { stats: null }],
      whole: [undefined, null, 1],
    };
    const { answer } = content();
    for (const [field, values] of Object.entries(wrong)) {
      for (const value of values) {
        const bytes = bytesOf({ ...content(), answer: { ...(answer as object), [field]: value } });
        assert.equal(decodeSnapshot(bytes), 'damaged', `${field}: ${String(value)}`);
      }
    }
  });

  it('is kept without its daily rows where they would make it too large', () => {
    const daily = Array.from({ length: 10_000 }, (_, index) => ({
      ...{ date: new Date(index * 86_400_000).toISOString().slice(0, 10), sent: 1e15, opened: 1e15, clicked: 1e15 },
      ...{ bounced: 1e15, replied: 1e15, positiveReplied: 1e15 },
    }));
    const steps = Array.from({ length: 10_000 }, (_, index) => index);
    const large = snapshotOf(steps.reduce((answer, step) => answer.step(step, 'x'.repeat(200), ROW), anAnswer()));
    const bytes = encodeSnapshot({ ...large, answer: { ...large.answer, totals: null, daily } });
    const read = decodeSnapshot(bytes);
    assert.ok(typeof read === 'object');
    assert.equal(read.answer.daily, null);
    assert.equal(read.answer.whole, false);
  });

  it('is kept without any rows where these alone would make it too large, and asked for again', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => ({
      _id: { sequenceStep: index, variant: '\u{1F4E7}'.repeat(200) },
    }));
    const large = snapshotOf(anAnswer().set('stepAnalytics', rows));
    const read = decodeSnapshot(encodeSnapshot(large));
    assert.ok(typeof read === 'object', 'it can be read');
    assert.deepEqual(read.answer.analytics.stats, large.answer.analytics.stats);
    assert.deepEqual(read.answer.analytics.stepAnalytics, []);
    assert.equal(read.answer.fingerprint, '');
  });

  it('is damaged where it was cut off anywhere', () => {
    const bytes = encodeSnapshot(snapshot);
    for (let length = 0; length < bytes.length; length += 7) {
      assert.equal(decodeSnapshot(bytes.subarray(0, length)), 'damaged');
    }
  });

  it('is damaged where it is something else altogether', () => {
    for (const text of ['', '{}', '[]', 'null', '7', '"text"', '\ufeff', '<html>', '{"version":']) {
      assert.equal(decodeSnapshot(new TextEncoder().encode(text)), 'damaged', text);
    }
    assert.equal(decodeSnapshot(new Uint8Array([0xff, 0xfe, 0, 0x80])), 'damaged');
  });

  it('is damaged where a single byte of a name is no text any more', () => {
    const bytes = encodeSnapshot(snapshot);
    const place = new TextDecoder().decode(bytes).indexOf('Spring');
    assert.ok(place > 0);
    bytes[place] = 0xff;
    assert.equal(decodeSnapshot(bytes), 'damaged');
  });

  it('never makes reading throw, whatever bytes there are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.jsonValue().map(bytesOf)), (bytes) => {
        assert.ok(['newer', 'damaged'].includes(decodeSnapshot(bytes) as string));
      }),
      { numRuns: 500 },
    );
  });

  it('never has a time that cannot be shown', () => {
    for (const time of [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 1e300, 8.64e15 + 1]) {
      const { answer } = content();
      const read = decodeSnapshot(bytesOf({ ...content(), answer: { ...(answer as object), fetchedAt: time } }));
      if (typeof read === 'object') assert.equal(typeof formatFor('en').dateTime(read.answer.fetchedAt), 'string');
    }
  });
});

describe('The name of its file', () => {
  const nameOf = (origin: string, id: string) => snapshotFileName({ origin, id });

  it('is 32 hexadecimal digits, whatever the campaign is called', async () => {
    for (const id of ['c1', '../../etc/passwd', 'CON', 'a'.repeat(10_000), '\u0000', '😀', '']) {
      assert.match(await nameOf('https://api.sendkit.ai', id), /^[0-9a-f]{32}\.json$/);
    }
  });

  it('is the same for the same origin and id, whatever else the snapshot holds', async () => {
    const other = { ...snapshot, loadedAt: 1, fetchedAt: 2, analytics: anAnswer().statuses().read().value };
    assert.equal(await snapshotFileName(snapshot), await snapshotFileName(other));
    assert.equal(await snapshotFileName(snapshot), await nameOf('https://api.sendkit.ai', 'c1'));
  });

  it('is another for another origin or another id, even where the two together read alike', async () => {
    const pairs: [string, string][] = [
      ['https://a.example', 'bc'],
      ['https://a.exampleb', 'c'],
      ['https://a.example', 'bC'],
      ['http://a.example', 'bc'],
      ['https://a.example/', 'bc'],
      ['https://a.example', '/bc'],
      ['https://a.example","', 'bc'],
      ['https://a.example', '","bc'],
    ];
    const names = await Promise.all(pairs.map(([origin, id]) => nameOf(origin, id)));
    assert.equal(new Set(names).size, pairs.length);
  });
});
