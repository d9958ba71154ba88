import assert from 'node:assert/strict';
import { lazily, type Lazy } from '../../../src/lazily';

class Thing {
  disposed = 0;
  dispose(): void {
    this.disposed += 1;
  }
}

describe('What is made when it is needed', () => {
  let made: Thing[];
  let told: unknown[];
  let failure: Error | undefined;
  let thing: Lazy<Thing>;

  beforeEach(() => {
    made = [];
    told = [];
    failure = undefined;
    thing = lazily({
      load: () => (failure ? Promise.reject(failure) : Promise.resolve(Thing)),
      make: (Loaded) => {
        const next = new Loaded();
        made.push(next);
        return next;
      },
      tell: (error) => told.push(error),
    });
  });

  it('is made on the first call, once, and ends with its maker', async () => {
    assert.equal(made.length, 0);
    const [one, other] = await Promise.all([thing.get(), thing.get()]);
    assert.equal(one, other);
    assert.equal(await thing.get(), one);
    assert.equal(made.length, 1);
    thing.dispose();
    assert.equal(one.disposed, 1);
  });

  it('tells a failure once, to all who wait, and is tried again by the next call', async () => {
    failure = new Error('broken');
    await Promise.all([assert.rejects(thing.get(), failure), assert.rejects(thing.get(), failure)]);
    assert.deepEqual(told, [failure]);
    failure = undefined;
    assert.ok(await thing.get());
    assert.deepEqual(told.length, 1);
  });

  it('tells a failure of its making like one of its loading', async () => {
    const broken = lazily({
      load: () => Promise.resolve(),
      make: (): Thing => {
        throw new Error('broken');
      },
      tell: (error) => told.push(error),
    });
    await assert.rejects(broken.get(), /broken/);
    await assert.rejects(broken.get(), /broken/);
    assert.equal(told.length, 2);
  });

  it('is made no more after the end', async () => {
    thing.dispose();
    await assert.rejects(thing.get(), { name: 'AbortError' });
    assert.deepEqual([made, told], [[], []]);
  });

  it('is not made when the end comes while it is loaded', async () => {
    const asked = thing.get();
    thing.dispose();
    await assert.rejects(asked, { name: 'AbortError' });
    assert.deepEqual([made, told], [[], []]);
  });
});
