import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeList } from '../../../src/sendkit/decode';
import { nextPage, type NextPage } from '../../../src/sendkit/paging';
import { workspacesSchema, type Pagination } from '../../../src/sendkit/schemas';

function read(pagination: unknown): ReturnType<typeof decodeList<typeof workspacesSchema>> {
  return decodeList({ success: true, data: [], pagination }, workspacesSchema);
}

/** What is asked next after a first page with this pagination. */
function after(pagination: unknown): Readonly<Record<string, string>> | null {
  return nextPage(read(pagination).pagination, null)?.query ?? null;
}

describe('nextPage', () => {
  const ends: Record<string, unknown> = {
    'no pagination': undefined,
    'an empty one': {},
    'another type': 'more',
    'no cursor': { limit: 25, total: 31, hasMore: true },
    'a cursor of null': { hasMore: true, nextCursor: null },
    'an empty cursor': { hasMore: true, nextCursor: '' },
    'a cursor of false': { hasMore: true, nextCursor: false },
    'a cursor of zero': { hasMore: true, nextCursor: 0 },
    'a cursor that is no text': { hasMore: true, nextCursor: { after: 'x' } },
    'a cursor too long to be one': { hasMore: true, nextCursor: 'x'.repeat(2_001) },
    'nothing more': { hasMore: false, nextCursor: '65aa00000000000000000001' },
    'nothing more, in pages': { hasMore: false, page: 1, pages: 2 },
    'the last page': { page: 2, limit: 25, total: 31, pages: 2 },
    'a page beyond the last': { page: 3, pages: 2 },
    'no pages at all': { page: 1, pages: 0 },
    'a page without a number': { pages: 2 },
    'pages without a number': { page: 1, pages: 'many' },
  };
  for (const [name, pagination] of Object.entries(ends)) {
    it(`is the end with ${name}`, () => assert.equal(after(pagination), null));
  }

  const goOn: Record<string, { pagination: object; query: Record<string, string> }> = {
    'a cursor': { pagination: { nextCursor: 'abc', hasMore: true }, query: { cursor: 'abc' } },
    'a cursor alone': { pagination: { nextCursor: 'abc' }, query: { cursor: 'abc' } },
    'a cursor that is a number': { pagination: { nextCursor: 7 }, query: { cursor: '7' } },
    'a cursor as it came': { pagination: { nextCursor: ' a&b=c ' }, query: { cursor: ' a&b=c ' } },
    'the older form': { pagination: { page: 1, limit: 25, total: 31, pages: 2 }, query: { page: '2' } },
    'the older form as text': { pagination: { page: '2', pages: '3' }, query: { page: '3' } },
    'both forms': { pagination: { nextCursor: 'abc', page: 1, pages: 2 }, query: { cursor: 'abc' } },
  };
  for (const [name, { pagination, query }] of Object.entries(goOn)) {
    it(`goes on with ${name}`, () => assert.deepEqual(after(pagination), query));
  }

  it('never goes round in a circle, and has an end even if the server has none', () => {
    const place = fc.record(
      { nextCursor: fc.constantFrom('a', 'b', 'c'), page: fc.nat({ max: 4 }), pages: fc.nat({ max: 4 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.infiniteStream(place), (answers) => {
        const asked = new Set<string>();
        let next: NextPage | null = null;
        do {
          next = nextPage(read(answers.next().value).pagination, next);
          if (next) assert.ok(!asked.has(JSON.stringify(next.query)));
          asked.add(JSON.stringify(next?.query));
        } while (next);
        assert.ok(asked.size <= 3 + 4 + 1);
      }),
    );

    let pages = 0;
    let next: NextPage | null = null;
    do {
      const pagination: Pagination = {
        total: null,
        hasMore: true,
        nextCursor: `page ${pages}`,
        page: null,
        pages: null,
      };
      next = nextPage(pagination, next);
      pages += 1;
    } while (next);
    assert.equal(pages, 1_000);
  });

  it('ends where the first page is said to be the next', () => {
    assert.equal(after({ page: 0, pages: 2 }), null);
  });

  it('notes what could not be read', () => {
    assert.deepEqual(read({ total: '31', hasMore: 'yes', nextCursor: {} }).oddValues, [
      { path: 'pagination.total', treatment: 'converted', times: 1 },
      { path: 'pagination.nextCursor', treatment: 'ignored', times: 1 },
      { path: 'pagination.hasMore', treatment: 'ignored', times: 1 },
    ]);
    assert.deepEqual(read({ limit: 25, total: 31, hasMore: false, nextCursor: null }).oddValues, []);
  });
});
