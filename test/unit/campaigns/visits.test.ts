import assert from 'node:assert/strict';
import { Visits, type KnownVisits, type VisitsFile } from '../../../src/campaigns/visits';

const campaign = { origin: 'https://api.sendkit.ai', id: 'c1' };
const MINUTE = 60_000;
const keyOf = ({ origin, id }: typeof campaign): string => `${origin} ${id}`;

/** A file that windows share. */
class SharedFile implements VisitsFile {
  kept: KnownVisits | null = new Map();
  writes = 0;

  /** Takes a moment, in which another window may write. */
  async read(): Promise<readonly KnownVisits[] | null> {
    await Promise.resolve();
    return this.kept && [this.kept];
  }

  write(visits: KnownVisits): Promise<void> {
    this.writes += 1;
    this.kept = visits;
    return Promise.resolve();
  }
}

describe('A visit', () => {
  let file: SharedFile;
  let visits: Visits;
  let now: number;
  const openWindow = (): Visits => new Visits(file, () => now);
  const look = (seen: number, at: number, still = false): number | undefined => {
    now = at;
    visits.look([{ campaign, seen, still }]);
    return visits.get(campaign)?.since;
  };

  beforeEach(() => {
    file = new SharedFile();
    now = 0;
    visits = openWindow();
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

  it('is remembered over restarts, each campaign’s and each address’s for itself', async () => {
    look(100, 0);
    const elsewhere = { ...campaign, origin: 'http://127.0.0.1:1' };
    visits.look([{ campaign: elsewhere, seen: 7, still: false }]);
    await visits.settled();
    visits = openWindow();
    await visits.read();
    assert.deepEqual(visits.get(campaign), { since: 100, seen: 100, at: 0 });
    assert.deepEqual(visits.get(elsewhere), { since: 7, seen: 7, at: 0 });
  });

  it('in another window is taken over, and undone by no window that has not heard of it', async () => {
    const other = openWindow();
    const others = { ...campaign, id: 'c2' };
    look(100, 0);
    other.look([{ campaign: others, seen: 1, still: false }]);
    await Promise.all([visits.settled(), other.settled()]);
    look(200, MINUTE);
    await visits.settled();
    const expected = new Map([
      [keyOf(campaign), { since: 100, seen: 200, at: MINUTE }],
      [keyOf(others), { since: 1, seen: 1, at: 0 }],
    ]);
    assert.deepEqual(file.kept, expected);
    await other.read();
    assert.equal(other.get(campaign)?.seen, 200);
  });

  it('in another window a moment later is not undone by what this one was about to write', async () => {
    const others = keyOf({ ...campaign, id: 'c2' });
    look(100, 0);
    now = 1;
    file.kept = new Map([[others, { since: 1, seen: 1, at: 1 }]]);
    await visits.settled();
    assert.deepEqual([...file.kept.keys()].sort(), [keyOf(campaign), others]);
  });

  it('is not replaced by an older one, nor by one that a wrong clock has put into the future', async () => {
    look(100, MINUTE);
    await visits.settled();
    for (const at of [0, 999 * MINUTE]) {
      file.kept = new Map([[keyOf(campaign), { since: 7, seen: 7, at }]]);
      now = 2 * MINUTE;
      await visits.read();
      assert.equal(visits.get(campaign)?.seen, 100);
    }
  });

  it('replaces nothing where what is kept cannot be read', async () => {
    file.kept = null;
    look(100, 0);
    await visits.settled();
    assert.equal(file.writes, 0);
    assert.equal(visits.get(campaign)?.seen, 100, 'this window remembers it');
  });

  it('of many campaigns, one after the other, is written in a few writes', async () => {
    for (let index = 0; index < 500; index += 1) {
      now = index;
      visits.look([{ campaign: { ...campaign, id: `c${index}` }, seen: 1, still: false }]);
    }
    await visits.settled();
    assert.equal(file.kept?.size, 500);
    assert.ok(file.writes <= 2, `${file.writes} writes`);
  });

  it('is one of at most a thousand: those that were not looked at for longest go', () => {
    const others = Array.from({ length: 1_000 }, (_, index) => ({
      ...{ campaign: { ...campaign, id: `other ${index}` }, seen: 1, still: false },
    }));
    look(100, 0);
    now = 1;
    visits.look(others);
    assert.equal(visits.get(campaign), undefined);
    assert.ok(visits.get({ ...campaign, id: 'other 0' }), 'the others are remembered');
  });
});
