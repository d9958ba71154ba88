import assert from 'node:assert/strict';
import fc from 'fast-check';
import { redactingLog } from '../../../src/campaigns/log';
import { RecordingChannel } from './recordingChannel';

/** What a log shows after something was written to it. */
function logged(write: (log: ReturnType<typeof redactingLog>) => void): string {
  const channel = new RecordingChannel();
  write(redactingLog(channel));
  return channel.text;
}

const shapedKey = fc.stringMatching(/^sk_(user_|live_)?[A-Za-z0-9]{16,48}$/);
/** Text that a header can carry, of any shape. */
const headerText = fc.stringMatching(/^[!-~]{8,60}$/);
const surroundings = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '"',
    "'",
    '\n',
    'Bearer ',
    'x',
    '_',
    '-',
    '=',
    'https://api.example/?key=',
    '{"k":"',
    'risk',
  ),
);

describe('The log', () => {
  it('never shows what looks like a key, whatever surrounds it', () => {
    fc.assert(
      fc.property(surroundings, shapedKey, surroundings, (before, key, after) => {
        const text = logged((log) => {
          log.info(before + key + after);
          log.warn(before + key + after);
          log.bug(new Error(before + key + after));
          log.bug(before + key + after);
        });
        assert.ok(!text.includes(key));
        assert.ok(!text.includes(key.slice(8)), 'a part of the key is left');
      }),
      { numRuns: 300 },
    );
  });

  it('never shows a secret that it was told of, whatever its shape and surroundings', () => {
    fc.assert(
      fc.property(surroundings, headerText, surroundings, (before, secret, after) => {
        const text = logged((log) => {
          log.hide(secret);
          log.info(`${before} ${secret} ${after}`);
          log.warn(before + secret + after);
          log.bug(new Error(before + secret + after));
        });
        assert.ok(!text.includes(secret));
      }),
      { numRuns: 300 },
    );
  });

  it('never shows a secret that begins with another one', () => {
    const text = logged((log) => {
      log.hide('correct-horse');
      log.hide('correct-horse-battery-staple');
      log.info('with correct-horse-battery-staple');
    });
    assert.ok(!text.includes('battery'), text);
  });

  const NAMED = 'Zm9vYmFy0123456789';
  for (const line of [
    `X-Api-Key: ${NAMED}`,
    `x-api-key:${NAMED}`,
    `X-API-KEY = ${NAMED}`,
    `Authorization: Bearer ${NAMED}`,
    `authorization: bearer ${NAMED}`,
    `Authorization: ${NAMED}`,
    `"X-Api-Key":"${NAMED}"`,
    `{ 'X-Api-Key': '${NAMED}', Authorization: 'Bearer ${NAMED}' }`,
    `{"headers":{"Authorization":"Bearer ${NAMED}"}}`,
    `{"X-Api-Key":["${NAMED}"]}`,
    `[ 'X-Api-Key', '${NAMED}', 'Authorization', 'Bearer ${NAMED}' ]`,
    `"{\\"X-Api-Key\\":\\"${NAMED}\\"}"`,
    `GET /v1/workspaces\nX-Api-Key: ${NAMED}\nAuthorization: Bearer ${NAMED}\n`,
  ]) {
    it(`never shows what follows a header that carries the key: ${line.replaceAll(NAMED, '…')}`, () => {
      const text = logged((log) => {
        log.info(line);
        log.bug(new Error(line));
      });
      assert.ok(!text.includes(NAMED), text);
    });
  }

  it('never shows a key that stands in an error’s stack, cause or name', () => {
    const key = 'sk_live_0123456789abcdef0123456789abcdef';
    const error = new Error('failed', { cause: new Error(`with ${key}`) });
    error.stack = `Error: ${key}\n    at ask (${key}.ts:1:1)`;
    error.name = key;
    assert.ok(!logged((log) => log.bug(error)).includes(key));
  });

  it('shows all the rest as it was written', () => {
    const line = 'GET /v1/campaigns/665a1b2c3d4e5f6a7b8c9d0e/analytics: 200 in 120 ms, 3.1 KB (try 1 of 3)';
    assert.ok(logged((log) => log.info(line)).includes(line));
  });

  it('is not emptied by a secret that is empty', () => {
    const text = logged((log) => {
      log.hide('');
      log.info('still readable');
    });
    assert.ok(text.includes('still readable'));
  });

  it('has a bug’s message and stack, at the level of errors', () => {
    const channel = new RecordingChannel();
    redactingLog(channel).bug(new TypeError('x is not a function'));
    assert.deepEqual(
      channel.lines.map(({ level }) => level),
      ['error'],
    );
    assert.match(channel.text, /TypeError: x is not a function\n\s+at /);
  });

  it('has information and warnings at their levels', () => {
    const channel = new RecordingChannel();
    const log = redactingLog(channel);
    log.info('one');
    log.warn('two');
    assert.deepEqual(channel.lines, [
      { level: 'info', text: 'one' },
      { level: 'warn', text: 'two' },
    ]);
  });

  it('takes anything that was thrown, and never throws itself', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (thrown) => {
        assert.ok(logged((log) => log.bug(thrown)).length >= 0);
      }),
    );
    for (const thrown of [Object.create(null), Symbol('s'), undefined, null, { toString: null }]) {
      assert.equal(typeof logged((log) => log.bug(thrown)), 'string');
    }
  });

  it('opens when it is asked for', () => {
    const channel = new RecordingChannel();
    redactingLog(channel).show();
    assert.equal(channel.shown, 1);
  });
});
