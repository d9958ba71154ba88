import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { decodeFromPage } from '../../../src/report/fromPage';
import type { MessageToPage, ReportView } from '../../../src/report/protocol';
import { decodeToPage } from '../../../src/report/toPage';
import { useReports } from '../../report/support/useReports';
import { viewOf } from '../../report/support/reports';
import { chanceOf } from '../../sandbox/data/random';
import { times, tried } from '../tried';
import { messageCases, textOf, type Cases } from './cases';
import { assertPrototypesUntouched } from './invariants';
import { OF_PAGE, TO_PAGE, wrongFromPage, wrongToPage } from './messages';
import { seed } from './seed';

const toHost = tried('a message of the page with something wrong in it: it is understood or left alone');
const toPage = tried('a message to the page with something wrong in it: it is understood or left alone');
const drawn = tried('the same in a browser: it is drawn or left alone, and the next one is drawn');
const remembered = tried('a page’s memory with something wrong in it: the page is drawn all the same');

const MESSAGES = 10_000;
/** What a message of each type has in it, and nothing else. */
const NAMES = new Map(Object.entries(OF_PAGE).map(([type, [message]]) => [type, Object.keys(message ?? {}).sort()]));

describe('Messages with something wrong in them', function () {
  this.timeout(10 * 60_000);
  const open = useReports();

  it('were right before, and had something in every field', () => {
    for (const [type, messages] of Object.entries({ ...OF_PAGE, ...TO_PAGE })) assert.ok(messages.length > 0, type);
    for (const message of Object.values(OF_PAGE).flat()) assert.deepEqual(decodeFromPage(message), message);
    for (const messages of Object.values(TO_PAGE)) {
      for (const message of messages) assert.equal(decodeToPage(message)?.type, message.type);
      const filled = messages.flatMap((message) => fieldsOf(message).filter(([, value]) => isFilled(value)));
      for (const [name] of messages.flatMap(fieldsOf))
        assert.ok(
          filled.some(([other]) => other === name),
          name,
        );
    }
  });

  for (const { file, what } of messageCases.ofPage.all()) {
    it(`do not fail again as they did once: ${file}`, () => tellHost(what));
  }

  it('of the page ask for nothing but what there is a word for', () => {
    for (let number = 0; number < MESSAGES; number++) {
      const message = wrongFromPage(chanceOf(`${seed} from ${number}`));
      keptIfWrong(messageCases.ofPage, message, () => toHost.that(() => tellHost(message)));
    }
  });

  function tellHost(message: unknown): void {
    const read = decodeFromPage(message);
    if (read) assert.deepEqual(Object.keys(read).sort(), NAMES.get(read.type));
    assertPrototypesUntouched();
  }

  it('to the page are read or not, and nothing else', () => {
    let read = 0;
    for (let number = 0; number < MESSAGES; number++) {
      const message = wrongToPage(chanceOf(`${seed} to ${number}`));
      keptIfWrong(messageCases.toPage, message, () => {
        toPage.that(() => {
          const understood = decodeToPage(message);
          if (understood) read += 1;
          for (const time of understood ? timesIn(understood) : []) {
            assert.ok(!Number.isNaN(new Date(time).getTime()), `${time} is no time`);
          }
          assertPrototypesUntouched();
        });
      });
    }
    assert.ok(
      read > MESSAGES / 20 && read < MESSAGES * 0.95,
      `${read} were read: some are right by chance, and most are not`,
    );
  });

  for (const { file, what } of messageCases.toPage.all()) {
    it(`do nothing to a page that failed with them once: ${file}`, async () => {
      const { page, show, violations } = await open();
      decodeToPage(what);
      await show(viewOf());
      await sendText(page, textOf(what));
      assert.deepEqual(await violations(), []);
    });
  }

  it('do nothing to a page in a browser, which draws the next one', async () => {
    const { page, show, violations } = await open();
    const A_BATCH = 25;
    for (let begin = 0; begin < times(2_000, 150); begin += A_BATCH) {
      const batch = Array.from({ length: A_BATCH }, (_, index) => wrongToPage(chanceOf(`${seed} to ${begin + index}`)));
      for (const [index, message] of batch.entries()) {
        await keptIfWrong(messageCases.toPage, message, () =>
          drawn.that(async () => {
            await sendText(page, textOf(message));
            assert.deepEqual(await violations(), [], `number ${begin + index} of seed ${seed}`);
          }),
        );
      }
      await show(viewOf());
      assert.equal(await page.locator('h1').innerText(), viewOf().name, `after number ${begin}`);
    }
  });

  it('from an earlier life of the page do nothing to it', async () => {
    for (let number = 0; number < times(100, 4); number++) {
      const state = wrongToPage(chanceOf(`${seed} state ${number}`));
      await keptIfWrong(messageCases.remembered, state, () => remembered.that(() => remember(state)));
    }
  });

  for (const { file, what } of messageCases.remembered.all()) {
    it(`from an earlier life do nothing to a page that failed with them once: ${file}`, () => remember(what));
  }

  async function remember(state: unknown): Promise<void> {
    const { page, show, violations, close } = await open({ state: JSON.parse(textOf(state)) as unknown });
    await show(viewOf());
    assert.equal(await page.locator('h1').innerText(), viewOf().name);
    assert.deepEqual(await violations(), []);
    await close();
  }
});

/** The fields of a message, and those of its view. */
function fieldsOf(message: MessageToPage): [name: string, value: unknown][] {
  return [...Object.entries(message), ...('view' in message ? Object.entries(message.view) : [])];
}

/** Epoch milliseconds, which the page writes as a date. */
function timesIn(message: MessageToPage): number[] {
  if (!('view' in message)) return [];
  const { fetchedAt, moment = null, moments = [], changed = null } = message.view as Partial<ReportView>;
  return [fetchedAt, moment, changed?.since, ...moments].filter((time) => typeof time === 'number');
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

/** Keeps what a test fails with. */
function keptIfWrong<Result>(cases: Cases<unknown>, message: unknown, attempt: () => Result): Result {
  const keep = (error: unknown): never => {
    const file = cases.keep(message, error);
    throw new Error(`${file} has been kept: mend what it shows, and leave it there`, { cause: error });
  };
  try {
    const result = attempt();
    return result instanceof Promise ? (result.catch(keep) as Result) : result;
  } catch (error) {
    return keep(error);
  }
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
