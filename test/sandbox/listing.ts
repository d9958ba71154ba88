import { json, REFUSALS, type Answer } from './exchange';

/** How lists come in pages. */
export interface Paging {
  /** The newer form names the place where the list goes on, the older one counts pages. `cursor` if not given. */
  readonly form?: 'cursor' | 'pages';
  /** In the newer form: after so many pages comes one that is empty, though there is more. */
  readonly emptyAfter?: number;
  /** Each page says that the list goes on with itself. */
  readonly stuck?: boolean;
  /** Each page holds the whole list, whatever limit was asked for. */
  readonly whole?: boolean;
  /** The list of mailboxes, which comes whole otherwise, has pages too: of so many. */
  readonly mailboxes?: number;
}

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

/** One page of a list, as the query asks for it; a query that no page documents is refused. */
export function page<Item>(
  all: readonly Item[],
  query: URLSearchParams,
  { form = 'cursor', emptyAfter, stuck = false, whole = false }: Paging,
  itemOf: (item: Item) => object,
): Answer {
  const limit = wholeNumber(query.get('limit'), DEFAULT_LIMIT);
  if (limit === undefined || limit < 1 || limit > MAX_LIMIT) return REFUSALS.badRequest('limit is 1 to 100');
  const answer = (data: readonly Item[], pagination: object): Answer =>
    json(200, { success: true, data: data.map(itemOf), pagination: { limit, total: all.length, ...pagination } });

  if (whole) return answer(all, { hasMore: false, nextCursor: null });
  if (form === 'pages') {
    if (query.has('cursor')) return REFUSALS.badRequest('This list counts pages');
    const asked = wholeNumber(query.get('page'), 1);
    if (asked === undefined || asked < 1) return REFUSALS.badRequest('page counts from 1');
    const number = stuck ? 1 : asked;
    return answer(all.slice((number - 1) * limit, number * limit), {
      page: number,
      pages: Math.ceil(all.length / limit),
    });
  }

  if (query.has('page')) return REFUSALS.badRequest('This list has cursors');
  const place = placeOf(query.get('cursor'));
  if (!place) return REFUSALS.badRequest('cursor is none of this list');
  const { start, emptied } = place;
  if (stuck)
    return answer(all.slice(0, limit), { hasMore: true, nextCursor: cursorOf({ start: limit, emptied: false }) });
  const empty = !emptied && emptyAfter !== undefined && start === emptyAfter * limit;
  const end = empty ? start : start + limit;
  const hasMore = end < all.length;
  return answer(all.slice(start, end), {
    hasMore,
    nextCursor: hasMore ? cursorOf({ start: end, emptied: empty }) : null,
  });
}

interface Place {
  readonly start: number;
  /** Whether the empty page was just shown. */
  readonly emptied: boolean;
}

const CURSOR = /^65aa0000(0|e)0{5}([0-9a-f]{10})$/;

/** 24 hexadecimal digits, as documented. */
function cursorOf({ start, emptied }: Place): string {
  return `65aa0000${emptied ? 'e' : '0'}00000${start.toString(16).padStart(10, '0')}`;
}

function placeOf(cursor: string | null): Place | undefined {
  if (cursor === null) return { start: 0, emptied: false };
  const match = CURSOR.exec(cursor);
  return match ? { start: Number.parseInt(match[2] ?? '', 16), emptied: match[1] === 'e' } : undefined;
}

function wholeNumber(text: string | null, otherwise: number): number | undefined {
  if (text === null) return otherwise;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
