import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fingerprintOf } from '../../../src/sendkit/fingerprint';

const campaign = {
  _id: '65aa00000000000000000001',
  name: 'Spring test',
  status: 'active',
  stats: { sent: 20, opened: 8 },
  sequence: [{ type: 'email', order: 0 }, { type: 'wait' }],
  completedAt: null,
};

/** The same JSON with the keys of every object in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, turned(item)]),
  );
}

describe('fingerprintOf', () => {
  it('is short, and the same for the same', () => {
    assert.match(fingerprintOf(campaign), /^[0-9a-z]{1,11}$/);
    assert.equal(fingerprintOf(structuredClone(campaign)), fingerprintOf(campaign));
    // Kept on disk, so it must be the same tomorrow.
    assert.equal(fingerprintOf(campaign), '1ounqebezk2');
  });

  it('does not depend on the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.equal(fingerprintOf(turned(value)), fingerprintOf(value))));
  });

  const changes: Record<string, unknown> = {
    status: { ...campaign, status: 'paused' },
    'a count': { ...campaign, stats: { sent: 21, opened: 8 } },
    'counts that are exchanged': { ...campaign, stats: { sent: 8, opened: 20 } },
    'a new count': { ...campaign, stats: { ...campaign.stats, replied: 0 } },
    name: { ...campaign, name: 'Spring test ' },
    'the end': { ...campaign, completedAt: '2025-01-02T09:00:00.000Z' },
    'a missing key': Object.fromEntries(Object.entries(campaign).slice(0, -1)),
    'when it was updated': { ...campaign, updatedAt: '2025-01-02T09:00:00.000Z' },
    'the order of steps': { ...campaign, sequence: campaign.sequence.toReversed() },
    'a number that became text': { ...campaign, stats: { sent: '20', opened: 8 } },
  };
  for (const [name, changed] of Object.entries(changes)) {
    it(`tells ${name}`, () => assert.notEqual(fingerprintOf(changed), fingerprintOf(campaign)));
  }

  it('tells JSON values apart', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
        assert.equal(fingerprintOf(a) === fingerprintOf(b), same);
      }),
      { numRuns: 500 },
    );
  });

  it('survives what is nested too deeply to be a campaign', () => {
    const deep = JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) as unknown;
    assert.match(fingerprintOf({ deep }), /^[0-9a-z]+$/);
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  return { names, items: names.map((name) => sorted((value as Record<string, unknown>)[name])) };
}
