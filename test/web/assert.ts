import { strict } from 'assert';

// eslint-disable-next-line no-restricted-syntax -- stands in for node:assert/strict, whose default is all there is
export default strict;
