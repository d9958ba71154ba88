import { describeProblem, SendKitError, type SendKitErrorKind, type SendKitProblem } from '../sendkit/errors';

/** Why something could not be loaded, in words for a person, and the one thing that helps. */
export interface Problem {
  readonly kind: SendKitErrorKind;
  readonly message: string;
  readonly remedy: Remedy;
}

export type Remedy = 'setApiKey' | 'openBaseUrlSetting' | 'refresh';

const REMEDIES: Partial<Record<SendKitErrorKind, Remedy>> = {
  noKey: 'setApiKey',
  unauthorized: 'setApiKey',
  forbidden: 'setApiKey',
  badBaseUrl: 'openBaseUrlSetting',
  redirected: 'openBaseUrlSetting',
};

export function problemOf(problem: SendKitProblem): Problem {
  return { kind: problem.kind, message: describeProblem(problem), remedy: REMEDIES[problem.kind] ?? 'refresh' };
}

/** An expected failure as a problem; anything else is a bug and becomes `unexpected`. */
export function problemFrom(error: unknown): Problem {
  return problemOf(SendKitError.is(error) ? error.problem : { kind: 'unexpected' });
}
