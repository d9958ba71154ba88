import type { IncomingHttpHeaders } from 'node:http';
import type { Campaign } from '../data/campaigns';
import type { Answer } from '../exchange';

/** What the API knows. */
export interface State {
  readonly campaigns: Map<string, Campaign>;
}

export interface Call {
  readonly headers: IncomingHttpHeaders;
  /** The parts of the path that the route's `:names` stand for, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly state: State;
}

export interface Route {
  /** Such as `/v1/campaigns/:id/analytics`. */
  readonly path: string;
  readonly get: (call: Call) => Answer;
}

/** The parameters of a path that fits the pattern; `undefined` if it does not. */
export function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const names = pattern.split('/');
  const parts = decodedParts(path);
  if (names.length !== parts?.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? '';
    if (name.startsWith(':')) params[name.slice(1)] = part;
    else if (name !== part) return undefined;
  }
  return params;
}

function decodedParts(path: string): string[] | undefined {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
