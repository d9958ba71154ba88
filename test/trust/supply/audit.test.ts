import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildRelease } from '../../harness/build';
import { times, tried } from '../tried';
import { audit, isBundled } from './audit';

const advisories = tried('Nothing is known to be wrong with what is bundled, says npm audit');

const ADVISORY = {
  ...{ id: 1, url: 'https://example.com/1', title: 'A weakness', severity: 'high' },
  ...{ vulnerable_versions: '>=0.0.0', cwe: [], cvss: { score: 0, vectorString: null } },
};

describe('What is known of the locked packages', function () {
  this.timeout(60_000);

  // On request only: who works without a network, or on the day of an advisory, must not be stopped.
  if (times(1, 0) === 0) advisories.leftOut('it is tried in full');
  else {
    it('is nothing bad of what is bundled, where npm’s registry can be asked', async function () {
      const result = await audit();
      if ('unasked' in result) {
        advisories.leftOut('npm’s registry could not be asked');
        console.log(`      NOT CHECKED: npm’s registry could not be asked for advisories. ${result.unasked}`);
        this.skip();
      }
      const notices = await readNotices();
      advisories.that(() => {
        const bundled = result.known.filter((known) => isBundled(known, notices));
        assert.deepEqual(bundled, []);
      });
      const names = result.known.map(({ name, severity }) => `${name} (${severity})`);
      console.log(`      Of what it is built and tested with: ${names.join(', ') || 'nothing either'}`);
    });
  }

  it('is found where a registry knows something, and counts where it is of what is bundled', async () => {
    const result = await auditAt(200, { valibot: [ADVISORY], prettier: [ADVISORY] });
    assert.ok('known' in result, JSON.stringify(result));
    assert.deepEqual(result.known.map(({ name, severity }) => `${name}: ${severity}`).sort(), [
      'prettier: high',
      'valibot: high',
    ]);
    const notices = await readNotices();
    const bundled = result.known.filter((known) => isBundled(known, notices));
    assert.deepEqual(
      bundled.map(({ name }) => name),
      ['valibot'],
    );
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

/** They name each package that is bundled. */
async function readNotices(): Promise<string> {
  return readFile(join(await buildRelease(), 'THIRD_PARTY_NOTICES'), 'utf8');
}

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
