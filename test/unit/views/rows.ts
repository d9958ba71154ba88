import assert from 'node:assert/strict';
import { formatFor } from '../../../src/analytics/format';
import type { CampaignState } from '../../../src/campaigns/store';
import { campaignRow, type TreeRow } from '../../../src/views/campaignsTreeModel';

export const rowOf = (state: CampaignState): TreeRow => campaignRow(state, formatFor('en'));

/** A row and all that hangs below it. */
export const withDescendants = (row: TreeRow): TreeRow[] => [row, ...row.children.flatMap(withDescendants)];

/** The row that is reached by these labels. */
export function below(row: TreeRow, ...labels: string[]): TreeRow {
  return labels.reduce((parent, label) => {
    const child = parent.children.find((candidate) => candidate.label === label);
    assert.ok(child, `“${parent.label}” has no “${label}” but ${parent.children.map((row) => row.label).join(', ')}`);
    return child;
  }, row);
}

/** What a person sees of a row's children, one line each. */
export const linesBelow = (row: TreeRow): string[] =>
  row.children.map(({ label, description }) => (description === undefined ? label : `${label}: ${description}`));

export const tooltipOf = (row: TreeRow): string => row.tooltip.join('\n');
