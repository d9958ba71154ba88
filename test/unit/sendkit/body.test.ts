import assert from 'node:assert/strict';
import { readJson } from '../../../src/sendkit/body';
import type { FetchAnswer } from '../../../src/sendkit/fetch';
import { problemOf } from './setUp';

const BYTES = new TextEncoder().encode('{"name":"Größe 😀"}');

/** An answer whose body comes in these pieces. */
function inPieces(pieces: readonly (Uint8Array | string)[], contentType = 'application/json'): FetchAnswer {
  const body = async function* (): AsyncGenerator<Uint8Array | string> {
    for (const piece of pieces) yield await Promise.resolve(piece);
  };
  return { status: 200, headers: new Headers({ 'Content-Type': contentType }), body: body() };
}

describe('readJson', () => {
  it('reads characters that are cut in two anywhere', async () => {
    for (let at = 0; at <= BYTES.length; at++) {
      const pieces = [BYTES.subarray(0, at), BYTES.subarray(at)];
      assert.deepEqual(await readJson(inPieces(pieces), 100), { name: 'Größe 😀' });
    }
  });

  it('refuses a character that is never completed', async () => {
    const problem = await problemOf(readJson(inPieces([BYTES.subarray(0, BYTES.indexOf(0xf0) + 2)]), 100));
    assert.deepEqual(problem, { kind: 'invalidAnswer', path: 'UTF-8' });
  });

  it('counts bytes over all pieces, also of text', async () => {
    const pieces = ['{"a":', '"ää"}'];
    assert.deepEqual(await readJson(inPieces(pieces), 12), { a: 'ää' });
    assert.deepEqual(await problemOf(readJson(inPieces(pieces), 11)), { kind: 'tooLarge' });
  });

  it('takes an answer without a body for one that is no JSON', async () => {
    const answer = { ...inPieces([]), body: null };
    assert.deepEqual(await problemOf(readJson(answer, 100)), { kind: 'invalidAnswer', path: 'JSON' });
  });

  it('reads nothing but JSON types', async () => {
    for (const type of [
      'application/json',
      'Application/JSON; charset=utf-8',
      'application/problem+json',
      'application/json;',
    ]) {
      assert.deepEqual(await readJson(inPieces(['{}'], type), 100), {});
    }
    for (const type of [
      '',
      'text/json',
      'application/jsonp',
      'application/json5',
      'text/html; a=application/json',
      'json',
    ]) {
      const problem = await problemOf(readJson(inPieces(['{}'], type), 100));
      assert.deepEqual(problem, { kind: 'notSendKit', path: 'Content-Type' }, type);
    }
  });
});
