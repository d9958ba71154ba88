import { comparisonOf } from '../../../src/analytics/comparison';
import { reportOf } from '../../../src/analytics/report';
import { ALL_TIME } from '../../../src/analytics/period';
import { PLAIN_REQUESTS, type MessageFromPage, type MessageToPage } from '../../../src/report/protocol';
import { reportView } from '../../../src/views/reportView';
import type { Chance } from '../../sandbox/data/random';
import { aState, anAnswer } from '../../unit/builders';
import { fullReport, HOSTILE_ANSWER, reportFrom, TESTED_ANSWER } from '../../report/support/reports';
import { mutatedValue } from './mutate';

/** What a message can hold and JSON cannot, and languages that there are not. */
const BEYOND_JSON: readonly unknown[] = [
  undefined,
  Number.NaN,
  Infinity,
  -Infinity,
  8.64e15 + 1,
  -8.64e15 - 1,
  10n,
  new Date(Number.NaN),
  new Map([['type', 'ready']]),
  new Set(['ready']),
  /ready/,
  new Uint8Array(8),
  new Error('ready'),
  Object.create(null),
  'en-x-'.repeat(20),
  'not a locale',
  'de-DE-u-ca-nonsense-nu-fullwide',
];

const SENT: readonly MessageFromPage[] = [
  ...PLAIN_REQUESTS.map((type) => ({ type })),
  ...[
    ALL_TIME,
    { kind: 'last', days: 30 } as const,
    { kind: 'thisMonth' } as const,
    { kind: 'custom', from: '2025-06-01', to: '2025-06-30' } as const,
  ].map((period) => ({ type: 'selectPeriod' as const, period })),
];

const problem = { kind: 'offline', title: 'No connection', message: 'No connection.', remedy: 'refresh' } as const;

/** One of each kind that the page is sent, with everything in it that can be. */
const SHOWN: readonly MessageToPage[] = [
  fullReport(9),
  reportFrom(TESTED_ANSWER),
  reportFrom(HOSTILE_ANSWER),
  reportOf(anAnswer().read().value, { id: 'c1', rateBase: 'sent' }),
].flatMap((report): MessageToPage[] => {
  const state = aState({
    id: report.campaign.id,
    name: report.campaign.name,
    report,
    problem,
    fetchedAt: 1_750_000_000_000,
  });
  const language = { locale: 'de', strings: { Sent: 'Gesendet' } };
  const comparison = comparisonOf(
    [report, { ...report, period: { from: '2025-06-01', to: '2025-06-30' } }],
    'delivered',
    null,
  );
  const compared = [{ id: 'a', choice: ALL_TIME, workspace: { id: 'w', name: 'Team' } }];
  return [
    { type: 'show', view: reportView(state, language) },
    {
      type: 'showComparison',
      view: { ...language, compared, loading: false, comparison, fetchedAt: 0, problem: null },
    },
  ];
});

/** A message of the page with something wrong in it. */
export function wrongFromPage(chance: Chance): unknown {
  return odder(chance.pick(SENT), chance);
}

/** A message to the page with something wrong in it. */
export function wrongToPage(chance: Chance): unknown {
  return odder(chance.pick(SHOWN), chance);
}

function odder(message: unknown, chance: Chance): unknown {
  const changed = mutatedValue(message, chance);
  if (chance.next() < 0.3) putSomewhere(changed, chance.pick(BEYOND_JSON), chance);
  return changed;
}

/** Puts a value in the place of any other, however deep. */
function putSomewhere(message: unknown, value: unknown, chance: Chance): void {
  let holder: unknown = message;
  while (typeof holder === 'object' && holder !== null) {
    const names = Object.keys(holder);
    if (names.length === 0) return;
    const name = chance.pick(names);
    const inner: unknown = Reflect.get(holder, name);
    if (typeof inner !== 'object' || inner === null || chance.next() < 0.2) {
      Reflect.set(holder, name, value);
      return;
    }
    holder = inner;
  }
}
