import type { Fault } from './faults';

export interface FailOptions {
  /** How many requests are hit; all of them until `heal()` if not given. */
  readonly times?: number;
  /** Only this path; a trailing `*` stands for any rest. All paths if not given. */
  readonly path?: string;
  /** For faults that say `Retry-After`. 1 if not given. */
  readonly retryAfterSeconds?: number;
}

export interface PlannedFault extends FailOptions {
  readonly fault: Fault;
}

/** Which fault the next request meets. Faults planned for the same requests come one after the other. */
export interface FaultPlan {
  add(fault: Fault, options: FailOptions): void;
  clear(): void;
  next(path: string): PlannedFault | undefined;
  list(): readonly PlannedFault[];
}

export function faultPlan(): FaultPlan {
  let planned: { fault: PlannedFault; left: number }[] = [];
  return {
    add: (fault, options) => void planned.push({ fault: { fault, ...options }, left: options.times ?? Infinity }),
    clear: () => {
      planned = [];
    },
    next: (path) => {
      const hit = planned.find(({ fault, left }) => left > 0 && covers(fault.path, path));
      if (hit) hit.left -= 1;
      return hit?.fault;
    },
    list: () => planned.filter(({ left }) => left > 0).map(({ fault }) => fault),
  };
}

function covers(pattern: string | undefined, path: string): boolean {
  if (pattern === undefined) return true;
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
