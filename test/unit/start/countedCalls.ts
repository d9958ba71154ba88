/** What a page or an extension may do behind everybody's back. */
const WATCHED = ['setTimeout', 'setInterval', 'setImmediate', 'fetch'] as const;

/** Runs something to its end and returns the names of the timers it set and the requests it made. */
export async function callsDuring(run: () => unknown): Promise<string[]> {
  const calls: string[] = [];
  const originals = WATCHED.map((name) => [name, globalThis[name]] as const);
  for (const [name, original] of originals) {
    const counted = (...args: never[]): unknown => {
      calls.push(name);
      return (original as (...args: never[]) => unknown)(...args);
    };
    Object.assign(globalThis, { [name]: counted });
  }
  try {
    await run();
  } finally {
    Object.assign(globalThis, Object.fromEntries(originals));
  }
  return calls;
}
