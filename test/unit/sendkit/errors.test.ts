import assert from 'node:assert/strict';
import { describeProblem, SendKitError, type SendKitErrorKind } from '../../../src/sendkit/errors';

const KINDS: Record<SendKitErrorKind, RegExp> = {
  badBaseUrl: /Correct it/,
  noKey: /Set one/,
  noWorkspace: /Select one/,
  unauthorized: /Set a new one/,
  forbidden: /Use a key of/,
  notFound: /Check the id/,
  rateLimited: /Try again in a minute/,
  refused: /HTTP 400.*Check the campaign id and “sendkit.apiBaseUrl”/,
  unavailable: /HTTP 400.*Try again later/,
  timeout: /Try again/,
  offline: /ECONNREFUSED.*Check the connection and “sendkit.apiBaseUrl”/,
  cors: /CORS.*on the desktop, or in a remote window/,
  redirected: /Check “sendkit.apiBaseUrl”/,
  tooLarge: /8 MiB/,
  invalidAnswer: /“data.stats”.*try again/,
  notSendKit: /whether the network or a proxy wants a sign-in/,
  cancelled: /Load it again/,
  unexpected: /log/,
};

describe('describeProblem', () => {
  for (const [kind, words] of Object.entries(KINDS)) {
    it(`says what happened and what to do: ${kind}`, () => {
      const problem = { kind: kind as SendKitErrorKind, status: 400, path: 'data.stats', code: 'ECONNREFUSED' };
      const message = describeProblem(problem);
      assert.match(message, words);
      assert.match(message, /^[A-Z][^{}]+[.] [A-Z][^{}]+[.]$/);
      assert.equal(new SendKitError(problem).message, message);
    });
  }

  it('sends whose plan has ended to the plan, and not to the campaign’s id', () => {
    const message = describeProblem({ kind: 'refused', status: 402 });
    assert.match(message, /HTTP 402.*Check your plan/);
    assert.doesNotMatch(message, /campaign/);
  });

  it('says until when SendKit wants to be left alone', () => {
    const retryAt = new Date(2025, 5, 15, 14, 30).getTime();
    for (const kind of ['rateLimited', 'unavailable'] as const) {
      assert.match(describeProblem({ kind, status: 503, retryAt }), /Try again after .*30/);
    }
  });

  it('sends who has a key of several workspaces to another workspace, not to another key', () => {
    const message = describeProblem({ kind: 'forbidden', status: 403, inWorkspace: true });
    assert.match(message, /Select the workspace/);
    assert.doesNotMatch(message, /Use a key/);
  });

  it('has words for a problem of which only the kind is known', () => {
    for (const kind of Object.keys(KINDS)) {
      assert.doesNotMatch(describeProblem({ kind: kind as SendKitErrorKind }), /undefined|null|\{/);
    }
  });
});

describe('SendKitError.is', () => {
  it('tells kinds apart', () => {
    const error: unknown = new SendKitError({ kind: 'timeout' });
    assert.ok(SendKitError.is(error));
    assert.ok(SendKitError.is(error, 'timeout'));
    assert.ok(!SendKitError.is(error, 'offline'));
    assert.ok(!SendKitError.is(new Error('timeout')));
    assert.ok(!SendKitError.is(undefined));
  });
});
