import type { Decoded, DecodedList } from './decode';
import { merged } from './oddValues';
import { nextPage, type NextPage } from './paging';
import type { Mailbox } from './schemas';

export interface Mailboxes {
  readonly mailboxes: readonly Mailbox[];
  /** Whether these are all. */
  readonly complete: boolean;
}

/** No page of SendKit's says that this list has pages; where it has more than so many, the rest is left out. */
const MAX_PAGES = 20;

/** All mailboxes, from as many pages as the answers say there are. */
export async function allMailboxes(
  pageAt: (place: NextPage | null) => Promise<DecodedList<readonly Mailbox[]>>,
): Promise<Decoded<Mailboxes>> {
  const pages: DecodedList<readonly Mailbox[]>[] = [];
  let place: NextPage | null = null;
  do {
    const page = await pageAt(place);
    pages.push(page);
    place = nextPage(page.pagination, place);
  } while (place && pages.length < MAX_PAGES);
  return {
    value: { mailboxes: pages.flatMap(({ value }) => value), complete: place === null },
    oddValues: merged(pages.flatMap(({ oddValues }) => oddValues)),
  };
}
