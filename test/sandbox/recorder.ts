import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

export interface RecordedRequest {
  readonly method: string;
  /** With its query, as it was sent. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Epoch milliseconds. */
  readonly time: number;
}

export interface Recorder {
  readonly requests: RecordedRequest[];
  /** How many came, those that were forgotten among them. */
  readonly count: number;
  record(request: IncomingMessage): void;
  /** Resolves with the next request that comes; at once with the last, if there were more than so many. */
  next(after?: number): Promise<RecordedRequest>;
}

export function recorder(): Recorder {
  const requests: RecordedRequest[] = [];
  let waiting: ((request: RecordedRequest) => void)[] = [];
  let count = 0;
  let last: RecordedRequest | undefined;
  return {
    requests,
    get count() {
      return count;
    },
    record: ({ method = '', url = '', headers }) => {
      const request = { method, path: url, headers, time: Date.now() };
      requests.push(request);
      last = request;
      count += 1;
      for (const resolve of waiting) resolve(request);
      waiting = [];
    },
    next: (after = count) =>
      last && count > after ? Promise.resolve(last) : new Promise((resolve) => void waiting.push(resolve)),
  };
}
