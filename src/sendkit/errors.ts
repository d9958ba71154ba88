import * as l10n from '@vscode/l10n';

const MINUTE = 60_000;

/** What went wrong, one kind for each thing a person can do about it. */
export type SendKitErrorKind =
  | 'badBaseUrl'
  | 'noKey'
  | 'noWorkspace'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'rateLimited'
  | 'refused'
  | 'unavailable'
  | 'timeout'
  | 'offline'
  /** Only in a browser, which tells no one from the other: SendKit lets no page read its answers, or cannot be reached. */
  | 'cors'
  | 'redirected'
  | 'tooLarge'
  | 'invalidAnswer'
  /** Something between, such as the network's sign-in page or a proxy, or another server than SendKit's. */
  | 'notSendKit'
  | 'cancelled'
  /** A bug: the log has its stack. */
  | 'unexpected';

export interface SendKitProblem {
  readonly kind: SendKitErrorKind;
  /** HTTP status, where an answer came. */
  readonly status?: number;
  /** A sentence on what is wrong with the address, for `badBaseUrl`. */
  readonly reason?: string;
  /** Where in the answer, for `invalidAnswer`; what gave it away, for `notSendKit`. */
  readonly path?: string;
  /** A network fault's code such as ECONNREFUSED, for `offline`. */
  readonly code?: string;
  /** Epoch milliseconds before which asking again is useless, for `rateLimited` and `unavailable`. */
  readonly retryAt?: number;
  /** The request named a workspace, which may be the wrong one, for `forbidden`. */
  readonly inWorkspace?: true;
}

/** An expected failure. Its message is fit to be shown, and never holds anything that the server wrote. */
export class SendKitError extends Error {
  override readonly name = 'SendKitError';
  readonly problem: SendKitProblem;

  constructor(problem: SendKitProblem) {
    super(describeProblem(problem));
    this.problem = problem;
  }

  static is(error: unknown, kind?: SendKitErrorKind): error is SendKitError {
    return error instanceof SendKitError && (kind === undefined || error.problem.kind === kind);
  }
}

/** One sentence for what happened and one for the next step. */
export function describeProblem({ kind, status, reason, path, code, retryAt, inWorkspace }: SendKitProblem): string {
  switch (kind) {
    case 'badBaseUrl':
      return reason === undefined
        ? l10n.t('The setting “sendkit.apiBaseUrl” is not an address that may be given a key. Correct it.')
        : l10n.t('The setting “sendkit.apiBaseUrl” cannot be used. {0}', reason);
    case 'noKey':
      return l10n.t('There is no API key for this address yet. Set one.');
    case 'noWorkspace':
      return l10n.t('This key opens several workspaces. Select one.');
    case 'unauthorized':
      return l10n.t('The key was refused. Set a new one.');
    case 'forbidden':
      return inWorkspace
        ? l10n.t('This key has no access to that in this workspace. Select the workspace that it belongs to.')
        : l10n.t('This key has no access to that. Use a key of the workspace that it belongs to.');
    case 'notFound':
      return l10n.t('SendKit knows no campaign with this id. Check the id, and that the key is of the same workspace.');
    case 'rateLimited':
      return retryAt === undefined
        ? l10n.t('SendKit asks for a pause: too many requests. Try again in a minute.')
        : l10n.t('SendKit asks for a pause: too many requests. Try again after {0}.', moment(retryAt));
    case 'refused':
      return status === 402
        ? l10n.t('SendKit asks for a payment (HTTP 402). Check your plan.')
        : l10n.t(
            'SendKit did not accept the request (HTTP {0}). Check the campaign id and “sendkit.apiBaseUrl”.',
            status ?? '?',
          );
    case 'unavailable':
      return retryAt === undefined
        ? l10n.t('SendKit cannot answer right now (HTTP {0}). Try again later.', status ?? '?')
        : l10n.t('SendKit cannot answer right now (HTTP {0}). Try again after {1}.', status ?? '?', moment(retryAt));
    case 'timeout':
      return l10n.t('SendKit did not answer in time. Try again.');
    case 'offline':
      return l10n.t(
        'SendKit cannot be reached ({0}). Check the connection and “sendkit.apiBaseUrl”.',
        code ?? l10n.t('network fault'),
      );
    case 'cors':
      return l10n.t(
        'SendKit lets no browser read its answers (CORS), or cannot be reached. Use VS Code on the desktop, or in a remote window such as a codespace; or check the connection and “sendkit.apiBaseUrl”.',
      );
    case 'redirected':
      return l10n.t(
        'The address answered with a redirect, which is not followed so that the key stays where it belongs. Check “sendkit.apiBaseUrl”.',
      );
    case 'tooLarge':
      return l10n.t('The answer was larger than 8 MiB and was not read. Check “sendkit.apiBaseUrl”.');
    case 'invalidAnswer':
      return l10n.t(
        'The answer could not be understood (at “{0}”). Check “sendkit.apiBaseUrl”, or try again.',
        path ?? '?',
      );
    case 'notSendKit':
      return l10n.t(
        'The answer does not seem to be SendKit’s. Check “sendkit.apiBaseUrl”, and whether the network or a proxy wants a sign-in.',
      );
    case 'cancelled':
      return l10n.t('Cancelled. Load it again when you like.');
    case 'unexpected':
      return l10n.t('Something went wrong inside the extension. The log says what.');
  }
}

/** The next whole minute, with its date when that is not today. */
function moment(epochMilliseconds: number): string {
  const time = new Date(Math.ceil(epochMilliseconds / MINUTE) * MINUTE);
  const isToday = time.toDateString() === new Date().toDateString();
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  return time.toLocaleString(undefined, isToday ? clock : { month: 'short', day: 'numeric', ...clock });
}
