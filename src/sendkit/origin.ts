import * as l10n from '@vscode/l10n';

/** An address that may be given a key. */
export interface ApiBaseUrl {
  /** What a key is bound to: scheme, host and port. */
  readonly origin: string;
  /** Without a trailing slash. */
  readonly href: string;
}

export type ParsedBaseUrl =
  { readonly ok: true; readonly baseUrl: ApiBaseUrl } | { readonly ok: false; readonly reason: string };

const MAX_LENGTH = 2_000;
/** The URL parser strips or converts these in silence, so what is shown would differ from what is asked. */
const NOT_IN_AN_ADDRESS = /[\s\p{C}\\]/u;
const AUTHORITY = /^https?:\/\/([^/?#]+)/i;
/** The parser drops it from an IPv4 address. */
const DOT_AT_THE_END = /\.(:\d*)?$/;
/** The parser writes every IPv4 address like this, however it was spelt. */
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Reads the setting of the API's address: https, or http for this computer alone; nothing but scheme, host, port and path. */
export function parseBaseUrl(text: unknown): ParsedBaseUrl {
  if (typeof text !== 'string' || text === '')
    return refused(l10n.t('Enter an address such as https://api.sendkit.ai.'));
  if (text.length > MAX_LENGTH) return refused(l10n.t('The address is too long.'));
  if (NOT_IN_AN_ADDRESS.test(text)) {
    return refused(l10n.t('The address must not contain white space, control characters or backslashes.'));
  }
  const authority = AUTHORITY.exec(text)?.[1];
  if (authority === undefined || !URL.canParse(text)) {
    return refused(l10n.t('This is not an address. Enter one such as https://api.sendkit.ai.'));
  }
  const { origin, protocol, hostname, pathname } = new URL(text);
  if (authority.includes('@')) return refused(l10n.t('The address must not contain a user name or password.'));
  if (/[?#]/.test(text)) return refused(l10n.t('The address must not contain “?” or “#”.'));
  if (hostname.endsWith('.') || DOT_AT_THE_END.test(authority))
    return refused(l10n.t('The host must not end with a dot.'));
  if (protocol === 'http:' && !LOOPBACK_HOST.test(hostname)) {
    return refused(l10n.t('The address must start with https://; http:// is for this computer alone (localhost).'));
  }
  return { ok: true, baseUrl: { origin, href: origin + pathname.replace(/\/+$/, '') } };
}

function refused(reason: string): ParsedBaseUrl {
  return { ok: false, reason };
}
