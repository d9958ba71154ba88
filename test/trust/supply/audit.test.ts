import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { times, tried } from '../tried';
import { audit } from './audit';

const advisories = tried('Nothing is known to be wrong with the locked packages, says npm audit');

/** Of a package that is bundled. */
const ADVISORY = {
  ...{ id: 1, url: 'https://example.com/1', title: 'A weakness', severity: 'high' },
  ...{ vulnerable_versions: '>=0.0.0', cwe: [], cvss: { score: 0, vectorString: null } },
};

describe('What is known of the locked packages', function () {
  this.timeout(60_000);

  // On request only: who works without a network, or on the day of an advisory, must not be stopped.
  if (times(1, 0) > 0) {
    it('is nothing bad, where npm’s registry can be asked', async function () {
      const result = await audit();
      if ('unasked' in result) {
        console.log(`      NOT CHECKED: npm’s registry could not be asked for advisories. ${result.unasked}`);
        this.skip();
      }
      advisories.that(() => assert.deepEqual(result.known, []));
    });
  }

  it('is found where a registry knows something', async () => {
    const result = await auditAt(200, { valibot: [ADVISORY] });
    assert.ok('known' in result, JSON.stringify(result));
    assert.deepEqual(result.known, ['valibot: high']);
  });

  it('is nothing where a registry knows nothing', async () => {
    assert.deepEqual(await auditAt(200, {}), { known: [] });
  });

  it('is not taken for nothing where no registry answers', async () => {
    const result = await auditAt(405, {});
    assert.ok('unasked' in result, JSON.stringify(result));
    assert.match(result.unasked, /405/);
  });
});

/** What comes of it where a registry answers like this when it is asked for advisories. */
async function auditAt(status: number, answer: object): ReturnType<typeof audit> {
  const registry = createServer((request, response) => {
    request.resume();
    const asked = request.method === 'POST';
    response.writeHead(asked ? status : 404, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(asked ? answer : {}));
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  try {
    return await audit(`http://127.0.0.1:${(registry.address() as AddressInfo).port}/`);
  } finally {
    registry.closeAllConnections();
    await new Promise((resolve) => registry.close(resolve));
  }
}
