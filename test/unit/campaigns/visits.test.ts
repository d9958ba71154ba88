import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { VISITS } from '../../../src/campaigns/storageKeys';
import { Visits } from '../../../src/campaigns/visits';

const campaign = { origin: 'https://api.sendkit.ai', id: 'c1' };
const MINUTE = 60_000;

function aMemory(values: Map<string, unknown>): Memento {
  return {
    keys: () => [...values.keys()],
    get: (key: string) => values.get(key),
    update: (key, value) => {
      values.set(key, structuredClone(value));
      return Promise.resolve();
    },
  } as Memento;
}

describe('A visit', () => {
  let values: Map<string, unknown>;
  let visits: Visits;
  const look = (seen: number, now: number, still = false): number | undefined => {
    visits.look([{ campaign, seen, still }], now);
    return visits.get(campaign)?.since;
  };

  beforeEach(() => {
    values = new Map();
    visits = new Visits(aMemory(values));
  });

  it('is the first: nothing was seen before', () => {
    assert.equal(visits.get(campaign), undefined);
    assert.equal(look(100, 1000), 100);
  });

  it('goes on as long as somebody looks, and half an hour longer', () => {
    look(100, 0);
    assert.equal(look(200, 29 * MINUTE), 100);
    assert.equal(look(300, 58 * MINUTE), 100);
    assert.equal(look(400, 600 * MINUTE, true), 100, 'looked at all the time');
  });

  it('ends after half an hour: what was seen last is what the next one is held against', () => {
    look(100, 0);
    look(200, MINUTE);
    assert.equal(look(300, 32 * MINUTE), 200);
    assert.equal(look(400, 33 * MINUTE), 200);
  });

  it('is remembered over restarts, each campaign’s and each address’s for itself', () => {
    look(100, 0);
    const elsewhere = { ...campaign, origin: 'http://127.0.0.1:1' };
    visits.look([{ campaign: elsewhere, seen: 7, still: false }], 0);
    visits = new Visits(aMemory(values));
    assert.deepEqual(visits.get(campaign), { since: 100, seen: 100, at: 0 });
    assert.deepEqual(visits.get(elsewhere), { since: 7, seen: 7, at: 0 });
  });

  it('is forgotten where what was kept is damaged', () => {
    for (const damaged of ['x', null, 7, [], { [`${campaign.origin} c1`]: { since: 'x' } }]) {
      values.set(VISITS, damaged);
      assert.equal(visits.get(campaign), undefined);
      assert.equal(look(100, 0), 100);
    }
  });

  it('is one of at most a thousand: those that were not looked at for longest go', () => {
    const others = Array.from({ length: 1_000 }, (_, index) => ({
      ...{ campaign: { ...campaign, id: `other ${index}` }, seen: 1, still: false },
    }));
    look(100, 0);
    visits.look(others, 1);
    assert.equal(visits.get(campaign), undefined);
    assert.ok(visits.get({ ...campaign, id: 'other 0' }), 'the others are remembered');
  });
});
