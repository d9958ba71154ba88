import assert from 'node:assert/strict';
import { problemOfFault, problemOfStatus } from '../../../src/sendkit/faults';

describe('problemOfFault', () => {
  it('takes a code from the error or its cause', () => {
    assert.deepEqual(problemOfFault({ code: 'ENOTFOUND' }), { kind: 'offline', code: 'ENOTFOUND' });
    const fromPlatform = new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });
    assert.deepEqual(problemOfFault(fromPlatform), { kind: 'offline', code: 'ECONNREFUSED' });
  });

  it('takes no code that is more than a name', () => {
    for (const code of [
      'https://api.sendkit.ai/?key=sk_1',
      'sk_live_1',
      '<b>',
      'A B',
      '',
      'A'.repeat(60),
      7,
      null,
      {},
    ]) {
      assert.deepEqual(problemOfFault({ code }), { kind: 'offline' });
    }
  });

  it('understands anything that can be thrown', () => {
    for (const error of [undefined, null, 'text', 7, new Error('redirect'), { type: 'system' }]) {
      assert.deepEqual(problemOfFault(error), { kind: 'offline' });
    }
  });

  it('tells bad compression from a bad network', () => {
    for (const code of ['Z_DATA_ERROR', 'Z_BUF_ERROR', 'ERR__ERROR_FORMAT_PADDING_1']) {
      assert.deepEqual(problemOfFault({ code }), { kind: 'invalidAnswer', path: 'Content-Encoding' });
    }
  });
});

describe('problemOfStatus', () => {
  it('knows every status that is not a success', () => {
    const kinds = new Set<string>();
    for (let status = 300; status < 600; status++) kinds.add(problemOfStatus(status, undefined).kind);
    assert.deepEqual([...kinds].sort(), [
      'forbidden',
      'notFound',
      'notSendKit',
      'rateLimited',
      'redirected',
      'refused',
      'timeout',
      'unauthorized',
      'unavailable',
    ]);
  });

  it('carries the moment to try again', () => {
    assert.deepEqual(problemOfStatus(429, 5), { kind: 'rateLimited', status: 429, retryAt: 5 });
  });
});
