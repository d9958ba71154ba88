import assert from 'node:assert/strict';
import { readJson } from '../../../src/sendkit/body';
import { dailyRowsOf } from '../../../src/sendkit/daily';
import { decode, decodeList } from '../../../src/sendkit/decode';
import { SendKitError } from '../../../src/sendkit/errors';
import { LIMITS } from '../../../src/sendkit/limits';
import {
  campaignAnalyticsSchema,
  campaignDetailSchema,
  campaignsSchema,
  dailySchema,
  mailboxesSchema,
  overviewSchema,
  workspacesSchema,
} from '../../../src/sendkit/schemas';
import { chanceOf } from '../../sandbox/data/random';
import { sandboxAnswers, type Answers } from '../support/answers';
import {
  filesOfCampaign,
  filesOfHistory,
  reportOfBodies,
  surfacesOfWorkspace,
  wordsOfCampaign,
  type Surface,
} from '../support/surfaces';
import { assertHarmless, vocabularyOf, type Vocabulary } from '../text/harmless';
import { times, tried } from '../tried';
import { answerCases, type Bodies } from './cases';
import { assertPrototypesUntouched, assertSensible, assertSound } from './invariants';
import { mutated } from './mutate';
import { seed } from './seed';
import { watchdog } from './watchdog';

const read = tried('an answer with something wrong in it: it is read, or refused with a sentence');
const made = tried('a report, its words and its files of answers with something wrong in them: figures are sound');

/** Every body of an answer by where it comes from, and how it is read. */
const READ = {
  analytics: (body: unknown) => decode(body, campaignAnalyticsSchema),
  detail: (body: unknown) => decode(body, campaignDetailSchema),
  totals: (body: unknown) => decode(body, campaignAnalyticsSchema),
  daily: (body: unknown) => dailyRowsOf(decode(body, dailySchema)),
  campaigns: (body: unknown) => decodeList(body, campaignsSchema),
  overview: (body: unknown) => decode(body, overviewSchema),
  mailboxes: (body: unknown) => decodeList(body, mailboxesSchema),
  workspaces: (body: unknown) => decode(body, workspacesSchema),
};
type Endpoint = keyof typeof READ;

/** Files are made of one in so many. */
const WITH_FILES = 50;
/** What is made of an answer grows with it, and no more than that: characters of words and files, for each byte. */
const MOST_MADE = { words: 200, files: 2_000, whatever: 2_500_000 };

describe('Answers with something wrong in them', function () {
  let answers: Answers;
  let vocabulary: Vocabulary;

  before(async () => {
    answers = await sandboxAnswers();
    const reports = answers.campaigns.map(reportOfBodies);
    vocabulary = vocabularyOf(reports.flatMap((report) => [...filesOfCampaign(report)]));
  });

  for (const { file, what: bodies } of answerCases.all()) {
    it(`do not fail again as they did once: ${file}`, () => go(bodies, true));
  }

  it('are never what they were before', () => {
    for (let number = 0; number < 1_000; number++) {
      const chance = chanceOf(`${seed} same ${number}`);
      const body = chance.pick(answers.campaigns).totals;
      assert.notEqual(mutated(body, chance).toString(), JSON.stringify(body), `number ${number}`);
    }
  });

  const ANSWERS = times(100_000, 10_000);
  const A_ROUND = 1_000;
  for (let begin = 0; begin < ANSWERS; begin += A_ROUND) {
    it(`are read or refused, and what is made of them is sound: ${begin + 1} to ${begin + A_ROUND}`, async function () {
      this.timeout(5 * 60_000);
      const stop = watchdog(`TRUST_SEED=${seed}`);
      for (let number = begin; number < begin + A_ROUND; number += 4) {
        stop.passed(number);
        const chance = chanceOf(`${seed} ${number}`);
        const bodies = Object.entries(chance.pick([...answers.campaigns, ...answers.workspaces])).filter(
          ([name]) => name !== 'id',
        );
        const changed = bodies.map(([name, body]: [string, unknown]) => [name, mutated(body, chance)]);
        const mutatedBodies = Object.fromEntries(changed) as Bodies;
        try {
          await go(mutatedBodies, (number / 4) % WITH_FILES === 0);
        } catch (error) {
          const file = answerCases.keep(mutatedBodies, error);
          throw new Error(`${file} has been kept: mend what it shows, and leave it there`, { cause: error });
        }
      }
      stop.end();
    });
  }

  /** Reads bytes as they come from the network, and makes of them all that is made of answers. */
  async function go(bodies: Bodies, withFiles: boolean): Promise<void> {
    const readable: Record<string, unknown> = {};
    for (const [endpoint, bytes] of Object.entries(bodies)) {
      await read.that(async () => {
        try {
          const body = await readJson(asAnswer(bytes), LIMITS.answerBytes);
          READ[endpoint as Endpoint](body);
          readable[endpoint] = body;
        } catch (error) {
          assert.ok(SendKitError.is(error, 'invalidAnswer'), String(error));
          assert.match(error.message, /^The answer could not be understood \(at “[\w.[\]*-]+”\)\./);
        }
        assertPrototypesUntouched();
      });
    }
    made.that(() => {
      const given = Object.values(bodies)
        .map((bytes) => bytes.toString('latin1'))
        .join('\n');
      const size = { words: 0, files: 0 };
      const look = (part: keyof typeof size, surfaces: Iterable<Surface>): void => {
        for (const surface of surfaces) {
          size[part] += surface.text.length;
          assertSensible(surface, given);
          assertHarmless(surface, vocabulary);
        }
      };
      if ('overview' in bodies)
        look('words', surfacesOfWorkspace({ ...(answers.workspaces[0] as object), ...readable } as never));
      else {
        const report = reportOfBodies({ id: 'c1', ...withoutAnalytics(answers), ...readable } as never);
        assertSound(report);
        look('words', wordsOfCampaign(report));
        if (withFiles) look('files', filesOfCampaign(report));
        if (withFiles && 'analytics' in readable) look('files', filesOfHistory({ id: 'c1', ...readable } as never));
      }
      for (const part of ['words', 'files'] as const) {
        const most = MOST_MADE.whatever + MOST_MADE[part] * given.length;
        assert.ok(size[part] <= most, `${size[part]} characters of ${part} of ${given.length} bytes`);
      }
      assertPrototypesUntouched();
    });
  }
});

/** What stands in for a body that could not be read. */
function withoutAnalytics({ campaigns }: Answers): object {
  const [{ analytics, detail, totals, daily } = { analytics: {}, detail: {}, totals: {}, daily: {} }] = campaigns;
  return { analytics, detail, totals, daily };
}

function asAnswer(bytes: Buffer) {
  const type = (name: string): string | null => (name === 'Content-Type' ? 'application/json' : null);
  return {
    status: 200,
    headers: { get: type },
    body: (async function* () {
      const half = bytes.length >> 1;
      yield await Promise.resolve(bytes.subarray(0, half));
      yield bytes.subarray(half);
    })(),
  };
}
