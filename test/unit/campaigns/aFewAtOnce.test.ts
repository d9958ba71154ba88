import assert from 'node:assert/strict';
import { setImmediate as aTurn } from 'node:timers/promises';
import { aFewAtOnce } from '../../../src/campaigns/aFewAtOnce';

const numbers = Array.from({ length: 100 }, (_, index) => index);

describe('Doing a few things at once', () => {
  it('does each once, eight at a time, and keeps their order', async () => {
    let running = 0;
    let most = 0;
    const results = await aFewAtOnce(numbers, async (number) => {
      most = Math.max(most, ++running);
      // The later come to their end first.
      for (let turns = number % 8; turns < 8; turns++) await aTurn();
      running -= 1;
      return number * 2;
    });
    assert.deepEqual(
      results,
      numbers.map((number) => number * 2),
    );
    assert.equal(most, 8);
  });

  it('has nothing to do with nothing', async () => {
    assert.deepEqual(await aFewAtOnce([], () => Promise.reject(new Error('called'))), []);
  });

  it('fails when one fails', async () => {
    const broken = new Error('broken');
    await assert.rejects(
      aFewAtOnce(numbers, (number) => (number === 50 ? Promise.reject(broken) : Promise.resolve())),
      broken,
    );
  });
});
