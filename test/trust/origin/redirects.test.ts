import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Access, SendKitClient } from '../../../src/sendkit/client';
import { SendKitError } from '../../../src/sendkit/errors';
import { baseUrl, errorOf, fastClient, nodeFetch, platformFetch } from '../../unit/sendkit/setUp';
import { setTrap, type Trap } from '../support/trap';
import { tried } from '../tried';

const redirected = tried('a redirect of any endpoint to another host or port: nobody comes there');

/** Every call of the client: one that is new is asked for here by the compiler. */
const CALLS: Record<keyof SendKitClient, (client: SendKitClient, access: Access) => Promise<unknown>> = {
  campaigns: (client, access) => client.campaigns(access, { search: 'spring', limit: 10 }),
  campaign: (client, access) => client.campaign(access, 'c1'),
  campaignAnalytics: (client, access) => client.campaignAnalytics(access, 'c1', { from: '2025-06-01' }),
  campaignTotals: (client, access) => client.campaignTotals(access, 'c1'),
  dailyCampaign: (client, access) => client.dailyCampaign(access, 'c1', { subsequenceId: 'main' }),
  dailyWorkspace: (client, access) => client.dailyWorkspace(access),
  overview: (client, access) => client.overview(access),
  mailboxes: (client, access) => client.mailboxes(access),
  workspaces: (client, access) => client.workspaces(access),
};

const STATUSES = [300, 301, 302, 303, 304, 305, 306, 307, 308];

describe('A redirect', () => {
  let trap: Trap;
  /** Answers everything with this. */
  let redirect = { status: 302, location: '' };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host ?? ''}${request.url ?? ''}`);
    response.writeHead(redirect.status, { Location: redirect.location }).end();
  });

  before(async () => {
    trap = await setTrap();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  after(() => {
    trap.close();
    server.close();
    server.closeAllConnections();
  });

  const fetches = { 'node-fetch': nodeFetch, 'the platform’s fetch': platformFetch };
  for (const [fetchName, fetch] of Object.entries(fetches)) {
    for (const name of Object.keys(CALLS) as (keyof SendKitClient)[]) {
      it(`of “${name}” is not followed by ${fetchName}, whatever its status and wherever to`, async () => {
        const { port } = server.address() as AddressInfo;
        const access = { baseUrl: baseUrl(`http://127.0.0.1:${port}`), key: 'sk_to_be_kept', workspaceId: 'w1' };
        const places = [
          `http://127.0.0.1:${trap.port}/v1/campaigns`,
          `http://localhost:${trap.port}/v1/campaigns`,
          `//localhost:${trap.port}/`,
          // The same server under another name is another origin, too.
          `http://localhost:${port}/v1/campaigns`,
          `http://127.0.0.1:${port}@127.0.0.1:${trap.port}/`,
          '/v1/campaigns',
        ];
        for (const location of places) {
          for (const status of STATUSES) {
            await redirected.that(async () => {
              redirect = { status, location };
              asked.length = 0;
              const error = await errorOf(CALLS[name](fastClient({ fetch }), access));
              assert.ok(SendKitError.is(error), `${status} to ${location}: ${String(error)}`);
              assert.ok(!error.message.includes(access.key), error.message);
              // The platform's fetch does not say that what it met was a redirect, and is asked again.
              const times = SendKitError.is(error, 'offline') ? 3 : 1;
              assert.equal(asked.length, times, `${status} to ${location}: ${asked.join(', ')}`);
              assert.deepEqual([...new Set(asked.map((where) => where.split('/')[0]))], [`127.0.0.1:${port}`]);
              assert.deepEqual(trap.visits, [], `${status} to ${location}`);
            });
          }
        }
      });
    }
  }
});
