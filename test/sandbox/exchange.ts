import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the API answers when nothing is wrong. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** One request on its way to being answered, by the API or by a fault. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly answer: Answer;
}

export function json(status: number, value: unknown): Answer {
  return jsonText(status, JSON.stringify(value));
}

/** For answers whose bytes matter. */
export function jsonText(status: number, text: string | Buffer): Answer {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: Buffer.from(text) };
}

/** `{"success": true, "data": …}` as the API writes it. */
export function wrapped(data: unknown): string {
  return JSON.stringify({ success: true, data });
}

/** The documented body of an error. */
export function refusal(status: number, error: string, message: string): Answer {
  return json(status, { error, message, code: status });
}

export const REFUSALS = {
  badRequest: (message: string) => refusal(400, 'Bad Request', message),
  unauthorized: () => refusal(401, 'Unauthorized', 'Invalid or missing API key'),
  forbidden: () => refusal(403, 'Forbidden', 'You do not have permission to access this resource'),
  notFound: () => refusal(404, 'Not Found', 'The requested resource was not found'),
};

export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { 'Content-Length': body.length, ...headers }).end(body);
}
