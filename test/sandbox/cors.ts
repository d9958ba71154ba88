import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * What a browser is told of who may read the answers: pages of any origin, none, or any that send no headers of their own
 * (the answers allow it, but the question that comes before a request with a key is refused).
 */
export const CORS_MODES = ['on', 'off', 'withoutPreflight'] as const;
export type CorsMode = (typeof CORS_MODES)[number];

const METHODS = 'GET, POST, PUT, DELETE';
const HEADERS = 'X-Api-Key, Authorization, Content-Type, X-Workspace-Id';

/** Says so in the answer's headers; `true` where that was the whole answer. */
export function answerCors(mode: CorsMode, { method }: IncomingMessage, response: ServerResponse): boolean {
  const isPreflight = method === 'OPTIONS';
  if (mode !== 'off') {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After, Date');
  }
  if (!isPreflight || mode !== 'on') return false;
  response.writeHead(204, { 'Access-Control-Allow-Methods': METHODS, 'Access-Control-Allow-Headers': HEADERS }).end();
  return true;
}
