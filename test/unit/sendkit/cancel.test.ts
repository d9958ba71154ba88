import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { createClient, type SendKitClient } from '../../../src/sendkit/client';
import type { Fetch } from '../../../src/sendkit/fetch';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { accessTo, nodeFetch, platformFetch, problemOf } from './setUp';

/** The moments at which a person may cancel; each aborts the controller when it has come. */
type Moment = (sandbox: Sandbox, controller: AbortController, fetch: () => Promise<Fetch>) => SendKitClient;

const MOMENTS: Record<string, Moment> = {
  'before it began': (_, controller, fetch) => {
    controller.abort();
    return createClient({ fetch });
  },
  'while fetch is loaded': (_, controller, fetch) =>
    createClient({
      fetch: async () => {
        controller.abort();
        return fetch();
      },
    }),
  'before the headers came': (sandbox, controller, fetch) => {
    sandbox.fail('hang-before-headers');
    void sandbox.nextRequest().then(() => controller.abort());
    return createClient({ fetch });
  },
  'in the middle of the body': (sandbox, controller, fetch) => {
    sandbox.fail('hang-in-body');
    return createClient({ fetch: abortingAfterHeaders(controller, fetch) });
  },
  'in the middle of a compressed body': (sandbox, controller, fetch) => {
    sandbox.fail('hang-in-gzip');
    return createClient({ fetch: abortingAfterHeaders(controller, fetch) });
  },
  'in the middle of a body that does not end': (sandbox, controller, fetch) => {
    sandbox.fail('slow-body');
    return createClient({ fetch: abortingAfterHeaders(controller, fetch) });
  },
  'in the pause before another attempt': (sandbox, controller, fetch) => {
    sandbox.fail('http-503-seconds', { retryAfterSeconds: 20 });
    return createClient({ fetch, log: () => void setImmediate().then(() => controller.abort()) });
  },
};

function abortingAfterHeaders(controller: AbortController, load: () => Promise<Fetch>): () => Promise<Fetch> {
  return async () => {
    const fetch = await load();
    return async (url, request) => {
      const answer = await fetch(url, request);
      void setImmediate().then(() => controller.abort());
      return answer;
    };
  };
}

describe('cancelling', () => {
  for (const [name, fetch] of Object.entries({ 'node-fetch': nodeFetch, 'the platform’s fetch': platformFetch })) {
    for (const [moment, arrange] of Object.entries(MOMENTS)) {
      it(`ends a request ${moment}, and leaves nothing behind, with ${name}`, async () => {
        await setImmediate();
        const timersBefore = timers();
        const sandbox = await startSandbox();
        try {
          const controller = new AbortController();
          const client = arrange(sandbox, controller, fetch);
          const call = client.campaignAnalytics(accessTo(sandbox), sandbox.campaigns.seed, {}, controller.signal);

          assert.deepEqual(await problemOf(call), { kind: 'cancelled' });
          assert.ok(sandbox.requests.length <= 1);
          assert.equal(getEventListeners(controller.signal, 'abort').length, 0);
          if (moment !== 'in the pause before another attempt') await sandbox.allDisconnected();
        } finally {
          await sandbox.close();
        }
        await setImmediate();
        assert.equal(timers(), timersBefore);
      });
    }
  }

  for (const [name, fetch] of Object.entries({ 'node-fetch': nodeFetch, 'the platform’s fetch': platformFetch })) {
    it(`does not stop another request, with ${name}`, async () => {
      const sandbox = await startSandbox();
      try {
        const client = createClient({ fetch });
        const controller = new AbortController();
        sandbox.fail('hang-before-headers', { times: 1 });
        const cancelled = client.workspaces(accessTo(sandbox), controller.signal);
        await sandbox.nextRequest();
        const other = client.workspaces(accessTo(sandbox), new AbortController().signal);
        controller.abort();
        assert.deepEqual(await problemOf(cancelled), { kind: 'cancelled' });
        assert.equal((await other).value.length, 1);
      } finally {
        await sandbox.close();
      }
    });
  }
});

describe('a request that ended by itself', () => {
  for (const [name, fetch] of Object.entries({ 'node-fetch': nodeFetch, 'the platform’s fetch': platformFetch })) {
    for (const fault of [undefined, 'http-500', 'hang-in-body', 'huge-body', 'html', 'huge-content-length'] as const) {
      it(`holds neither timer nor signal (${fault ?? 'no fault'}, ${name})`, async () => {
        await setImmediate();
        const timersBefore = timers();
        const sandbox = await startSandbox();
        const { signal } = new AbortController();
        try {
          if (fault) sandbox.fail(fault);
          const client = createClient({ fetch, limits: fault === 'hang-in-body' ? { attemptMs: 50 } : {} });
          await client.campaignAnalytics(accessTo(sandbox), 'x', {}, signal).catch(() => undefined);
          assert.equal(getEventListeners(signal, 'abort').length, 0);
          if (fault !== undefined && fault !== 'http-500' && fault !== 'html') await sandbox.allDisconnected();
        } finally {
          await sandbox.close();
        }
        await setImmediate();
        assert.equal(timers(), timersBefore);
      });
    }
  }
});

function timers(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
}
