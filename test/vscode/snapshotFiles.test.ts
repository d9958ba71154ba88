import assert from 'node:assert/strict';
import { isOld } from '../../src/campaigns/snapshotFiles';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 23, 12);

describe('A file that was begun', () => {
  for (const [what, writtenAt, old] of [
    ['an hour and more ago is left by a window that died', NOW - HOUR - 1, true],
    ['within the hour may still be written', NOW - HOUR, false],
    ['at a time that nobody knows, as in a browser by another window, may still be written', 0, false],
  ] as const) {
    it(what, () => assert.equal(isOld({ name: 'x.json.tmp', bytes: 1, writtenAt }, NOW), old));
  }
});
