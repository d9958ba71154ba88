import { after } from 'mocha';

/** How much is tried: the full form on request (`npm run test:trust`), the short one in `npm test`. */
const full = process.env['TRUST'] === 'full';

/** One row of the table that the suite prints at its end. */
interface Row {
  readonly what: string;
  tried: number;
  held: number;
}

/** Counts what is tried towards a row of the table. */
export interface Tries {
  /** Counts one try, which held if `attempt` neither throws nor rejects; what it throws is thrown on. */
  readonly that: <Result>(attempt: () => Result) => Result;
}

const rows: Row[] = [];

/** The number of tries in this run. */
export function times(inFull: number, inShort: number): number {
  return full ? inFull : inShort;
}

/** A row of the table: `what` is tried, in the words of a person who wants to know whether to trust us. */
export function tried(what: string): Tries {
  const row: Row = { what, tried: 0, held: 0 };
  rows.push(row);
  return {
    that: (attempt) => {
      row.tried += 1;
      const result = attempt();
      if (!(result instanceof Promise)) {
        row.held += 1;
        return result;
      }
      return result.then((value: unknown) => {
        row.held += 1;
        return value;
      }) as typeof result;
    },
  };
}

after(() => {
  const width = Math.max(...rows.map(({ what }) => what.length)) + 2;
  const line = (what: string, ...cells: readonly string[]) =>
    `    ${what.padEnd(width)}${cells.map((cell) => cell.padStart(9)).join('')}`;
  const seen = rows.filter(({ tried: number }) => number > 0);
  const lines = seen.map(({ what, tried: number, held }) => line(what, String(number), String(held)));
  console.log(['', line('What was tried', 'how often', 'held'), ...lines].join('\n'));
});
