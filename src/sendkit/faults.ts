import type { SendKitErrorKind, SendKitProblem } from './errors';

const KIND_OF_STATUS: Partial<Record<number, SendKitErrorKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  407: 'notSendKit',
  408: 'timeout',
  410: 'notFound',
  429: 'rateLimited',
  511: 'notSendKit',
};

/** What an HTTP status other than 2xx means for a person; a browser gives 0 to a redirect that it did not follow. */
export function problemOfStatus(status: number, retryAt: number | undefined): SendKitProblem {
  return { kind: KIND_OF_STATUS[status] ?? kindOfClass(status), status, ...(retryAt !== undefined && { retryAt }) };
}

function kindOfClass(status: number): SendKitErrorKind {
  if (status >= 500) return 'unavailable';
  return status >= 400 ? 'refused' : 'redirected';
}

/** node-fetch's names for a redirect that it did not follow. */
const REDIRECT_TYPES: readonly unknown[] = ['no-redirect', 'invalid-redirect'];
const PLAIN_CODE = /^[A-Z][A-Z0-9_]{1,40}$/;
const DECOMPRESSION_CODE = /^(Z_|ERR__ERROR_FORMAT_)/;

/** What it means that a fetch, or the reading of its body, threw. Decided by type and code, never by message text. */
export function problemOfFault(error: unknown): SendKitProblem {
  if (REDIRECT_TYPES.includes(property(error, 'type'))) return { kind: 'redirected' };
  const code = codeOf(error);
  if (code === undefined) return { kind: 'offline' };
  return DECOMPRESSION_CODE.test(code)
    ? { kind: 'invalidAnswer', path: 'Content-Encoding' }
    : { kind: 'offline', code };
}

/** The system's code of a fault. Node's own fetch has it on the error's cause; a browser has none. */
export function codeOf(error: unknown): string | undefined {
  for (const source of [error, property(error, 'cause')]) {
    const code = property(source, 'code');
    if (typeof code === 'string' && PLAIN_CODE.test(code)) return code;
  }
  return undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
