import type { ComparedCampaign } from '../../../src/campaigns/comparisons';
import type { UsedWindow } from './window';

/** One thing that a person does. */
export interface Deed {
  /** `HH:MM` */
  readonly at: string;
  readonly does: (window: UsedWindow, ids: readonly string[]) => unknown;
}

const compared = (ids: readonly string[]): ComparedCampaign[] =>
  ids.map((id) => ({ id, workspace: null, choice: { kind: 'all' } }));

const id = (ids: readonly string[], index: number): string => ids[index] ?? '';

/** Opens the report of a campaign and turns its period there and back. */
const read =
  (index: number): Deed['does'] =>
  async ({ open, store }, ids) => {
    await open(id(ids, index));
    await store.selectPeriod(id(ids, index), { kind: 'last', days: 7 });
    await store.selectPeriod(id(ids, index), { kind: 'all' });
  };

const leave =
  (index: number): Deed['does'] =>
  ({ close }, ids) =>
    close(id(ids, index));

const search: Deed['does'] = async ({ type }) => {
  for (const text of ['', 'spr', 'spring']) await type(text);
};

const refresh: Deed['does'] = ({ store }) => store.refreshAll();

/** A working day, as somebody has it who looks a lot. */
export const DAY: readonly Deed[] = [
  {
    at: '09:00',
    does: async ({ lookAt, workspace }) => {
      lookAt({ focus: true, tree: true });
      workspace.setVisible(true);
      await workspace.ready();
      for (const part of ['totals', 'mailboxes', 'active'] as const) await workspace.ask(part);
    },
  },
  { at: '09:01', does: refresh },
  { at: '09:10', does: read(0) },
  { at: '09:25', does: leave(0) },
  { at: '10:05', does: ({ comparisons }, ids) => comparisons.load(compared(ids.slice(0, 3))) },
  { at: '10:20', does: search },
  { at: '10:22', does: read(1) },
  { at: '10:40', does: leave(1) },
  { at: '11:05', does: ({ callTool }, ids) => callTool('listCampaigns', id(ids, 0)) },
  { at: '11:06', does: ({ callTool }, ids) => callTool('getCampaignAnalytics', id(ids, 0)) },
  { at: '11:07', does: ({ callTool }, ids) => callTool('compareVariants', id(ids, 0)) },
  { at: '12:00', does: ({ lookAt }) => lookAt({ focus: false }) },
  { at: '13:00', does: ({ lookAt }) => lookAt({ focus: true }) },
  { at: '13:01', does: refresh },
  { at: '14:10', does: search },
  { at: '14:11', does: read(2) },
  { at: '14:40', does: leave(2) },
  { at: '15:05', does: ({ workspace }) => workspace.goOn('active') },
  { at: '16:05', does: ({ comparisons }, ids) => comparisons.load(compared(ids.slice(3, 8))) },
  { at: '17:05', does: ({ workspace }) => workspace.refresh() },
  { at: '17:50', does: refresh },
  { at: '18:00', does: ({ lookAt }) => lookAt({ focus: false }) },
];
