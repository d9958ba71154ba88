// Answers as no campaign and no workspace has them: as many rows, or as long names, as fit into one.
import { SEED_ANSWER } from '../../report/support/reports';
import type { WorkspaceBodies } from '../support/answers';

/** Of 8 MiB, which is the most that is read. */
const LONG = 2 * 1024 * 1024;

export interface LargeAnswer {
  readonly what: string;
  readonly data: unknown;
  /** The answer about its sequence. */
  readonly detail?: unknown;
}

const row = (sequenceStep: unknown, variant: unknown, index: number): object => ({
  ...{ _id: { sequenceStep, variant }, sent: 1000 + (index % 37), opened: 400 + (index % 91) },
  ...{ clicked: 50 + (index % 17), bounced: index % 11 },
});

/** Rows of so many steps, each with so many variants. */
function rows(steps: number, variants: number): object[] {
  const label = (index: number): string | null => (variants === 1 ? null : `v${index % variants}`);
  return Array.from({ length: steps * variants }, (_, index) => row(Math.floor(index / variants), label(index), index));
}

function subsequences(count: number, variants: number): object[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: `s${index}`, name: `S${index}`, stats: { sent: 5 }, stepAnalytics: rows(2, variants) },
  }));
}

export const MANY_ROWS: readonly LargeAnswer[] = [
  { what: '5,000 steps', data: { ...SEED_ANSWER, stepAnalytics: rows(5_000, 1) } },
  { what: '192 steps of 26 variants', data: { ...SEED_ANSWER, stepAnalytics: rows(192, 26) } },
  { what: '5,000 variants of one step', data: { ...SEED_ANSWER, stepAnalytics: rows(1, 5_000) } },
  {
    what: '2,500 steps that contradict themselves',
    data: {
      ...SEED_ANSWER,
      stepAnalytics: rows(2_500, 2).map((each) => ({ ...each, sent: 1, opened: 9, clicked: 99, bounced: 999 })),
    },
  },
  { what: '1,500 subsequences with tests', data: { ...SEED_ANSWER, subsequences: subsequences(1_500, 26) } },
  {
    what: '50,000 lead statuses',
    data: {
      ...SEED_ANSWER,
      statusBreakdown: Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`status ${index}`, index])),
    },
  },
];

const named = (name: string): unknown => ({
  ...SEED_ANSWER,
  campaign: { id: name, name, status: name, startedAt: name },
  statusBreakdown: { [name]: 3, [`${name}!`]: 4 },
  stepAnalytics: [row(0, name, 1), row(0, 'B', 2)],
  subsequences: [
    {
      id: name,
      name,
      trigger: { type: name, value: name },
      stats: {},
      stepAnalytics: [row(0, name, 1), row(0, name, 2)],
    },
  ],
});

/** Its e-mails are those of the seed's two steps. */
const namedSequence = (name: string): unknown => ({
  ...{ id: name, name, status: name },
  sequence: [0, 2].map((order) => ({ type: 'email', order, name, subject: name })),
});

const namedLists = (name: string): WorkspaceBodies => {
  const list = (...data: readonly unknown[]): unknown => ({ success: true, data });
  return {
    campaigns: list({ _id: name, id: name, name, status: name }, { _id: 'c', id: 'c', name, status: 'active' }),
    mailboxes: list({
      id: name,
      email: name,
      displayName: name,
      status: name,
      warmup: { enabled: true, status: name },
    }),
    workspaces: list({ _id: name, id: name, name }),
    overview: { success: true, data: { sent: 1 } },
  };
};

const NAMES: readonly (readonly [what: string, name: string])[] = [
  ['2 MB of a letter', 'x'.repeat(LONG)],
  ['2 MB of characters of four bytes', '\u{1F4E7}'.repeat(LONG / 4)],
  ['2 MB of words', 'word '.repeat(LONG / 5)],
  ['2 MB of signs that are escaped', '<"&|*'.repeat(LONG / 5)],
];

export const LONG_NAMES: readonly LargeAnswer[] = NAMES.flatMap(([what, name]) => [
  { what, data: named(name) },
  {
    what: `${what}, of e-mails, too`,
    data: { ...SEED_ANSWER, campaign: { id: name, name } },
    detail: namedSequence(name),
  },
]);

export const LONG_LISTS = NAMES.map(([what, name]) => ({ what, bodies: namedLists(name) }));
