import type { Pagination } from './schemas';

/** A list longer than this is not read on: no workspace is, so the server is at fault. */
const MAX_PAGES = 1_000;

/** Where a list goes on. Only made and read in here; to everybody else it is a token to be given back. */
export interface NextPage {
  /** The query parameter of the API's version, and its value. */
  readonly query: Readonly<Record<string, string>>;
  /** The places that led here. */
  readonly seen: ReadonlySet<string>;
}

/** Where the list goes on after a page; `null` at its end, and where it would go round in a circle. */
export function nextPage({ nextCursor, hasMore, page, pages }: Pagination, current: NextPage | null): NextPage | null {
  if (hasMore === false) return null;
  const query =
    nextCursor !== null
      ? { cursor: nextCursor }
      : page !== null && pages !== null && page < pages
        ? { page: String(page + 1) }
        : undefined;
  if (!query) return null;
  const seen = new Set([...(current?.seen ?? []), placeOf(current?.query ?? FIRST)]);
  return seen.has(placeOf(query)) || seen.size >= MAX_PAGES ? null : { query, seen };
}

/** What the first page is in the older form, should a server send it there again. */
const FIRST = { page: '1' };

function placeOf(query: Readonly<Record<string, string>>): string {
  return JSON.stringify(query);
}
