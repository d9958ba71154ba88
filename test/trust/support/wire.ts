import type { Page, WebSocket } from 'playwright-core';

/** What extension host and window said to each other: one call, or the answer to one. */
export interface WireMessage {
  /** Who says it. */
  readonly from: 'window' | 'host';
  /** The method that is called or answered; nothing for what is no call. */
  readonly call: string;
  readonly isAnswer: boolean;
  /** Its bytes, one character each. */
  readonly body: string;
}

/** VS Code's own frame around each message: kind, number, acknowledged number, length of the body. */
const HEADER = 13;

/**
 * Reads all that goes between the window and its extension host, where every notification, row, tooltip, message to a page, copied
 * text, kept state and result of a tool comes by. What is told is kept only if it is of interest.
 */
export function tapWire(
  page: Page,
  isOfInterest: (body: string) => boolean,
): { readonly messages: WireMessage[]; readonly count: () => number } {
  const messages: WireMessage[] = [];
  let count = 0;
  page.on('websocket', (socket: WebSocket) => {
    /** Called methods by number, of each side. */
    const calls = { window: new Map<number, string>(), host: new Map<number, string>() };
    const listen = (from: WireMessage['from']) => {
      const other = from === 'window' ? 'host' : 'window';
      const take = messagesOf();
      return ({ payload }: { payload: string | Buffer }): void => {
        for (const bytes of take(typeof payload === 'string' ? Buffer.from(payload) : payload)) {
          count += 1;
          const body = bytes.toString('latin1');
          const called = methodIn(bytes);
          if (called !== undefined) calls[from].set(bytes.readUInt32BE(1), called);
          if (!isOfInterest(body)) continue;
          const answered = bytes.length >= 5 ? calls[other].get(bytes.readUInt32BE(1)) : undefined;
          messages.push({ from, call: called ?? answered ?? '', isAnswer: called === undefined, body });
        }
      };
    };
    socket.on('framesent', listen('window'));
    socket.on('framereceived', listen('host'));
  });
  return { messages, count: () => count };
}

/** Puts the messages together again that came in pieces, and takes apart those that came in one. */
function messagesOf(): (chunk: Buffer) => Buffer[] {
  let left = Buffer.alloc(0);
  return (chunk) => {
    left = Buffer.concat([left, chunk]);
    const found: Buffer[] = [];
    while (left.length >= HEADER) {
      const length = left.readUInt32BE(9);
      if (left.length < HEADER + length) break;
      found.push(left.subarray(HEADER, HEADER + length));
      left = left.subarray(HEADER + length);
    }
    return found;
  };
}

/** The kinds of a call: with arguments as JSON or mixed with bytes, each with and without a way to cancel it. */
const CALLS = [1, 2, 3, 4];

/** A call begins with its kind and number, whom it is to, and the length of the method's name. */
function methodIn(bytes: Buffer): string | undefined {
  const name = bytes.subarray(7, 7 + (bytes[6] ?? 0)).toString('latin1');
  return CALLS.includes(bytes[0] ?? 0) && /^\$\w+$/.test(name) ? name : undefined;
}
