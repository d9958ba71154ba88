import { isDeepStrictEqual } from 'node:util';
import { formatFor } from '../../../src/analytics/format';
import { noteSentence } from '../../../src/analytics/noteWords';
import type { CampaignState } from '../../../src/campaigns/store';
import { campaignRow, type TreeRow } from '../../../src/views/campaignsTreeModel';
import { reportView } from '../../../src/views/reportView';
import { statusBarLook, type StatusBarLook } from '../../../src/views/statusBarModel';
import type { Graph } from '../../vscode/graph';
import type { Seen, Told } from './seen';

const format = formatFor('en');

interface Course {
  /** Before it went wrong. */
  readonly good: CampaignState;
  readonly state: CampaignState;
  readonly healed: boolean;
}

/** What stands on every surface for a campaign. */
export function seenOf({ lines }: Graph, { good, state, healed }: Course): Seen {
  const row = campaignRow(state, format);
  const view = reportView(state, { locale: 'en', strings: null });
  const statusBar = statusBarLook(state, { format, now: Date.now() });
  const told = toldIn(row);
  assertSaidAlike(told, view.problem, statusBar);
  return {
    told: told ?? newNote(state, good),
    kept: isDeepStrictEqual(state.report, good.report) && state.fetchedAt === good.fetchedAt,
    renewed: state.problem === null && state.report !== null && state.fetchedAt !== good.fetchedAt,
    healed,
    texts: [
      ...textsOf(row),
      ...[statusBar.text, ...statusBar.tooltip, statusBar.spoken],
      JSON.stringify(view),
      ...lines,
    ],
  };
}

/** What the report notes about an answer that could be read, but not all of it. */
function newNote(state: CampaignState, good: CampaignState): Told | null {
  const known = good.report?.notes ?? [];
  const [note] = state.report?.notes.filter((one) => !known.some((other) => isDeepStrictEqual(one, other))) ?? [];
  return note ? { title: 'Notes', message: noteSentence(note, format), click: null } : null;
}

function toldIn({ children }: TreeRow): Told | null {
  const row = children.find(({ contextValue }) => contextValue === 'problem');
  return row ? { title: row.label, message: row.description ?? '', click: row.action ?? null } : null;
}

/** The tree says it, the report says the same, and the status bar says it in short. */
function assertSaidAlike(
  told: Told | null,
  inReport: ReturnType<typeof reportView>['problem'],
  { text, tooltip, spoken }: StatusBarLook,
): void {
  const isInReport = inReport?.message === told?.message && (inReport?.remedy ?? null) === (told?.click ?? null);
  if (!isInReport) throw new Error(`Tree and report differ: ${JSON.stringify([told, inReport])}`);
  if (text.startsWith('$(warning)') !== (told !== null)) throw new Error(`The status bar warns or not: ${text}`);
  if (!told) return;
  const isInStatusBar =
    [text, spoken].every((words) => words.includes(told.title ?? '')) && tooltip.includes(told.message);
  if (!isInStatusBar)
    throw new Error(`The status bar does not say it: ${JSON.stringify([told, text, spoken, tooltip])}`);
}

function textsOf({ label, description = '', tooltip, children }: TreeRow): string[] {
  return [label, description, ...tooltip, ...children.flatMap(textsOf)];
}
