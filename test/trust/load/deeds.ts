import type { ComparedCampaign } from '../../../src/campaigns/comparisons';
import type { Chance } from '../../sandbox/data/random';
import type { Sandbox } from '../../sandbox/server';
import type { FakeClock } from '../../unit/sendkit/fakeClock';
import type { UsedWindow } from './window';

export interface Scene {
  readonly window: UsedWindow;
  readonly sandbox: Sandbox;
  readonly clock: FakeClock;
  readonly ids: readonly string[];
  readonly chance: Chance;
}

/** Begins something, in no order; what it returns settles when that is over. */
type Deed = (scene: Scene) => unknown;

const anyId = ({ ids, chance }: Scene): string => chance.pick(ids);
const someIds = ({ ids, chance }: Scene): ComparedCampaign[] =>
  ids.slice(0, chance.between(2, 5)).map((id) => ({ id, workspace: null, choice: { kind: 'all' } }));
const PARTS = ['totals', 'mailboxes', 'active', 'paused', 'other'] as const;
const KEYS = ['', 's', 'spr', 'spring', 'zz'];
const SECOND = 1_000;
/** That nobody has named the length of. */
const REST = 30 * SECOND;

/** What a person, a language model and a timer do. */
const DEEDS: Readonly<Record<string, Deed>> = {
  'refresh all': ({ window }) => window.store.refreshAll(),
  'refresh one': (scene) => scene.window.store.load(anyId(scene)),
  'cancel one': (scene) => scene.window.store.cancel(anyId(scene)),
  'remove one': (scene) => scene.window.store.remove(anyId(scene)),
  open: (scene) => scene.window.open(anyId(scene)),
  close: (scene) => scene.window.close(anyId(scene)),
  'choose a period': (scene) =>
    scene.window.store.selectPeriod(anyId(scene), { kind: 'last', days: scene.chance.between(1, 90) }),
  type: ({ window, chance }) => window.type(chance.pick(KEYS)),
  compare: (scene) => scene.window.comparisons.load(someIds(scene)),
  'call a tool': (scene) => {
    const tool = scene.chance.pick(['listCampaigns', 'getCampaignAnalytics', 'compareVariants'] as const);
    return scene.window.callTool(tool, anyId(scene));
  },
  'call a tool and cancel it': (scene) => {
    const cancel = new AbortController();
    const call = scene.window.callTool('getCampaignAnalytics', anyId(scene), cancel.signal);
    setImmediate(() => cancel.abort());
    return call;
  },
  'show the workspace': ({ window, chance }) => window.workspace.setVisible(chance.next() < 0.7),
  'open a part of it': ({ window, chance }) => window.workspace.ask(chance.pick(PARTS)),
  'close a part of it': ({ window, chance }) => window.workspace.leave(chance.pick(PARTS)),
  'go on in it': ({ window, chance }) => window.workspace.goOn(chance.pick(PARTS)),
  'refresh it': ({ window }) => window.workspace.refresh(),
  'look or look away': ({ window, chance }) => window.lookAt({ focus: chance.next() < 0.7, tree: chance.next() < 0.7 }),
  'give a key': ({ window, sandbox: { key, platformKey }, chance }) =>
    window.giveKey(chance.pick([key, key, platformKey, 'sk_wrong'])),
  'remove the key': ({ window, chance }) => (chance.next() < 0.3 ? window.removeKey() : undefined),
  'list the workspaces': ({ window }) => window.listWorkspaces(),
  'select a workspace': ({ window, sandbox, chance }) =>
    window.workspaces.select(new URL(sandbox.url).origin, chance.pick(sandbox.workspaces)),
  'change the address': ({ window, sandbox: { url }, chance }) =>
    window.settings.setAddress(chance.pick([url, url, url, `${url}/elsewhere`, 'nowhere'])),
  'refresh by itself': ({ window, chance }) => window.settings.setAutoRefresh(chance.pick([0, 5, 15])),
};

/** What time, SendKit and the network do. */
const EVENTS: Readonly<Record<string, Deed>> = {
  'a second': ({ clock }) => clock.advance(SECOND),
  'nearly a rest': ({ clock }) => clock.advance(REST - 1),
  'a rest': ({ clock }) => clock.advance(REST),
  'five minutes': ({ clock }) => clock.advance(5 * 60 * SECOND),
  'replies come': ({ sandbox, ids }) => ids.forEach((id) => sandbox.touch(id)),
  'too many': ({ sandbox, chance }) => sandbox.fail('http-429', { times: chance.between(1, 20) }),
  'too many for now': ({ sandbox, chance }) =>
    sandbox.fail('http-429-seconds', { times: chance.between(1, 4), retryAfterSeconds: chance.between(1, 300) }),
  'too many at once, of which the first is to wait longest': ({ sandbox }) =>
    [300, 10, 1].forEach((retryAfterSeconds) => sandbox.fail('http-429-seconds', { times: 1, retryAfterSeconds })),
  'not now': ({ sandbox, chance }) =>
    sandbox.fail('http-503-seconds', { times: chance.between(1, 4), retryAfterSeconds: chance.between(1, 60) }),
  'no answer': ({ sandbox, chance }) =>
    sandbox.fail(chance.pick(['http-500', 'http-502', 'reset-before-headers', 'reset-in-body', 'invalid-json']), {
      times: chance.between(1, 4),
    }),
  'all is well': ({ sandbox }) => sandbox.heal(),
  'answers are held': ({ sandbox }) => sandbox.hold(),
  'answers are let go': ({ sandbox }) => sandbox.release(),
};

const MORE_OFTEN = 2;

/** The next thing that happens, by its name. */
export function anyDeed(chance: Chance): readonly [name: string, deed: Deed] {
  const happens = chance.between(0, MORE_OFTEN) === 0 ? EVENTS : DEEDS;
  return chance.pick(Object.entries(happens));
}
