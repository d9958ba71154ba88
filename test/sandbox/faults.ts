import type { Socket } from 'node:net';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { json, refusal, send, wrapped, type Answer, type Exchange } from './exchange';

export interface FaultDetails {
  /** Where redirects point: another origin. */
  readonly elsewhere: string;
  /** For the faults that say `Retry-After`. */
  readonly retryAfterSeconds: number;
}

type Action = (exchange: Exchange, details: FaultDetails) => void;

const MEBIBYTE = 1024 * 1024;
const NESTED = 100_000;
const MANY_BYTES = 9 * MEBIBYTE;

const instead = (answer: Answer): Action => {
  return ({ response }) => send(response, answer);
};

/** The same answer with something else about it. */
const altered = (change: (answer: Answer) => Partial<Answer>): Action => {
  return ({ response, answer }) => send(response, { ...answer, ...change(answer) });
};

const status = (code: number, error: string, retryAfter?: (seconds: number) => string): Action => {
  return ({ response }, { retryAfterSeconds }) => {
    const answer = refusal(code, error, `The sandbox was told to answer ${code}`);
    const headers = retryAfter && { 'Retry-After': retryAfter(retryAfterSeconds) };
    send(response, { ...answer, headers: { ...answer.headers, ...headers } });
  };
};

const inSeconds = (seconds: number): string => String(seconds);
const asDate = (seconds: number): string => new Date(Date.now() + seconds * 1000).toUTCString();

const redirect = (code: number): Action => {
  return ({ request, response }, { elsewhere }) =>
    void response.writeHead(code, { Location: elsewhere + (request.url ?? '/') }).end();
};

const html = Buffer.from('<!doctype html><title>Sign in</title><p>Please sign in to the hotel network.</p>');
const jsonType = { 'Content-Type': 'application/json' };

function firstHalf({ body }: Answer): Buffer {
  return body.subarray(0, body.length >> 1);
}

/** Promises the whole body and sends half of it. */
function startBody({ response, answer }: Exchange, after: () => void): void {
  response.writeHead(answer.status, { ...answer.headers, 'Content-Length': answer.body.length });
  response.write(firstHalf(answer), after);
}

/** When what came before has been read: a reset that comes with it is taken for an end by Node. */
function resetSoon(socket: Socket): void {
  setTimeout(() => socket.resetAndDestroy(), 20);
}

/** Sends a JSON text of any length without holding it in memory, for as long as somebody reads. */
function pour({ response }: Exchange, bytes: number): void {
  const block = Buffer.alloc(64 * 1024, 'a');
  let left = bytes;
  response.writeHead(200, jsonType).write('{"success":true,"data":"');
  const more = (): void => {
    while (left > 0) {
      left -= block.length;
      if (!response.write(block)) {
        response.once('drain', more);
        return;
      }
    }
    response.end('"}');
  };
  more();
}

/** CRC-32 of 1 GiB of spaces, which takes longer to count than an answer may take. */
const CHECKSUM = 0x9ac47fa6;
let bomb: Buffer | undefined;

/** 1 GiB of spaces in 1 MB, made once: a compressed block that stands alone, over and over. */
function gzipBomb(): Buffer {
  if (bomb) return bomb;
  const block = deflateRawSync(Buffer.alloc(MEBIBYTE, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  const end = Buffer.from([3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  end.writeUInt32LE(CHECKSUM, 2);
  end.writeUInt32LE(1024 * MEBIBYTE, 6);
  bomb = Buffer.concat([head, ...Array<Buffer>(1024).fill(block), end]);
  return bomb;
}

/** Says, in every place where an answer can say anything, what key it was sent. */
const quoting = (code: number): Action => {
  return ({ request, response }) => {
    const key = String(request.headers['x-api-key']);
    const headers = { 'Content-Type': key, 'Retry-After': key, Location: `http://${key}/${key}`, 'X-Api-Key': key };
    response.writeHead(code, key, headers).end(JSON.stringify({ error: key, message: `Bad key ${key}`, [key]: key }));
  };
};

/** The same JSON with a letter in it that is one byte in Latin-1 and two in UTF-8. */
function withAccent(body: Buffer): string {
  return String(body).replace('{', '{"é": "é",');
}

const withinData = (data: unknown): Action => instead(json(200, { success: true, data }));

const wrongTypes = {
  campaign: ['not', 'an', 'object'],
  stats: {
    sent: '150',
    delivered: '1.45e2',
    opened: true,
    clicked: {},
    replied: -1,
    bounced: 1.5,
    unsubscribed: 'two',
  },
  stepAnalytics: [
    null,
    'row',
    { _id: 7, sent: [100] },
    { _id: { sequenceStep: '2', variant: { label: 'B' } }, sent: '50', opened: null, clicked: false, bounced: 1e300 },
  ],
  statusBreakdown: { active: '350', completed: null, bounced: [5], replied: 12 },
  totalReplied: { count: 12 },
};

/** Everything that can be made to go wrong, by name. */
const actions = {
  'http-204': altered(() => ({ status: 204, headers: {}, body: Buffer.alloc(0) })),
  'http-400': status(400, 'Bad Request'),
  'http-401': status(401, 'Unauthorized'),
  'http-402': status(402, 'Payment Required'),
  'http-403': status(403, 'Forbidden'),
  'http-404': status(404, 'Not Found'),
  'http-405': status(405, 'Method Not Allowed'),
  'http-407': status(407, 'Proxy Authentication Required'),
  'http-408': status(408, 'Request Timeout'),
  'http-409': status(409, 'Conflict'),
  'http-410': status(410, 'Gone'),
  'http-422': status(422, 'Unprocessable Content'),
  'http-429': status(429, 'Too Many Requests'),
  'http-429-seconds': status(429, 'Too Many Requests', inSeconds),
  'http-429-date': status(429, 'Too Many Requests', asDate),
  'http-429-nonsense': status(429, 'Too Many Requests', () => 'soon'),
  'http-500': status(500, 'Internal Server Error'),
  'http-502': status(502, 'Bad Gateway'),
  'http-503': status(503, 'Service Unavailable'),
  'http-503-seconds': status(503, 'Service Unavailable', inSeconds),
  'http-503-date': status(503, 'Service Unavailable', asDate),
  'http-504': status(504, 'Gateway Timeout'),
  'http-511': status(511, 'Network Authentication Required'),
  'html-503': instead({ status: 503, headers: { 'Content-Type': 'text/html' }, body: html }),

  html: instead({ status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: html }),
  'html-as-json': instead({ status: 200, headers: jsonType, body: html }),
  'wrong-content-type': altered(() => ({ headers: { 'Content-Type': 'text/plain' } })),
  'no-content-type': altered(() => ({ headers: {} })),
  'vendor-json-type': altered(() => ({ headers: { 'Content-Type': 'application/vnd.api+json; charset=utf-8' } })),

  'hang-before-headers': () => undefined,
  /** A byte of a header now and then. */
  'slow-headers': ({ request: { socket } }) => {
    socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
    const timer = setInterval(() => socket.write('.'), 10);
    socket.once('close', () => clearInterval(timer));
  },
  'endless-headers': ({ request: { socket } }) => {
    socket.write(`HTTP/1.1 200 OK\r\n${`X-More: ${'.'.repeat(1000)}\r\n`.repeat(100)}`);
  },
  'hang-in-body': (exchange) => startBody(exchange, () => undefined),
  'hang-in-gzip': ({ response, answer }) => {
    const packed = gzipSync(answer.body);
    response.writeHead(200, { ...answer.headers, 'Content-Encoding': 'gzip', 'Content-Length': packed.length });
    response.write(packed.subarray(0, packed.length >> 1));
  },
  /** A byte now and then, so that no idle timer ever fires. */
  'slow-body': ({ response, answer }) => {
    response.writeHead(answer.status, { ...answer.headers, 'Content-Length': answer.body.length });
    let at = 0;
    const timer = setInterval(() => {
      response.write(answer.body.subarray(at, ++at));
      if (at === answer.body.length) response.end();
    }, 10);
    response.once('close', () => clearInterval(timer));
  },

  'reset-before-headers': ({ request }) => void request.socket.resetAndDestroy(),
  'reset-in-headers': ({ request: { socket } }) =>
    void socket.write('HTTP/1.1 200 OK\r\nContent-Ty', () => resetSoon(socket)),
  'reset-before-body': ({ request: { socket }, response, answer }) => {
    response.writeHead(answer.status, { ...answer.headers, 'Content-Length': answer.body.length }).flushHeaders();
    socket.write('', () => resetSoon(socket));
  },
  'reset-in-body': (exchange) => startBody(exchange, () => resetSoon(exchange.request.socket)),
  'close-before-headers': ({ request }) => void request.socket.destroy(),
  'close-in-chunks': ({ request, response, answer }) => {
    response.writeHead(answer.status, answer.headers);
    response.write(firstHalf(answer), () => request.socket.destroy());
  },
  'not-http': ({ request }) => void request.socket.end('220 mail.example ESMTP\r\n'),

  'content-length-too-long': ({ request, response, answer: { headers, body } }) => {
    response.writeHead(200, { ...headers, 'Content-Length': body.length + 100 });
    response.write(body, () => request.socket.end());
  },
  'content-length-too-short': ({ request, response, answer: { headers, body } }) => {
    response.writeHead(200, { ...headers, 'Content-Length': body.length - 20, Connection: 'close' });
    response.write(body, () => request.socket.end());
  },

  'truncated-json': altered((answer) => ({ body: firstHalf(answer) })),
  'invalid-json': altered(() => ({ body: Buffer.from("{'success': true, data: undefined}") })),
  'invalid-utf8': altered(({ body }) => ({
    body: Buffer.concat([body.subarray(0, -1), Buffer.from([0x20, 0xc3, 0x28]), body.subarray(-1)]),
  })),
  'latin-1': altered(({ body }) => ({
    headers: { 'Content-Type': 'application/json; charset=iso-8859-1' },
    body: Buffer.from(withAccent(body), 'latin1'),
  })),
  'utf-16': altered(({ body }) => ({
    headers: { 'Content-Type': 'application/json; charset=utf-16le' },
    body: Buffer.from(String(body), 'utf16le'),
  })),
  'byte-order-mark': altered(({ body }) => ({ body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]) })),
  'empty-body': altered(() => ({ body: Buffer.alloc(0) })),
  'deep-nesting': altered(() => ({ body: Buffer.from('['.repeat(NESTED) + ']'.repeat(NESTED)) })),

  gzip: altered(({ headers, body }) => ({ headers: { ...headers, 'Content-Encoding': 'gzip' }, body: gzipSync(body) })),
  'broken-gzip': altered(({ headers, body }) => ({ headers: { ...headers, 'Content-Encoding': 'gzip' }, body })),
  'unknown-encoding': altered(({ headers }) => ({ headers: { ...headers, 'Content-Encoding': 'x-rot13' } })),
  'gzip-bomb': ({ response }) =>
    send(response, { status: 200, headers: { ...jsonType, 'Content-Encoding': 'gzip' }, body: gzipBomb() }),
  'huge-body': (exchange) => pour(exchange, 64 * MEBIBYTE),
  'huge-content-length': ({ response }) => {
    response.writeHead(200, { ...jsonType, 'Content-Length': MANY_BYTES }).write('{"success":true,');
  },

  'redirect-301': redirect(301),
  'redirect-302': redirect(302),
  'redirect-303': redirect(303),
  'redirect-307': redirect(307),
  'redirect-308': redirect(308),
  'redirect-nowhere': ({ response }) => void response.writeHead(302, { Location: 'http://[' }).end(),
  'http-300': ({ response }) => void response.writeHead(300).end(),

  'quotes-the-key-401': quoting(401),
  'quotes-the-key-500': quoting(500),
  'quotes-the-key-302': quoting(302),
  'quotes-the-key-as-type': quoting(200),

  'success-false': instead(json(200, { success: false, data: null })),
  'no-data': instead(json(200, { success: true })),
  'no-stats': withinData({ campaign: { id: 'x', name: 'x' } }),
  'null-data': withinData(null),
  'array-instead': instead(json(200, [])),
  'text-instead': instead(json(200, 'ok')),
  'wrong-types': instead({ status: 200, headers: jsonType, body: Buffer.from(wrapped(wrongTypes)) }),
} satisfies Record<string, Action>;

export type Fault = keyof typeof actions;

export const FAULTS = Object.keys(actions) as Fault[];

/** What has to be given up. */
export const NEVER_ENDING: readonly Fault[] = [
  'hang-before-headers',
  'slow-headers',
  'hang-in-body',
  'hang-in-gzip',
  'slow-body',
];

export function isFault(name: string): name is Fault {
  return Object.hasOwn(actions, name);
}

export function misbehave(fault: Fault, exchange: Exchange, details: FaultDetails): void {
  const action: Action = actions[fault];
  action(exchange, details);
}
