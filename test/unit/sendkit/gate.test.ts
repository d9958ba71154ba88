import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { SendKitError, type SendKitProblem } from '../../../src/sendkit/errors';
import { Gate } from '../../../src/sendkit/gate';
import { LIMITS } from '../../../src/sendkit/limits';
import { FakeClock } from './fakeClock';
import { problemOf } from './setUp';

const HERE = 'https://api.sendkit.ai';
const ELSEWHERE = 'https://other.example';
const SECOND = 1_000;
const LATER: SendKitProblem = { kind: 'rateLimited', status: 429 };

/** A gate with requests that are answered by hand. */
class Requests {
  readonly clock = new FakeClock();
  readonly gate = new Gate(LIMITS, this.clock);
  /** Those that were sent, in order, and are not answered yet. */
  readonly sent: { readonly name: string; readonly answer: (problem?: SendKitProblem) => Promise<void> }[] = [];

  /** Asks; the request is sent when the gate lets it. */
  ask(
    name: string,
    { origin = HERE, patienceMs = 0, signal }: Partial<Parameters<Gate['pass']>[0]> = {},
  ): Promise<string> {
    const call = this.gate.pass<string>(
      { origin, patienceMs, signal },
      () =>
        new Promise((resolve, reject) => {
          const entry = {
            name,
            answer: async (problem?: SendKitProblem) => {
              this.sent.splice(this.sent.indexOf(entry), 1);
              if (problem) reject(new SendKitError(problem));
              else resolve(name);
              await setImmediate();
            },
          };
          this.sent.push(entry);
        }),
    );
    // Each test looks at its calls when it likes.
    call.catch(() => undefined);
    return call;
  }

  get names(): string[] {
    return this.sent.map(({ name }) => name);
  }

  answer(name: string, problem?: SendKitProblem): Promise<void> {
    return this.sent.find((entry) => entry.name === name)?.answer(problem) ?? assert.fail(`${name} was not sent`);
  }

  async advance(milliseconds: number): Promise<void> {
    this.clock.advance(milliseconds);
    await setImmediate();
  }

  /** A request of its own that is answered like this at once. */
  async get(problem?: SendKitProblem, origin = HERE): Promise<void> {
    const call = this.ask('probe', { origin });
    await this.answer('probe', problem);
    await call.catch(() => undefined);
  }

  /** Milliseconds until requests are sent again. */
  get rest(): number {
    return (this.gate.restsUntil(HERE) ?? this.clock.now()) - this.clock.now();
  }

  named(seconds: number): SendKitProblem {
    return { ...LATER, retryAt: this.clock.now() + seconds * SECOND };
  }
}

describe('the gate', () => {
  let requests: Requests;
  beforeEach(() => {
    requests = new Requests();
  });
  const ask = (...names: string[]): Promise<string>[] => names.map((name) => requests.ask(name));

  it('lets three requests through at once, and the others in the order in which they came', async () => {
    const calls = ask('a', 'b', 'c', 'd', 'e', 'f');
    assert.deepEqual(requests.names, ['a', 'b', 'c']);
    await requests.answer('b');
    assert.deepEqual(requests.names, ['a', 'c', 'd']);
    await requests.answer('a', { kind: 'offline' });
    await requests.answer('c', { kind: 'unavailable', status: 500 });
    assert.deepEqual(requests.names, ['d', 'e', 'f']);
    for (const name of ['d', 'e', 'f']) await requests.answer(name);
    assert.deepEqual(
      (await Promise.allSettled(calls)).map(({ status }) => status),
      ['rejected', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'],
    );
  });

  it('lets go at once of who is cancelled, and keeps nothing of it', async () => {
    void ask('a', 'b', 'c');
    const controller = new AbortController();
    const call = requests.ask('d', { signal: controller.signal });
    const next = requests.ask('e');
    controller.abort();
    assert.deepEqual(await problemOf(call), { kind: 'cancelled' });
    assert.equal(getEventListeners(controller.signal, 'abort').length, 0);
    await requests.answer('a');
    assert.deepEqual(requests.names, ['b', 'c', 'e']);
    await requests.answer('e');
    assert.equal(await next, 'e');
  });

  it('does not send what was cancelled before', async () => {
    const call = requests.ask('a', { signal: AbortSignal.abort() });
    assert.deepEqual(await problemOf(call), { kind: 'cancelled' });
    assert.deepEqual(requests.names, []);
  });

  it('forgets the signal of what is sent', async () => {
    const { signal } = new AbortController();
    const call = requests.ask('a', { signal });
    assert.equal(getEventListeners(signal, 'abort').length, 0);
    await requests.answer('a');
    await call;
  });

  describe('when an origin asks for a rest', () => {
    it('sends it nothing until the moment it named', async () => {
      await requests.get(requests.named(300));
      assert.equal(requests.rest, 300 * SECOND);
      const problem = await problemOf(requests.ask('a'));
      assert.deepEqual(problem, { ...LATER, retryAt: requests.clock.now() + 300 * SECOND });
      await requests.advance(300 * SECOND - 1);
      assert.equal((await problemOf(requests.ask('b'))).kind, 'rateLimited');
      await requests.advance(1);
      assert.equal(requests.rest, 0);
      void requests.ask('c');
      assert.deepEqual(requests.names, ['c']);
    });

    it('says until when to the one that was told', async () => {
      const call = requests.ask('a');
      await requests.answer('a', LATER);
      assert.deepEqual(await problemOf(call), { ...LATER, retryAt: requests.clock.now() + 30 * SECOND });
    });

    it('lets wait who has the patience, and refuses the others, also those in the queue', async () => {
      const calls = ask('a', 'b', 'c', 'hasty');
      const patient = requests.ask('patient', { patienceMs: 5 * SECOND });
      await requests.answer('a', requests.named(5));
      assert.equal((await problemOf(calls[3] ?? patient)).kind, 'rateLimited');
      assert.equal((await problemOf(requests.ask('later', { patienceMs: 5 * SECOND - 1 }))).kind, 'rateLimited');
      await requests.answer('b');
      await requests.answer('c');
      assert.deepEqual(requests.names, []);
      await requests.advance(5 * SECOND - 1);
      assert.deepEqual(requests.names, []);
      await requests.advance(1);
      assert.deepEqual(requests.names, ['patient']);
      await requests.answer('patient');
      assert.equal(await patient, 'patient');
      assert.equal(requests.clock.waiting, 0);
    });

    it('lets nobody wait for the end of a rest whose length is a guess, but for its last second', async () => {
      await requests.get(LATER);
      assert.equal(requests.gate.wait(HERE), Infinity);
      assert.equal((await problemOf(requests.ask('a', { patienceMs: 60 * SECOND }))).kind, 'rateLimited');
      await requests.advance(29 * SECOND);
      void requests.ask('b', { patienceMs: 60 * SECOND });
      assert.deepEqual(requests.names, []);
      await requests.advance(SECOND);
      assert.deepEqual(requests.names, ['b']);
    });

    it('refuses nobody when it is over, however little patience is left', async () => {
      await requests.get(requests.named(5));
      await requests.advance(5 * SECOND);
      void ask('a', 'b', 'c');
      void requests.ask('d', { patienceMs: -1 });
      await requests.answer('a');
      assert.deepEqual(requests.names, ['b', 'c', 'd']);
    });

    it('takes the rest for over when the timer says so, which may be early', async () => {
      let timers = 0;
      const wait = (): Promise<void> => (++timers === 1 ? Promise.resolve() : new Promise(() => undefined));
      const { now, elapsed, random } = requests.clock;
      const gate = new Gate(LIMITS, { now, elapsed, random, wait });
      const pass = (send: () => Promise<void>): Promise<void> =>
        gate.pass({ origin: HERE, patienceMs: 60 * SECOND, signal: undefined }, send);
      await pass(() => Promise.reject(new SendKitError(requests.named(5)))).catch(() => undefined);
      await pass(() => Promise.resolve());
      assert.equal(timers, 1);
    });

    it('lets go of who is cancelled meanwhile, and waits for nothing then', async () => {
      await requests.get(requests.named(5));
      const controller = new AbortController();
      const call = requests.ask('a', { patienceMs: 60 * SECOND, signal: controller.signal });
      assert.equal(requests.clock.waiting, 1);
      controller.abort();
      assert.deepEqual(await problemOf(call), { kind: 'cancelled' });
      assert.equal(requests.clock.waiting, 0);
    });

    it('goes on sending to others', async () => {
      await requests.get(requests.named(300));
      const patient = requests.ask('here', { patienceMs: 600 * SECOND });
      void requests.ask('there', { origin: ELSEWHERE });
      assert.deepEqual(requests.names, ['there']);
      assert.equal(requests.gate.restsUntil(ELSEWHERE), undefined);
      await requests.advance(300 * SECOND);
      assert.deepEqual(requests.names, ['there', 'here']);
      await requests.answer('here');
      await patient;
    });

    it('rests after a 503 that names a moment, and after no other answer', async () => {
      const unavailable: SendKitProblem = { kind: 'unavailable', status: 503 };
      for (const problem of [
        unavailable,
        { kind: 'unavailable', status: 502 },
        { kind: 'offline' },
        { kind: 'timeout' },
      ] as const) {
        await requests.get(problem);
        assert.equal(requests.rest, 0);
      }
      const retryAt = requests.clock.now() + 90 * SECOND;
      await requests.get({ ...unavailable, retryAt });
      assert.equal(requests.rest, 90 * SECOND);
      assert.deepEqual(await problemOf(requests.ask('a')), { ...unavailable, retryAt });
    });

    it('does not rest when the moment is now', async () => {
      await requests.get(requests.named(0));
      assert.equal(requests.rest, 0);
      await requests.get(requests.named(-5));
      assert.equal(requests.rest, 0);
    });

    it('rests twice as long each time that no moment is named, up to a quarter of an hour', async () => {
      const rests: number[] = [];
      for (let times = 0; times < 8; times++) {
        await requests.get(LATER);
        rests.push(requests.rest / SECOND);
        await requests.advance(requests.rest);
      }
      assert.deepEqual(rests, [30, 60, 120, 240, 480, 900, 900, 900]);
    });

    it('begins anew with the first good answer', async () => {
      for (const problem of [LATER, LATER, undefined, LATER]) {
        await requests.advance(requests.rest);
        await requests.get(problem);
      }
      assert.equal(requests.rest, 30 * SECOND);
    });

    it('takes what was under way together for one wish, the longest', async () => {
      for (const order of [
        [5, 20, undefined],
        [undefined, 20, 5],
        [20, 5, undefined],
      ]) {
        requests = new Requests();
        const calls = ask('a', 'b', 'c');
        for (const [index, seconds] of order.entries()) {
          const problem = seconds === undefined ? LATER : requests.named(seconds);
          await requests.answer('abc'[index] ?? '', problem);
        }
        assert.equal(requests.rest, 30 * SECOND);
        await Promise.allSettled(calls);
        await requests.advance(30 * SECOND);
        await requests.get(LATER);
        assert.equal(requests.rest, 60 * SECOND);
      }
    });

    it('does not end the rest for a good answer to what was sent before it', async () => {
      const calls = ask('a', 'b');
      await requests.answer('a', LATER);
      await requests.answer('b');
      assert.equal(requests.rest, 30 * SECOND);
      await Promise.allSettled(calls);
      await requests.advance(30 * SECOND);
      await requests.get(LATER);
      assert.equal(requests.rest, 60 * SECOND);
    });

    it('ends the rest when either clock says so: one may be set, the other may stand still', async () => {
      await requests.get(requests.named(300));
      requests.clock.set(-3_600 * SECOND);
      assert.equal(requests.rest, 300 * SECOND);
      await requests.advance(300 * SECOND);
      assert.equal(requests.rest, 0);

      await requests.get(requests.named(300));
      requests.clock.set(3_600 * SECOND);
      assert.equal(requests.rest, 0);
    });
  });
});

type Step =
  | { readonly do: 'ask'; readonly origin: string; readonly patience: number }
  | { readonly do: 'answer'; readonly which: number; readonly how: number | 'good' | 'bad' | 'later' }
  | { readonly do: 'cancel'; readonly which: number }
  | { readonly do: 'advance'; readonly seconds: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      origin: fc.constantFrom(HERE, HERE, ELSEWHERE),
      patience: fc.constantFrom(0, 10, 45),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      which: fc.nat({ max: 2 }),
      how: fc.oneof(
        fc.constantFrom('good' as const, 'bad' as const, 'later' as const),
        fc.integer({ min: -1, max: 60 }),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), which: fc.nat({ max: 10 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('advance' as const), seconds: fc.nat({ max: 40 }) }) },
);

interface Call {
  readonly origin: string;
  readonly patienceMs: number;
  readonly controller: AbortController;
  state: 'waiting' | 'sent' | 'over';
  problem?: SendKitProblem;
  answer?: (problem?: SendKitProblem) => void;
}

describe('the gate, whatever happens', () => {
  it('has never more than three requests under way, and none to an origin that rests', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
        const clock = new FakeClock();
        const gate = new Gate(LIMITS, clock);
        const calls: Call[] = [];
        const broken: unknown[] = [];
        /** Until when each origin must get nothing. */
        const rests = new Map<string, number>();
        const restLeft = (origin: string): number => (rests.get(origin) ?? 0) - clock.elapsed();
        const those = (state: Call['state']): Call[] => calls.filter((call) => call.state === state);

        const ask = (origin: string, patienceMs: number): void => {
          const controller = new AbortController();
          const call: Call = { origin, patienceMs, controller, state: 'waiting' };
          calls.push(call);
          const send = (): Promise<void> =>
            new Promise((resolve, reject) => {
              assert.ok(restLeft(origin) <= 0, 'sent during a rest');
              assert.equal(
                call,
                those('waiting').find((other) => other.origin === origin),
                'out of turn',
              );
              call.state = 'sent';
              assert.ok(those('sent').length <= 3, 'more than three');
              call.answer = (problem) => {
                call.state = 'over';
                if (problem) reject(new SendKitError(problem));
                else resolve();
              };
              controller.signal.addEventListener('abort', () => call.answer?.({ kind: 'cancelled' }));
            });
          const end = (error?: unknown): void => {
            call.state = 'over';
            if (SendKitError.is(error)) call.problem = error.problem;
            else if (error !== undefined) broken.push(error);
          };
          gate.pass({ origin, patienceMs, signal: controller.signal }, send).then(() => end(), end);
        };

        const answer = (call: Call | undefined, how: number | 'good' | 'bad' | 'later'): void => {
          if (!call) return;
          const rest = (seconds: number): void => {
            rests.set(call.origin, Math.max(rests.get(call.origin) ?? 0, clock.elapsed() + seconds * SECOND));
          };
          if (how === 'good') call.answer?.();
          else if (how === 'bad') call.answer?.({ kind: 'offline' });
          else if (how === 'later') call.answer?.(LATER);
          else call.answer?.({ ...LATER, retryAt: clock.now() + how * SECOND });
          // Longer, perhaps: how long a guess is, other tests say.
          if (how === 'later') rest(30);
          else if (typeof how === 'number') rest(how);
        };

        const check = async (): Promise<void> => {
          await setImmediate();
          assert.deepEqual(broken, []);
          for (const { origin, patienceMs, controller } of those('waiting')) {
            assert.ok(!controller.signal.aborted, 'cancelled, and still here');
            assert.ok(gate.wait(origin) <= patienceMs, 'waits longer than it has patience for');
            assert.ok(gate.wait(origin) > 0 || those('sent').length === 3, 'waits for nothing');
          }
          const resting = those('waiting').filter(({ origin }) => gate.wait(origin) > 0);
          assert.equal(clock.waiting, resting.length > 0 && those('sent').length < 3 ? 1 : 0, 'timers');
        };

        for (const each of steps) {
          if (each.do === 'ask') ask(each.origin, each.patience * SECOND);
          else if (each.do === 'answer') answer(those('sent')[each.which], each.how);
          else if (each.do === 'cancel') calls[each.which]?.controller.abort();
          else clock.advance(each.seconds * SECOND);
          await check();
        }
        while (those('waiting').length > 0 || those('sent').length > 0) {
          for (const call of those('sent')) answer(call, 'good');
          clock.advance(60 * SECOND);
          await check();
        }
        for (const { problem, controller } of calls) {
          if (problem?.kind === 'rateLimited') assert.ok(problem.retryAt !== undefined);
          if (problem?.kind === 'cancelled') assert.ok(controller.signal.aborted);
        }
      }),
      { numRuns: 150 },
    );
  });
});
