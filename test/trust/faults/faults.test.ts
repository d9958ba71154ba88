import assert from 'node:assert/strict';
import { join } from 'node:path';
import { FAULTS, NEVER_ENDING } from '../../sandbox/faults';
import { loadInHost, type InHost } from '../support/inHost';
import { oneWindow, type OneWindow } from '../support/oneWindow';
import { tried } from '../tried';
import { FAULT_WORDS } from './faultWords';
import type * as inHost from './inHost';
import { assertKeptTable, type Row } from './readme';
import type { Given, Seen } from './seen';
import { SPECIAL_NAMES } from './special/names';

const survived = tried(
  'something that goes wrong: the user is told what and what helps, and the last good figures stay',
);

/** What happened, and what helps. */
const SENTENCES = /^[A-Z“][^{}]+[.] .*[.]$/;

const rows: Row[] = [];

describe('When something goes wrong', function () {
  let opened: OneWindow;
  let host: InHost<typeof inHost>;
  let given: Given;

  before(async () => {
    opened = await oneWindow();
    host = await loadInHost<typeof inHost>(opened, join(import.meta.dirname, 'inHost.ts'));
    const { url, key, platformKey, campaigns } = opened.sandbox;
    const { seed, variants, longRunning } = campaigns;
    given = { url, key, platformKey, seed, variants, longRunning };
  });

  function assertSeen(what: string, seen: Seen): void {
    const { told, kept, renewed, healed } = seen;
    if (told === null) assert.ok(renewed || kept, 'an answer that can be read is shown');
    else if (told.title === 'Notes') assert.ok(renewed, 'the rest is shown');
    else assert.ok(kept, 'the last good figures stay');
    assert.ok(healed, 'all is well as soon as nothing is wrong any more');
    if (told && told.title !== 'Notes') assert.match(told.message, SENTENCES);
    assert.notEqual(told?.title, 'Internal error');
    for (const text of seen.texts) {
      assert.deepEqual(opened.traces.in(text), [], 'the key');
      assert.doesNotMatch(text, /\bNaN\b|Invalid Date|\[object /, what);
    }
    assert.deepEqual(opened.sandbox.elsewhere.requests, []);
    rows.push({ what, seen });
  }

  for (const fault of FAULTS) {
    it(FAULT_WORDS[fault], () =>
      survived.that(async () => {
        const neverEnds = NEVER_ENDING.includes(fault);
        assertSeen(FAULT_WORDS[fault], await host.tryFault({ given, fault, neverEnds }));
      }),
    );
  }

  for (const name of SPECIAL_NAMES) {
    it(name, () => survived.that(async () => assertSeen(name, await host.trySpecial({ given, name }))));
  }

  it('is what the README of the tests says', async () => {
    assert.ok(rows.length >= 40, `${rows.length} rows`);
    await assertKeptTable(rows);
  });
});
