// Clocks that are set, a computer that sleeps, and a person who does not wait.
import { until, type Graph } from '../../../vscode/graph';
import { Clock, HOUR, SECOND, YEAR } from '../clock';
import { around, onGraph } from '../onGraph';
import type { Given, Seen } from '../seen';
import { seenOf } from '../seenOf';
import { fail, heal, requestsSince } from '../steer';
import type { SpecialCase } from './case';

export const TIME_CASES = {
  'the load is cancelled': (given) =>
    onGraph(
      given,
      {},
      whileWaiting(given, ({ store }) => store.cancel(given.seed)),
    ),

  'the laptop sleeps while an answer is waited for': (given) =>
    onGraph(
      given,
      { attemptMs: SECOND },
      whileWaiting(given, () => sleepDeeply(2 * SECOND)),
    ),

  'the laptop sleeps for eight hours between two tries': (given) => {
    const clock = new Clock();
    const { now, timing } = clock.options();
    const wait = (): Promise<void> => {
      clock.pass(8 * HOUR);
      return Promise.resolve();
    };
    return onGraph(
      given,
      { now, timing: { ...timing, wait } },
      around(given, () => fail(given.url, 'http-503')),
    );
  },

  'the clock is set forward by a year, and SendKit answers 500': withClockSet(YEAR),
  'the clock is set back by a year, and SendKit answers 500': withClockSet(-YEAR),

  'SendKit wants to be left alone for an hour (429), and is refreshed fifty times': anHourAlone(
    async (_, refresh) => {
      for (let time = 1; time < 50; time++) await refresh();
    },
    (clock) => clock.pass(HOUR + SECOND),
  ),
  'SendKit wants to be left alone for an hour (429), and the clock is set back by a year': anHourAlone(
    (clock) => clock.set(-YEAR),
    (clock) => clock.pass(HOUR + SECOND),
  ),
  'SendKit wants to be left alone for an hour (429), and the laptop sleeps through it': anHourAlone(
    () => undefined,
    (clock) => clock.sleep(HOUR + SECOND),
  ),
} satisfies Record<string, SpecialCase>;

function whileWaiting({ url, seed }: Given, happens: (graph: Graph) => void): (graph: Graph) => Promise<Seen> {
  return async (graph) => {
    const { store } = graph;
    const good = await store.load(seed);
    await fail(url, 'hang-before-headers');
    const loading = store.load(seed);
    await until(store, () => store.get(seed)?.loading === true);
    happens(graph);
    const state = await loading;
    await heal(url);
    const after = await store.load(seed);
    return seenOf(graph, { good, state, healed: after.problem === null });
  };
}

/** Nothing in this process runs meanwhile, and no timer: as in a laptop that is closed. */
function sleepDeeply(milliseconds: number): void {
  const wakesAt = performance.now() + milliseconds;
  while (performance.now() < wakesAt);
}

function withClockSet(milliseconds: number): SpecialCase {
  return (given) => {
    const clock = new Clock();
    const goWrong = (): Promise<void> => {
      clock.set(milliseconds);
      return fail(given.url, 'http-500');
    };
    return onGraph(given, clock.options(), around(given, goWrong));
  };
}

/** Whatever happens, no request is sent until the hour is over. */
function anHourAlone(
  happens: (clock: Clock, refresh: () => Promise<unknown>) => unknown,
  end: (clock: Clock) => void,
): SpecialCase {
  return (given) => {
    const { seed, url } = given;
    const clock = new Clock();
    return onGraph(given, clock.options(), async (graph) => {
      const refresh = () => graph.store.load(seed);
      const good = await refresh();
      await fail(url, 'http-429-seconds', { retryAfterSeconds: String(HOUR / SECOND) });
      await refresh();
      await heal(url);
      await requestsSince(url);
      await happens(clock, refresh);
      const state = await refresh();
      const leftAlone = (await requestsSince(url)) === 0;
      end(clock);
      const after = await refresh();
      return seenOf(graph, { good, state, healed: leftAlone && after.problem === null });
    });
  };
}
