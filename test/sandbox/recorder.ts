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
  record(request: IncomingMessage): void;
  /** Resolves with the next request that comes. */
  next(): Promise<RecordedRequest>;
}

export function recorder(): Recorder {
  const requests: RecordedRequest[] = [];
  let waiting: ((request: RecordedRequest) => void)[] = [];
  return {
    requests,
    record: ({ method = '', url = '', headers }) => {
      const request = { method, path: url, headers, time: Date.now() };
      requests.push(request);
      for (const resolve of waiting) resolve(request);
      waiting = [];
    },
    next: () => new Promise((resolve) => void waiting.push(resolve)),
  };
}
