/** The part of the fetch standard that is used here; node-fetch and the platform's own both have it. */
export type Fetch = (url: string, request: FetchRequest) => Promise<FetchAnswer>;

export interface FetchRequest {
  readonly method: 'GET';
  readonly headers: Record<string, string>;
  /** Followed redirects would carry `X-Api-Key` to another host. */
  readonly redirect: 'error';
  readonly signal: AbortSignal;
}

export interface FetchAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** Decompressed. */
  readonly body: AsyncIterable<Uint8Array | string> | null;
}
