import type { SendKitProblem } from './errors';
import type { Limits } from './limits';
import type { Timing } from './timing';

/** How long an origin is left alone because it asked for it: after a 429, or a 503 that names a moment. */
export interface Rest {
  /** Milliseconds that are left of it. */
  left(): number;
  /** Ends it before its time. */
  end(): void;
  /** Whether the length is a guess, because the origin named none. */
  readonly guessed: boolean;
  /** What it answered. */
  readonly problem: SendKitProblem;
  /** How often it had asked for a rest before, without a good answer since. */
  readonly repeats: number;
}

export function asksForRest({ kind, status, retryAt }: SendKitProblem): boolean {
  return kind === 'rateLimited' || (status === 503 && retryAt !== undefined);
}

export function restAfter(
  problem: SendKitProblem,
  repeats: number,
  { restMs, longestRestMs }: Limits,
  { now, elapsed }: Timing,
): Rest {
  const guessed = problem.retryAt === undefined;
  const length = guessed ? Math.min(restMs * 2 ** repeats, longestRestMs) : problem.retryAt - now();
  let endsAt = elapsed() + length;
  const endsAtOnTheWall = now() + length;
  return {
    // One clock may stand still while the computer sleeps, the other may be set: the first to say that it is over is believed.
    left: () => Math.max(Math.min(endsAt - elapsed(), endsAtOnTheWall - now()), 0),
    end: () => {
      endsAt = elapsed();
    },
    guessed,
    problem,
    repeats,
  };
}
