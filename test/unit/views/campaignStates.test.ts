import assert from 'node:assert/strict';
import { problemOf, type Problem } from '../../../src/campaigns/problem';
import type { CampaignState } from '../../../src/campaigns/store';
import { formatFor } from '../../../src/analytics/format';
import { SAMPLE_ID } from '../../../src/campaigns/sample';
import { campaignRow } from '../../../src/views/campaignsTreeModel';
import { spokenLabel } from '../../../src/views/rowLook';
import manifest from '../../../package.json';
import { aState } from '../builders';
import { rowOf, tooltipOf, withDescendants } from './rows';

const HOUR = 3_600_000;
const problem: Problem = {
  kind: 'offline',
  title: 'No connection',
  message: 'No connection. Try again.',
  remedy: 'refresh',
};
const refused: Problem = {
  kind: 'unauthorized',
  title: 'Key refused',
  message: 'The key was refused. Set a new one.',
  remedy: 'setApiKey',
};
const nothingYet = { report: null, fetchedAt: null } as const;

const states = {
  loading: aState({ ...nothingYet, loading: true }),
  loaded: aState(),
  'loading again': aState({ loading: true }),
  stale: aState({ fetchedAt: Date.now() - 2 * HOUR - 1000, problem }),
  failed: aState({ ...nothingYet, problem: refused }),
  sample: aState({ id: SAMPLE_ID, sample: true }),
} satisfies Record<string, CampaignState>;

describe('A campaign that is loading', () => {
  const row = rowOf(states.loading);

  it('says so, and has nothing to show yet', () => {
    assert.match(row.description ?? '', /^loading/i);
    assert.match(row.icon ?? '', /^loading/);
    assert.deepEqual(row.children, []);
  });

  it('keeps its last figures while it is asked for again', () => {
    const again = rowOf(states['loading again']);
    assert.match(again.icon ?? '', /^loading/);
    assert.equal(again.children.length, rowOf(states.loaded).children.length);
  });
});

describe('A campaign with an older answer', () => {
  const row = rowOf(states.stale);

  it('keeps its last good figures', () => {
    const labels = row.children.map(({ label }) => label);
    for (const label of rowOf(states.loaded).children.map((child) => child.label)) assert.ok(labels.includes(label));
    assert.match(row.description ?? '', /% replied/);
  });

  it('says how old they are and why they could not be refreshed', () => {
    assert.ok(tooltipOf(row).includes('2 hours ago'), tooltipOf(row));
    assert.ok(tooltipOf(row).includes(problem.message));
    assert.notEqual(row.icon, rowOf(states.loaded).icon);
    assert.notEqual(row.description, rowOf(states.loaded).description);
  });

  it('offers what helps', () => {
    const helps = row.children.find(({ label }) => label === problem.title);
    assert.equal(helps?.action, 'refresh');
  });
});

describe('A campaign that could not be loaded', () => {
  const row = rowOf(states.failed);

  it('says why, and offers what helps', () => {
    assert.ok(tooltipOf(row).includes(refused.message));
    assert.deepEqual(
      row.children.map(({ label, action }) => [label, action]),
      [[refused.title, 'setApiKey']],
    );
  });

  it('offers another workspace where it was refused in one of several', () => {
    const elsewhere = problemOf({ kind: 'forbidden', status: 403, inWorkspace: true });
    const [helps] = rowOf(aState({ ...nothingYet, problem: elsewhere })).children;
    assert.deepEqual([helps?.label, helps?.action], ['No access', 'selectWorkspace']);
    assert.match(helps?.description ?? '', /Select the workspace/);
  });

  it('looks different from one that was loaded, is loading, or is old', () => {
    const looks = ['loading', 'loaded', 'stale', 'failed', 'sample'] as const;
    assert.equal(new Set(looks.map((name) => rowOf(states[name]).icon)).size, looks.length);
  });
});

describe('The sample in the tree', () => {
  it('is marked as a sample, in its row, its tooltip and its spoken label', () => {
    const row = rowOf(states.sample);
    assert.match(row.description ?? '', /\bsample\b/i);
    assert.match(tooltipOf(row), /\bsample\b/i);
    assert.match(spokenLabel(row), /\bsample\b/i);
  });

  it('is the only one that is', () => {
    for (const row of withDescendants(rowOf(states.loaded))) assert.doesNotMatch(spokenLabel(row), /sample/i);
  });
});

describe('The menus of a row', () => {
  it('offer to unpin the pinned campaign, and to pin any other', () => {
    const pinned = campaignRow(states.loaded, formatFor('en'), { pinned: true }).contextValue;
    assert.deepEqual(
      commandsFor(pinned).filter((command) => command.includes('pin')),
      ['unpinCampaign'],
    );
    assert.ok(commandsFor(rowOf(states.loaded).contextValue).includes('pinCampaign'));
  });

  /** The commands that the manifest's `when` clauses give a row. */
  const commandsFor = (contextValue: string): string[] => {
    const offered = manifest.contributes.menus['view/item/context'].filter(({ when }) => {
      const pattern = /viewItem =~ \/(.+)\//.exec(when)?.[1];
      assert.ok(pattern, `“${when}” does not ask for a row’s context`);
      return new RegExp(pattern).test(contextValue);
    });
    return [...new Set(offered.map(({ command }) => command.replace('sendkit.', '')))].sort();
  };
  it('offer by the keyboard, in the menu, all that stands beside the row', () => {
    const items = manifest.contributes.menus['view/item/context'];
    const inMenu = items.filter(({ group }) => !group.startsWith('inline')).map(({ command }) => command);
    const beside = items.filter(({ group }) => group.startsWith('inline')).map(({ command }) => command);
    assert.ok(beside.length > 0, 'some actions stand beside a row');
    assert.deepEqual(
      beside.filter((command) => !inMenu.includes(command)),
      [],
    );
  });

  const withFigures = ['compareCampaigns', 'exportReport', 'newTestFile', 'openReportAsText', 'planTest'];
  const ofAny = [
    'copyCampaignId',
    'copyReportLink',
    'deleteHistory',
    'exportHistory',
    'openReport',
    'pinCampaign',
    'refreshCampaign',
    'removeCampaign',
  ];

  for (const [name, commands] of [
    ['loading', ['cancelLoading', 'openReport', 'removeCampaign']],
    ['loading again', ['cancelLoading', 'openReport', 'removeCampaign', ...withFigures].sort()],
    ['loaded', [...ofAny, ...withFigures].sort()],
    ['stale', [...ofAny, ...withFigures].sort()],
    ['failed', ofAny],
    ['sample', ['openReport', 'removeCampaign', ...withFigures].sort()],
  ] as const) {
    it(`of a campaign that is ${name} offer ${commands.join(', ')}`, () => {
      assert.deepEqual(commandsFor(rowOf(states[name]).contextValue), [...commands]);
    });

    it(`offer nothing below a campaign that is ${name}`, () => {
      const [, ...rows] = withDescendants(rowOf(states[name]));
      for (const row of rows) assert.deepEqual(commandsFor(row.contextValue), [], row.label);
    });
  }
});
