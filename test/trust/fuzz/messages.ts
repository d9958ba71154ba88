import { isDeepStrictEqual } from 'node:util';
import { chartRef } from '../../../src/analytics/chartRef';
import { comparisonOf } from '../../../src/analytics/comparison';
import { reportOf } from '../../../src/analytics/report';
import { ALL_TIME } from '../../../src/analytics/period';
import { PICTURE_USES, REPORT_SECTIONS, type MessageFromPage, type MessageToPage } from '../../../src/report/protocol';
import { reportView } from '../../../src/views/reportView';
import type { Chance } from '../../sandbox/data/random';
import { aState, anAnswer } from '../../unit/builders';
import { fullReport, HOSTILE_ANSWER, reportFrom, TESTED_ANSWER } from '../../report/support/reports';
import { holdsOthers, mutatedValue } from './mutate';

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

/** One of each type at least, so that a type is not forgotten. */
type OfEachType<Message extends { readonly type: string }> = {
  readonly [Type in Message['type']]: readonly (Message & { readonly type: Type })[];
};

const AT = 1_750_000_000_000;
const chart = chartRef('verdict', { subsequence: 0, step: 1 });
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

export const OF_PAGE: OfEachType<MessageFromPage> = {
  ready: [{ type: 'ready' }],
  refresh: [{ type: 'refresh' }],
  cancel: [{ type: 'cancel' }],
  setApiKey: [{ type: 'setApiKey' }],
  selectWorkspace: [{ type: 'selectWorkspace' }],
  openBaseUrlSetting: [{ type: 'openBaseUrlSetting' }],
  showLog: [{ type: 'showLog' }],
  pictureCopied: [{ type: 'pictureCopied' }],
  selectPeriod: [
    ALL_TIME,
    { kind: 'last', days: 30 } as const,
    { kind: 'thisMonth' } as const,
    { kind: 'custom', from: '2025-06-01', to: '2025-06-30' } as const,
  ].map((period) => ({ type: 'selectPeriod', period })),
  showMoment: [AT, null].map((at) => ({ type: 'showMoment', at })),
  picture: [{ type: 'picture', chart, png }],
  noPicture: PICTURE_USES.map((use) => ({ type: 'noPicture', chart, use })),
};

const problem = { kind: 'offline', title: 'No connection', message: 'No connection.', remedy: 'refresh' } as const;
const language = { locale: 'de', strings: { Sent: 'Gesendet' } };
const REPORTS = [
  fullReport(9),
  reportFrom(TESTED_ANSWER),
  reportFrom(HOSTILE_ANSWER),
  reportOf(anAnswer().read().value, { id: 'c1', rateBase: 'sent' }),
];
const workspace = { id: 'w', name: 'Team' };

/** With everything in them that can be. */
export const TO_PAGE: OfEachType<MessageToPage> = {
  show: REPORTS.flatMap((report) => {
    const { id, name } = report.campaign;
    const state = aState({ id, name, report, problem, workspace: workspace.name, fetchedAt: AT });
    const memories = {
      moments: [AT, AT - 86_400_000],
      moment: AT - 86_400_000,
      changed: { since: AT - 86_400_000, sentences: ['3 more replies.'] },
    };
    return [
      { type: 'show', view: reportView(state, language, memories) },
      { type: 'show', view: reportView({ ...state, report: null }, language, memories), unlessShown: true },
    ];
  }),
  showComparison: REPORTS.map((report) => {
    const other = { ...report, period: { from: '2025-06-01', to: '2025-06-30' } };
    const comparison = comparisonOf([report, other], 'delivered', null);
    const compared = [{ id: 'a', choice: ALL_TIME, workspace }];
    return {
      type: 'showComparison',
      view: { ...language, compared, loading: false, comparison, fetchedAt: AT, problem },
    };
  }),
  goTo: REPORT_SECTIONS.map((section) => ({ type: 'goTo', section })),
  drawPicture: PICTURE_USES.map((use) => ({ type: 'drawPicture', chart, use, svg: SVG })),
};

/** A message of the page with something wrong in it. */
export function wrongFromPage(chance: Chance): unknown {
  return odder(chance.pick(Object.values(OF_PAGE).flat()), chance);
}

/** A message to the page with something wrong in it. */
export function wrongToPage(chance: Chance): unknown {
  return odder(chance.pick(Object.values(TO_PAGE).flat()), chance);
}

function odder(message: unknown, chance: Chance): unknown {
  for (;;) {
    const changed = mutatedValue(message, chance);
    if (chance.next() < 0.3) putSomewhere(changed, chance.pick(BEYOND_JSON), chance);
    if (!isDeepStrictEqual(changed, message)) return changed;
  }
}

/** Puts a value in the place of any other, however deep. */
function putSomewhere(message: unknown, value: unknown, chance: Chance): void {
  let holder: unknown = message;
  while (holdsOthers(holder)) {
    const names = Object.keys(holder);
    if (names.length === 0) return;
    const name = chance.pick(names);
    const inner: unknown = Reflect.get(holder, name);
    if (!holdsOthers(inner) || chance.next() < 0.2) {
      Reflect.set(holder, name, value);
      return;
    }
    holder = inner;
  }
}
