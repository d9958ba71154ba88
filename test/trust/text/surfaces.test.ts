import assert from 'node:assert/strict';
import { SendKitError } from '../../../src/sendkit/errors';
import { CAMPAIGN_IDS } from '../../sandbox/data/ids';
import { sandboxAnswers, type Answers, type CampaignBodies, type WorkspaceBodies } from '../support/answers';
import { leavesOf, withLeaves, type Place } from '../support/leaves';
import {
  filesOfCampaign,
  filesOfHistory,
  reportOfBodies,
  surfacesOfWorkspace,
  wordsOfCampaign,
  type Surface,
} from '../support/surfaces';
import { hostileTestFile } from '../support/testFileSurfaces';
import { times, tried } from '../tried';
import { assertHarmless, vocabularyOf, type Vocabulary } from './harmless';
import { HOSTILE } from './hostile';
import { DECIDES } from './rounds';

const everywhere = tried('a hostile text in all fields of all answers at once: every surface says it and does nothing');
const inFile = tried('a hostile text in a test file of the workspace: all that is said of it says it and does nothing');
const alone = tried('a hostile text in one field of one answer: every surface says it and does nothing');

const A_QUARTER = 15 * 60_000;

describe('A hostile text', () => {
  let answers: Answers;
  /** The campaign that has everything: subsequences, variants, names, days. */
  let rich: CampaignBodies;
  let vocabulary: Vocabulary;

  before(async () => {
    answers = await sandboxAnswers();
    const found = answers.campaigns.find(({ id }) => id === CAMPAIGN_IDS.subsequencesAndVariants);
    assert.ok(found, 'it is among the answers');
    rich = found;
    vocabulary = vocabularyOf(answers.campaigns.flatMap((bodies) => [...surfacesOfCampaign(bodies)]));
    assert.ok(vocabulary.html.size > 40 && vocabulary.svg.size > 20, 'there is something to be compared with');
  });

  const assertAllHarmless = (surfaces: Iterable<Surface>): void => {
    let seen = 0;
    for (const surface of surfaces) {
      assertHarmless(surface, vocabulary);
      seen += 1;
    }
    assert.ok(seen > 10, `${seen} surfaces`);
    assert.deepEqual(Object.keys(Object.prototype), []);
  };

  for (const [what, text] of Object.entries(HOSTILE)) {
    it(`stays text in every field at once: ${what}`, () => {
      const hostile = (place: Place, value: unknown): unknown =>
        typeof value === 'string' && !DECIDES.test(place) ? text : value;
      for (const bodies of times(1, 0) === 1 ? answers.campaigns : [rich]) {
        everywhere.that(() => assertAllHarmless(surfacesOfCampaign(changed(bodies, hostile))));
      }
      for (const bodies of answers.workspaces) {
        everywhere.that(() => assertAllHarmless(surfacesOfWorkspace(changed(bodies, hostile))));
      }
    });
  }

  for (const [what, text] of Object.entries(HOSTILE)) {
    it(`stays text in a test file of the workspace: ${what}`, () => {
      inFile.that(() => assertAllHarmless(hostileTestFile(text, reportOfBodies(rich))));
    });
  }

  const ofCampaign = ['analytics', 'detail', 'totals', 'daily'] as const;
  const ofWorkspace = ['campaigns', 'overview', 'mailboxes', 'workspaces'] as const;
  const texts = Object.values(HOSTILE);
  let turn = 0;

  for (const endpoint of ofCampaign) {
    it(`stays text in any one field of a campaign’s ${endpoint}`, function () {
      this.timeout(A_QUARTER);
      tryEach(rich[endpoint], (body) => surfacesOfCampaign({ ...rich, [endpoint]: body }));
    });
  }

  for (const endpoint of ofWorkspace) {
    it(`stays text in any one field of a workspace’s ${endpoint}`, function () {
      this.timeout(A_QUARTER);
      for (const bodies of answers.workspaces) {
        tryEach(bodies[endpoint], (body) => surfacesOfWorkspace({ ...bodies, [endpoint]: body }));
      }
    });
  }

  /** In full every field and every text, also where a number or a flag should be; else the texts by turns. */
  function tryEach(body: unknown, surfaces: (body: unknown) => Iterable<Surface>): void {
    const inFull = times(1, 0) === 1;
    for (const { place } of leavesOf(body).filter(({ value }) => inFull || typeof value === 'string')) {
      for (let time = 0; time < times(texts.length, 1); time++) {
        const text = texts[turn++ % texts.length];
        const only = withLeaves(body, (other, value) => (other === place ? text : value));
        alone.that(() => tryOne(`${place}: ${String(text).slice(0, 80)}`, () => surfaces(only)));
      }
    }
  }

  function tryOne(what: string, surfaces: () => Iterable<Surface>): void {
    try {
      assertAllHarmless(surfaces());
    } catch (error) {
      if (!SendKitError.is(error, 'invalidAnswer')) throw new Error(what, { cause: error });
      // That an answer is not taken at all is harmless, too, as long as the sentence about it is.
      assertHarmless({ name: 'error', kind: 'plain', text: error.message }, vocabulary);
    }
  }
});

function* surfacesOfCampaign(bodies: CampaignBodies): Generator<Surface> {
  const report = reportOfBodies(bodies);
  yield* wordsOfCampaign(report);
  yield* filesOfCampaign(report);
  yield* filesOfHistory(bodies);
}

function changed<Bodies extends CampaignBodies | WorkspaceBodies>(
  bodies: Bodies,
  change: (place: Place, value: unknown) => unknown,
): Bodies {
  const others = Object.entries(bodies).map(([name, body]: [string, unknown]) => [
    name,
    name === 'id' ? body : withLeaves(body, change),
  ]);
  return Object.fromEntries(others) as Bodies;
}
