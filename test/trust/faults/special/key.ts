// The key, and the address that it was given for.
import { around, onGraph } from '../onGraph';
import { seenOf } from '../seenOf';
import type { SpecialCase } from './case';

export const KEY_CASES = {
  'the key is removed in another window': withKey(null),
  'the key cannot be sent in a header': withKey(() => 'sk_ä ö'),
  'a key of several workspaces takes the place of one that opens one': withKey(({ platformKey }) => platformKey),

  // What belongs to another address is not shown under this one, and is there again with its own.
  'the address in the settings becomes one that may not have a key': (given) =>
    onGraph(given, {}, async (graph) => {
      const { settings, store } = graph;
      const good = await store.load(given.seed);
      settings.setAddress('http://sendkit.example');
      const elsewhere = await store.load(given.seed);
      settings.setAddress(given.url);
      await store.ready();
      const again = store.get(given.seed) ?? elsewhere;
      const after = await store.load(given.seed);
      const state = { ...again, problem: elsewhere.problem };
      return seenOf(graph, { good, state, healed: after.problem === null });
    }),
} satisfies Record<string, SpecialCase>;

/** Another key, or none, takes the place of the key while that is in use. */
function withKey(other: ((given: Parameters<SpecialCase>[0]) => string) | null): SpecialCase {
  return (given) => {
    const name = `apiKey:${given.url}`;
    return onGraph(
      given,
      {},
      around(
        given,
        ({ secrets }) => (other ? secrets.store(name, other(given)) : secrets.delete(name)),
        ({ secrets }) => secrets.store(name, given.key),
      ),
    );
  };
}
