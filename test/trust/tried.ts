import { after } from 'mocha';

/** How much is tried: the full form on request (`npm run test:trust`), the short one in `npm test`. */
const full = process.env['TRUST'] === 'full';

/** One row of the table that the suite prints at its end. */
interface Row {
  readonly what: string;
  tried: number;
  held: number;
  /** Why it is not tried in this run, where somebody said so. */
  leftOut?: string;
}

/** Counts what is tried towards a row of the table. */
export interface Tries {
  /** Counts one try, which held if `attempt` neither throws nor rejects; what it throws is thrown on. */
  readonly that: <Result>(attempt: () => Result) => Result;
  /** Says why nothing is tried here. */
  readonly leftOut: (why: string) => void;
}

/** Of a choice of tests, the table has what was tried; of all of them, also what was not. */
const isChoice = /"(--grep|-g|--fgrep|-f)"/.test(process.argv[2] ?? '');

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
    leftOut: (why) => {
      row.leftOut = why;
    },
  };
}

after(() => {
  const width = Math.max(...rows.map(({ what }) => what.length)) + 2;
  const line = (what: string, ...cells: readonly string[]) =>
    `    ${what.padEnd(width)}${cells.map((cell) => cell.padStart(9)).join('')}`;
  const lines = rows
    .filter(({ tried: number }) => number > 0 || !isChoice)
    .map(({ what, tried: number, held, leftOut = '' }) =>
      number > 0 ? line(what, String(number), String(held)) : `${line(what, 'left out')}  ${leftOut}`.trimEnd(),
    );
  console.log(['', line('What was tried', 'how often', 'held'), ...lines].join('\n'));
});
