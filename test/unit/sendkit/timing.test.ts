import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { systemTiming } from '../../../src/sendkit/timing';

describe('systemTiming', () => {
  it('waits about as long as it is told', async () => {
    const startedAt = systemTiming.elapsed();
    await systemTiming.wait(20, undefined);
    assert.ok(systemTiming.elapsed() - startedAt >= 19);
  });

  it('stops waiting when the signal is aborted, and leaves nothing behind', async () => {
    const controller = new AbortController();
    const timersBefore = await timersOfMocha();
    const waiting = systemTiming.wait(60_000, controller.signal);
    assert.equal(timers(), timersBefore + 1);
    controller.abort();
    await waiting;
    assert.equal(timers(), timersBefore);
    assert.equal(getEventListeners(controller.signal, 'abort').length, 0);
  });

  it('does not wait at all when the signal was aborted before', async () => {
    const timersBefore = await timersOfMocha();
    await systemTiming.wait(60_000, AbortSignal.abort());
    assert.equal(timers(), timersBefore);
  });

  it('forgets the signal when the time is over', async () => {
    const { signal } = new AbortController();
    await systemTiming.wait(1, signal);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });
});

/** Mocha starts its own timer only when the test has begun to wait. */
async function timersOfMocha(): Promise<number> {
  await setImmediate();
  return timers();
}

function timers(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
}
