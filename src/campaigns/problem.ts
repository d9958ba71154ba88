import * as l10n from '@vscode/l10n';
import { describeProblem, SendKitError, type SendKitErrorKind, type SendKitProblem } from '../sendkit/errors';

/** Why something could not be loaded, in words for a person, and the one thing that helps. */
export interface Problem {
  readonly kind: SendKitErrorKind;
  /** Two or three words, for where there is no room for more. */
  readonly title: string;
  readonly message: string;
  readonly remedy: Remedy;
}

export type Remedy = 'setApiKey' | 'selectWorkspace' | 'openBaseUrlSetting' | 'refresh';

const REMEDIES: Partial<Record<SendKitErrorKind, Remedy>> = {
  noKey: 'setApiKey',
  noWorkspace: 'selectWorkspace',
  unauthorized: 'setApiKey',
  forbidden: 'setApiKey',
  badBaseUrl: 'openBaseUrlSetting',
  redirected: 'openBaseUrlSetting',
  tooLarge: 'openBaseUrlSetting',
};

export function problemOf(problem: SendKitProblem): Problem {
  return {
    kind: problem.kind,
    title: titleOf(problem.kind),
    message: describeProblem(problem),
    remedy: remedyOf(problem),
  };
}

/** An expected failure as a problem; anything else is a bug and becomes `unexpected`. */
export function problemFrom(error: unknown): Problem {
  return problemOf(SendKitError.is(error) ? error.problem : { kind: 'unexpected' });
}

function remedyOf({ kind, inWorkspace }: SendKitProblem): Remedy {
  // A platform key opens several workspaces: rather the wrong one was chosen than the wrong key given.
  if (kind === 'forbidden' && inWorkspace) return 'selectWorkspace';
  return REMEDIES[kind] ?? 'refresh';
}

function titleOf(kind: SendKitErrorKind): string {
  switch (kind) {
    case 'badBaseUrl':
      return l10n.t('Bad address');
    case 'noKey':
      return l10n.t('No API key');
    case 'noWorkspace':
      return l10n.t('No workspace');
    case 'unauthorized':
      return l10n.t('Key refused');
    case 'forbidden':
      return l10n.t('No access');
    case 'notFound':
      return l10n.t('Not found');
    case 'rateLimited':
      return l10n.t('Too many requests');
    case 'refused':
      return l10n.t('Request refused');
    case 'unavailable':
      return l10n.t('SendKit unavailable');
    case 'timeout':
      return l10n.t('No answer in time');
    case 'offline':
    case 'cors':
      return l10n.t('No connection');
    case 'redirected':
      return l10n.t('Redirect refused');
    case 'tooLarge':
      return l10n.t('Answer too large');
    case 'invalidAnswer':
      return l10n.t('Not understood');
    case 'notSendKit':
      return l10n.t('Not from SendKit');
    case 'cancelled':
      return l10n.t('Cancelled');
    case 'unexpected':
      return l10n.t('Internal error');
  }
}
