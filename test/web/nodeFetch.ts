import { browserFetch } from '../../src/sendkit/browserFetch';

/** What a browser has in its place. */
export const fetch = browserFetch();
