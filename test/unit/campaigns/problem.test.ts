import assert from 'node:assert/strict';
import { problemFrom, problemOf } from '../../../src/campaigns/problem';
import { SendKitError, type SendKitErrorKind } from '../../../src/sendkit/errors';

const KINDS: Record<SendKitErrorKind, true> = {
  badBaseUrl: true,
  noKey: true,
  noWorkspace: true,
  unauthorized: true,
  forbidden: true,
  notFound: true,
  rateLimited: true,
  refused: true,
  unavailable: true,
  timeout: true,
  offline: true,
  cors: true,
  redirected: true,
  tooLarge: true,
  invalidAnswer: true,
  notSendKit: true,
  cancelled: true,
  unexpected: true,
};

describe('A problem', () => {
  for (const kind of Object.keys(KINDS) as SendKitErrorKind[]) {
    it(`of the kind “${kind}” says what happened, whether or not more is known of it`, () => {
      for (const problem of [
        problemOf({ kind }),
        problemOf({ kind, status: 500, path: 'data.stats', code: 'ECONNRESET', retryAt: 1_750_000_000_000 }),
      ]) {
        assert.equal(problem.kind, kind);
        assert.match(problem.message, /^\S.*[.!]$/s);
        assert.doesNotMatch(problem.message, /undefined|null|NaN|\{\d*\}|\[object/);
      }
    });
  }

  for (const [kind, remedy] of [
    ['noKey', 'setApiKey'],
    ['noWorkspace', 'selectWorkspace'],
    ['unauthorized', 'setApiKey'],
    ['forbidden', 'setApiKey'],
    ['badBaseUrl', 'openBaseUrlSetting'],
    ['tooLarge', 'openBaseUrlSetting'],
    ['notSendKit', 'refresh'],
    ['offline', 'refresh'],
    ['timeout', 'refresh'],
    ['unavailable', 'refresh'],
    ['rateLimited', 'refresh'],
    ['unexpected', 'refresh'],
  ] as const) {
    it(`of the kind “${kind}” is helped by ${remedy}`, () => assert.equal(problemOf({ kind }).remedy, remedy));
  }

  it('of the kind “forbidden” is helped by another workspace where the request named one', () => {
    assert.equal(problemOf({ kind: 'forbidden', status: 403, inWorkspace: true }).remedy, 'selectWorkspace');
    assert.equal(problemOf({ kind: 'unauthorized', inWorkspace: true }).remedy, 'setApiKey');
  });

  it('names the place that could not be understood', () => {
    assert.ok(problemOf({ kind: 'invalidAnswer', path: 'data.stats' }).message.includes('data.stats'));
  });

  it('comes of an expected failure as it is', () => {
    const error = new SendKitError({ kind: 'notFound', status: 404 });
    assert.deepEqual(problemFrom(error), problemOf({ kind: 'notFound', status: 404 }));
    assert.equal(problemFrom(error).message, error.message);
  });

  it('comes of a bug without the bug’s own words, which are for the log', () => {
    for (const bug of [new TypeError('x.y is not a function'), 'x.y', null, undefined, { kind: 'notFound' }]) {
      const problem = problemFrom(bug);
      assert.equal(problem.kind, 'unexpected');
      assert.ok(!problem.message.includes('x.y'));
    }
  });
});
