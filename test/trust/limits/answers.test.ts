import assert from 'node:assert/strict';
import { formatFor } from '../../../src/analytics/format';
import { encodeSnapshot, decodeSnapshot, MAX_SNAPSHOT_BYTES } from '../../../src/campaigns/snapshot';
import { fileName } from '../../../src/export/fileName';
import { decode } from '../../../src/sendkit/decode';
import { campaignAnalyticsSchema, campaignDetailSchema } from '../../../src/sendkit/schemas';
import { campaignRow } from '../../../src/views/campaignsTreeModel';
import { campaignResult, variantsResult } from '../../../src/views/languageModelResults';
import { reportView } from '../../../src/views/reportView';
import { statusBarLook } from '../../../src/views/statusBarModel';
import { dailyRows, reportFrom } from '../../report/support/reports';
import { aState } from '../../unit/builders';
import { allCharts, allFormats } from '../../unit/export/allFormats';
import { OPTIONS } from '../../unit/export/sandboxReports';
import { surfacesOfWorkspace } from '../support/surfaces';
import { times, tried } from '../tried';
import { LONG_LISTS, LONG_NAMES, MANY_ROWS, type LargeAnswer } from './largeAnswers';

const rowsHeld = tried('Answers of 5,000 rows and more stay within bounds on every surface');
const namesHeld = tried('Names of 2 MB stay within bounds on every surface');

const KB = 1024;
const MB = 1024 * KB;
const format = formatFor('en');

/** Bytes that each surface may take for as many rows as an answer can have. */
const MOST: Readonly<Record<string, number>> = {
  'the tree': 8 * MB,
  'the message to the page': 16 * MB,
  'the tool get_campaign_analytics': 700 * KB,
  'the tool compare_variants': 300 * KB,
  'the disk': MAX_SNAPSHOT_BYTES,
  // Whole, because they are for other programs.
  'the export json': 48 * MB,
  'the export steps.csv': 4 * MB,
  // As far as a person reads.
  'the export html': 6 * MB,
  'the export md': 1 * MB,
};
const MOST_OF_OTHERS = 512 * KB;
/** Items of a list that a language model is told. */
const MOST_TOLD = 100;
/** Characters. */
const LONGEST_NAME = 500;
/** Characters of a single text: a name in a sentence. */
const LONGEST_TEXT = 1_200;
/** Characters of what is said of a row: of a mailbox its name and two words on its state. */
const LONGEST_SPOKEN = 1_600;
/** Bytes of everything with a name in it: some of them, and what else is said. */
const MOST_WITH_NAMES = 400 * KB;

describe('An answer', function () {
  this.timeout(60_000);

  for (const large of MANY_ROWS.slice(0, times(MANY_ROWS.length, 3))) {
    it(`with ${large.what} stays within bounds`, () => {
      for (const [surface, content] of surfacesOf(large)) {
        rowsHeld.that(() => {
          const most = MOST[surface] ?? MOST_OF_OTHERS;
          const bytes = Buffer.byteLength(textOf(content));
          assert.ok(bytes <= most, `${surface}: ${Math.round(bytes / KB)} KB of at most ${Math.round(most / KB)}`);
          const longest = surface.startsWith('the tool') ? Math.max(...listsIn(content)) : 0;
          assert.ok(longest <= MOST_TOLD, `${surface} has a list of ${longest}`);
        });
      }
    });
  }

  for (const large of LONG_NAMES) {
    it(`with names of ${large.what} stays within bounds`, () => {
      for (const [surface, content] of surfacesOf(large)) {
        namesHeld.that(() => {
          const bytes = Buffer.byteLength(textOf(content));
          assert.ok(bytes <= MOST_WITH_NAMES, `${surface}: ${Math.round(bytes / KB)} KB`);
          if (typeof content === 'string') return;
          const longest = Math.max(...textsIn(content).map(({ length }) => length));
          assert.ok(longest <= LONGEST_TEXT, `${surface} has a text of ${longest} characters`);
        });
      }
    });
  }
});

describe('The answers about a workspace', () => {
  for (const { what, bodies } of LONG_LISTS) {
    it(`with names of ${what} stay within bounds`, () => {
      const surfaces = [...surfacesOfWorkspace(bodies)];
      for (const surface of ['workspace', 'workspace name', 'tool: campaigns']) {
        namesHeld.that(() => {
          const made = surfaces.filter(({ name }) => name === surface);
          const texts = made.flatMap(({ kind, text }) => (kind === 'json' ? textsIn(JSON.parse(text)) : [text]));
          const longest = Math.max(...texts.map(({ length }) => length));
          assert.ok(longest >= LONGEST_NAME / 2, `${surface} has a name`);
          assert.ok(longest <= LONGEST_SPOKEN, `${surface} has a text of ${longest} characters`);
          const bytes = Buffer.byteLength(texts.join(''));
          assert.ok(bytes <= MOST_WITH_NAMES, `${surface}: ${Math.round(bytes / KB)} KB`);
        });
      }
    });
  }
});

/** Everything that is made of an answer, by the place where it is seen. */
function surfacesOf({ data, detail }: LargeAnswer): Map<string, unknown> {
  const report = reportFrom(data, { detail, daily: dailyRows(90) });
  const state = aState({ report, name: report.campaign.name, workspace: report.campaign.name });
  const read = { report, fetchedAt: 0 };
  const exported = { report, options: OPTIONS };
  return new Map<string, unknown>([
    ['the tree', campaignRow(state, format)],
    ['the status bar', statusBarLook(state, { format, now: 0 })],
    ['the message to the page', reportView(state, { locale: 'en', strings: null })],
    ['the tool get_campaign_analytics', campaignResult(read, format)],
    ['the tool compare_variants', variantsResult(read, undefined, format)],
    ['the disk', new TextDecoder().decode(kept(data, detail))],
    ['the name of a file', fileName(report, OPTIONS)],
    ...[...allFormats(exported)].map(([kind, text]) => [`the export ${kind}`, text] as const),
    ...[...allCharts(exported)].map(([name, text]) => [`the chart ${name}`, text] as const),
  ]);
}

/** What stands on disk, which can be read again. */
function kept(data: unknown, detail: unknown): Uint8Array {
  const { value, oddValues } = decode({ success: true, data }, campaignAnalyticsSchema);
  const bytes = encodeSnapshot({
    ...{ origin: 'https://api.sendkit.ai', workspace: null, id: 'c', loadedAt: 0 },
    answer: {
      ...{
        fetchedAt: 0,
        choice: { kind: 'all' },
        period: {},
        analytics: value,
        oddValues,
        detail: detail === undefined ? null : decode({ success: true, data: detail }, campaignDetailSchema).value,
        totals: value,
      },
      ...{ daily: null, whole: true, missing: [], fingerprint: null },
    },
  });
  assert.equal(typeof decodeSnapshot(bytes), 'object', 'it can be read again');
  return bytes;
}

function textOf(content: unknown): string {
  return typeof content === 'string' ? content : JSON.stringify(content);
}

/** How long the lists in plain data are. */
function listsIn(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  return [Array.isArray(value) ? value.length : 0, ...Object.values(value).flatMap(listsIn)];
}

/** All texts of plain data that somebody may see. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => (name === 'id' ? [] : [name, ...textsIn(item)]));
}
