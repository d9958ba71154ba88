import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { decodeFromPage } from '../../../src/report/fromPage';
import { PLAIN_REQUESTS } from '../../../src/report/protocol';
import { decodeToPage } from '../../../src/report/toPage';
import { useReports } from '../../report/support/useReports';
import { viewOf } from '../../report/support/reports';
import { chanceOf } from '../../sandbox/data/random';
import { times, tried } from '../tried';
import { assertPrototypesUntouched } from './invariants';
import { wrongFromPage, wrongToPage } from './messages';
import { seed } from './seed';

const toHost = tried('a message of the page with something wrong in it: it is understood or left alone');
const toPage = tried('a message to the page with something wrong in it: it is understood or left alone');
const drawn = tried('the same in a browser: it is drawn or left alone, and the next one is drawn');
const remembered = tried('a page’s memory with something wrong in it: the page is drawn all the same');

const MESSAGES = 10_000;
const WORDS: readonly string[] = [...PLAIN_REQUESTS, 'selectPeriod'];

describe('Messages with something wrong in them', function () {
  this.timeout(10 * 60_000);
  const open = useReports();

  it('of the page ask for nothing but what there is a word for', () => {
    for (let number = 0; number < MESSAGES; number++) {
      const message = wrongFromPage(chanceOf(`${seed} from ${number}`));
      toHost.that(() => {
        const read = decodeFromPage(message);
        assert.ok(read === undefined || WORDS.includes(read.type), `number ${number}`);
        assert.ok(
          read === undefined || Object.keys(read).every((name) => ['type', 'period'].includes(name)),
          `number ${number}`,
        );
      });
    }
    assertPrototypesUntouched();
  });

  it('to the page are read or not, and nothing else', () => {
    let read = 0;
    const messages = times(MESSAGES, 1_000);
    for (let number = 0; number < messages; number++) {
      const message = wrongToPage(chanceOf(`${seed} to ${number}`));
      toPage.that(() => {
        if (decodeToPage(message)) read += 1;
      });
    }
    assertPrototypesUntouched();
    assert.ok(
      read > messages / 20 && read < messages * 0.95,
      `${read} were read: some are right by chance, and most are not`,
    );
  });

  it('do nothing to a page in a browser, which draws the next one', async () => {
    const { page, show, violations } = await open();
    const A_BATCH = 25;
    for (let begin = 0; begin < times(2_000, 150); begin += A_BATCH) {
      const batch = Array.from({ length: A_BATCH }, (_, index) => wrongToPage(chanceOf(`${seed} to ${begin + index}`)));
      for (const [index, message] of batch.entries()) {
        await drawn.that(async () => {
          await sendText(page, textOf(message));
          assert.deepEqual(
            await violations(),
            [],
            `number ${begin + index} of seed ${seed}: ${textOf(message).slice(0, 500)}`,
          );
        });
      }
      await show(viewOf());
      assert.equal(await page.locator('h1').innerText(), viewOf().name, `after number ${begin}`);
    }
  });

  it('from an earlier life of the page do nothing to it', async () => {
    for (let number = 0; number < times(100, 4); number++) {
      const state = wrongToPage(chanceOf(`${seed} state ${number}`));
      await remembered.that(async () => {
        const { page, show, violations, close } = await open({
          state: JSON.parse(textOf(state)) as unknown,
        });
        await show(viewOf());
        assert.equal(await page.locator('h1').innerText(), viewOf().name);
        assert.deepEqual(await violations(), []);
        await close();
      });
    }
  });
});

/** What VS Code makes of a message on its way: anything that JSON cannot hold is left out, or nothing. */
function textOf(message: unknown): string {
  const text = JSON.stringify(message, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) as
    string | undefined;
  return text ?? 'null';
}

/** Sends a message, and waits as long as a view would take. It is made in the page: names such as `then` would not get there. */
function sendText(page: Page, text: string): Promise<void> {
  return page.evaluate(
    (json) =>
      new Promise<void>((resolve) => {
        const twoFrames = (): unknown => requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        window.addEventListener('message', twoFrames, { once: true });
        window.postMessage(JSON.parse(json), '*');
      }),
    text,
  );
}
