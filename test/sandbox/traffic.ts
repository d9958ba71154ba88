import type { ServerResponse } from 'node:http';

/** Counts the requests that are under way. */
export interface Traffic {
  readonly now: number;
  readonly mostAtOnce: number;
  /** A request is under way until it is answered, or its connection is gone. */
  add(response: ServerResponse): void;
  /** Forgets how many there were. */
  forget(): void;
}

export function traffic(): Traffic {
  let now = 0;
  let mostAtOnce = 0;
  return {
    get now() {
      return now;
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
    add: (response) => {
      now += 1;
      mostAtOnce = Math.max(mostAtOnce, now);
      response.once('close', () => {
        now -= 1;
      });
    },
    forget: () => {
      mostAtOnce = now;
    },
  };
}
