import assert from 'node:assert/strict';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from '../../harness/cache';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../harness/endings';
import { packageRelease } from '../../harness/packageRelease';
import { FAULTS, type Fault } from '../../sandbox/faults';
import { PLATFORM_KEY, WORKSPACE_KEY } from '../../sandbox/keys';
import { until } from '../../harness/window/until';
import { browserStorage, documentsOf } from '../support/browserStorage';
import { oneWindow, type OneWindow } from '../support/oneWindow';
import { begin, finish, invokeTool } from '../support/person';
import { unzip } from '../supply/zip';
import { times, tried } from '../tried';
import { EVERY_COMMAND, type Way } from './everyCommand';
import { PLACES, QUOTING } from './quoting';

const inUse = tried('a command, a tool or a failure with a marked key: none gives it away');
const inPlaces = tried('a place where the marked key could have been laid down: it is in none');

/** They take fifteen seconds each: cancelled here, and waited for in the tests of faults. */
const NEVER_END: readonly Fault[] = [
  'hang-before-headers',
  'hang-in-body',
  'hang-in-gzip',
  'slow-body',
  'slow-headers',
];
/** SendKit is left alone for half a minute after these. */
const ASK_FOR_REST: readonly Fault[] = ['http-429', 'http-429-nonsense'];
/** One of each thing that can be said of a failure, and those that quote what they were sent. */
const IN_SHORT = /^(http-(401|403|404|500)|redirect-302|invalid-json|reset-in-body|hang-in-body|quotes-.*)$/;

/** Another key than the marked one, which is looked for in what window and extension host say about a call, too. */
const TOLD_KEY = 'sk_live_70ld70am0de170ld';
/** What a model may make of a key that somebody told it. */
const TOLD_TO_A_MODEL: readonly string[] = [
  TOLD_KEY,
  `key ${TOLD_KEY}`,
  `"${TOLD_KEY}"`,
  `X-Api-Key: ${TOLD_KEY}`,
  TOLD_KEY.toUpperCase(),
];

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly languageModelTools: readonly { readonly name: string }[];
  };
}

describe('The key', function () {
  let way: Way;
  let manifest: Manifest;
  let folder: string;

  before(async () => {
    folder = await makeTemporaryFolder('exported');
    manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;
    way = { ...(await oneWindow()), folder };
    way.sandbox.forgetRequests();
    await finish(way, 'sendkit.campaigns.focus');
  });

  afterEach(() => way.sandbox.heal());
  after(() => removeTemporaryFolder(folder));

  it('is used by every command that the manifest names', () => {
    const named = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual(Object.keys(EVERY_COMMAND).sort(), named.sort());
  });

  for (const [command, go] of Object.entries(EVERY_COMMAND)) {
    // A key that opens one workspace, until it is removed; every failure is gone through with it.
    if (command === 'sendkit.removeApiKey') failures();
    it(`is not given away by ${command}`, () =>
      inUse.that(async () => {
        await go(way);
        assertNothingSaid();
      }));
  }

  function failures(): void {
    const all = FAULTS.filter((fault) => !ASK_FOR_REST.includes(fault));
    for (const fault of [...all, ...ASK_FOR_REST]) {
      if (times(1, 0) === 0 && !IN_SHORT.test(fault)) continue;
      it(`is not given away when SendKit fails: ${fault}`, () => inUse.that(() => fail(way, fault)));
    }
    it('is sent again when SendKit has been left alone as long as it asked for', () => askUntilAnswered(way));
    for (const [fault, words] of Object.entries(QUOTING)) {
      for (const [place, go] of Object.entries(PLACES)) {
        it(`is not given away when SendKit fails in ${place}: ${fault}`, () =>
          inUse.that(async () => {
            way.sandbox.fail(fault as Fault);
            await go(way, words);
            assertNothingSaid();
            way.sandbox.heal();
          }));
      }
    }
    it('is not given away to a language model, whatever it asks', async () => {
      for (const { name } of manifest.contributes.languageModelTools) {
        for (const input of toolInputs(way)) {
          await inUse.that(async () => assert.deepEqual(way.traces.in(await invokeTool(way, name, input)), []));
        }
        way.sandbox.fail('quotes-the-key-401');
        await inUse.that(async () => {
          const refused = await invokeTool(way, name, { campaign_id: way.sandbox.campaigns.draft });
          assert.match(refused, /SendKit refused the stored key/);
          assert.deepEqual(way.traces.in(refused), []);
        });
        way.sandbox.heal();
      }
      const sent = way.sandbox.requests.map(({ path }) => path.toLowerCase());
      assert.ok(sent.includes('/v1/campaigns?search=q1&limit=100'), 'what is searched for is sent');
      assert.deepEqual(
        sent.filter((path) => path.includes(TOLD_KEY)),
        [],
      );
    });
  }

  /** The copied text, what the page was told, and what window and extension host said to each other. */
  function assertNothingSaid(): void {
    for (const text of way.watch.copied) assert.deepEqual(way.traces.in(text), [], `copied: ${text.slice(0, 200)}`);
    for (const message of way.watch.pageMessages) assert.deepEqual(way.traces.in(message), [], message.slice(0, 200));
    for (const { from, call, isAnswer, body } of way.wire.messages) {
      assert.ok(isOfKeyItself(from, call, isAnswer), `${from} said in ${call}: ${body.slice(0, 300)}`);
    }
  }

  it('is in no message between window and extension host but those that ask for it, keep it and give it back', () => {
    const calls = new Set(way.wire.messages.map(({ call }) => call));
    assert.deepEqual(
      [...calls].sort(),
      ['$getPassword', '$onDidChangeValue', '$setPassword'],
      'the key was seen there',
    );
    assert.ok(way.wire.count() > 1000, `${way.wire.count()} messages were read`);
    assert.equal(way.watch.copied.length, 5, 'an id, a report twice, a link and a plan');
    inPlaces.that(assertNothingSaid);
  });

  it('is in two headers of each request, and in nothing else of it', () => {
    assert.ok(way.sandbox.requests.length > 50, `${way.sandbox.requests.length} requests`);
    for (const { path, headers } of way.sandbox.requests) {
      inPlaces.that(() => {
        const withKey = Object.entries(headers).filter(
          ([name, value]) => way.traces.in(`${name}: ${String(value)}`).length > 0,
        );
        assert.deepEqual(withKey.map(([name]) => name).sort(), ['authorization', 'x-api-key'], path);
        assert.deepEqual(way.traces.in(path), []);
      });
    }
  });

  it('is in no file that VS Code, the extension or an export has written', async () => {
    const { dataFolder } = way.window.server;
    const files = [...(await filesIn(dataFolder)), ...(await filesIn(folder))];
    const names = files.map((file) => relative(dataFolder, file));
    for (const expected of [
      /SendKit\.log$/,
      /sendkit-analytics\/campaigns\/\w+\.json$/,
      /HTML\.html$/,
      /JSON\.json$/,
      /days\.csv$/,
      /History\.jsonl$/,
      /Funnel\.png$/,
    ]) {
      assert.ok(
        names.some((name) => expected.test(name)),
        `${String(expected)} is among what was searched`,
      );
    }
    for (const file of files) {
      await inPlaces.that(async () => assert.deepEqual(way.traces.in(await readFile(file, 'latin1')), [], file));
    }
  });

  it('is in nothing that the browser keeps, where VS Code has its state and its secrets, which it seals', async () => {
    const kept = await browserStorage(way.window.page);
    assert.ok(
      Object.keys(kept).some((name) => name.startsWith('vscode-web-state-db-global')),
      Object.keys(kept).join(),
    );
    assert.ok(
      Object.values(kept).some((text) => text.includes(`hasApiKey:${way.sandbox.url}`)),
      'the state was read',
    );
    assert.match(kept['localStorage'] ?? '', /secrets\.provider/);
    for (const [name, text] of Object.entries(kept)) {
      inPlaces.that(() => {
        assert.deepEqual(way.traces.in(text), [], name);
      });
    }
  });

  it('is in no document of the window, not even in a field that is closed', async () => {
    for (const [name, text] of Object.entries(await documentsOf(way.window.page))) {
      inPlaces.that(() => {
        assert.deepEqual(way.traces.in(text), [], name);
      });
    }
  });

  it('of nobody is in the package', async () => {
    const files = await unzip(await packageRelease());
    assert.ok(files.has('extension/dist/app.js'), [...files.keys()].join());
    for (const [name, bytes] of files) {
      inPlaces.that(() => {
        const text = bytes.toString('latin1');
        for (const key of [WORKSPACE_KEY, PLATFORM_KEY]) assert.ok(!text.includes(key), name);
        assert.doesNotMatch(text, /\bsk_(user_|live_)?[0-9a-f]{16,}|Bearer [\w-]{16,}/, name);
      });
    }
  });
});

/** What the person types, and what goes into SecretStorage and comes out of it. */
function isOfKeyItself(from: 'window' | 'host', call: string, isAnswer: boolean): boolean {
  if (from === 'host') return call === '$setPassword' && !isAnswer;
  return isAnswer ? call === '$getPassword' : call === '$onDidChangeValue';
}

async function askUntilAnswered({ sandbox, ...way }: Way): Promise<void> {
  const asked = sandbox.requests.length;
  await until({
    what: 'SendKit is asked',
    seconds: 100,
    look: async () => {
      await finish(way, 'sendkit.refreshCampaign', { campaignId: sandbox.campaigns.seed });
      return sandbox.requests.length > asked || undefined;
    },
    instead: () => Promise.resolve('a rest'),
  });
}

async function fail(way: Way, fault: Fault): Promise<void> {
  const { sandbox, traces } = way;
  const row = { campaignId: sandbox.campaigns.seed };
  sandbox.fail(fault, { retryAfterSeconds: 0 });
  if (NEVER_END.includes(fault)) {
    const asked = sandbox.nextRequest();
    await begin(way, 'sendkit.refreshCampaign', row);
    await asked;
    await finish(way, 'sendkit.cancelLoading', row);
  } else {
    await finish(way, 'sendkit.refreshCampaign', row);
  }
  sandbox.heal();
  for (const { body, from, call, isAnswer } of way.wire.messages) {
    assert.ok(isOfKeyItself(from, call, isAnswer), `${call}: ${traces.in(body).join()}`);
  }
}

function toolInputs({ sandbox }: OneWindow): object[] {
  const { seed, variants, foreign } = sandbox.campaigns;
  return [
    { campaign_id: seed, period: 'all_time' },
    { campaign_id: variants, email_number: 1 },
    { campaign_id: foreign },
    { search: 'q1' },
    ...TOLD_TO_A_MODEL.flatMap((text) => [{ campaign_id: text }, { search: text }]),
  ];
}

async function filesIn(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
