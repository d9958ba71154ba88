import assert from 'node:assert/strict';
import { comparisonKey, type ComparedCampaign } from '../../src/campaigns/comparisons';
import { SAMPLE_ID } from '../../src/campaigns/sample';
import { CAMPAIGN_IDS } from '../sandbox/data/ids';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, type Graph } from './graph';

const of = (...ids: string[]): ComparedCampaign[] =>
  ids.map((id) => ({ id, workspace: null, choice: { kind: 'all' } }));

describe('Compared campaigns', () => {
  let sandbox: Sandbox;
  let graph: Graph;

  beforeEach(async () => {
    sandbox = await startSandbox();
    graph = buildGraph({ address: sandbox.url, key: sandbox.key });
  });

  afterEach(async () => {
    graph.dispose();
    await sandbox.close();
  });

  const stateOf = (compared: readonly ComparedCampaign[]) => graph.comparisons.get(comparisonKey(compared));

  it('are read side by side without loading them into the list, with the workspace’s rate to sort by', async () => {
    const compared = of(CAMPAIGN_IDS.seed, CAMPAIGN_IDS.variants, CAMPAIGN_IDS.subsequences);
    const loading = graph.comparisons.load(compared);
    assert.equal(stateOf(compared)?.loading, true);
    await loading;
    const { comparison, problem, loading: stillLoading } = stateOf(compared) ?? {};
    assert.deepEqual([problem, stillLoading], [null, false]);
    assert.ok(comparison);
    assert.deepEqual(
      comparison.subjects.map(({ campaign }) => campaign.name),
      ['Q1 Outreach Campaign', 'Founders, two openings', 'Trials that went quiet'],
    );
    assert.equal(comparison.subjects[0]?.figures.replied.count, 12);
    assert.equal(comparison.prior?.from, 'workspace');
    assert.deepEqual(graph.store.list(), []);
    assert.ok(sandbox.mostInFlight <= 3);
  });

  it('may be two periods of one campaign, each asked for with its days', async () => {
    const periods = [
      { kind: 'custom', from: '2025-06-01', to: '2025-06-15' },
      { kind: 'custom', from: '2025-06-16', to: '2025-06-30' },
    ] as const;
    const compared = periods.map((choice) => ({ id: CAMPAIGN_IDS.seed, workspace: null, choice }));
    await graph.comparisons.load(compared);
    const asked = sandbox.requests.filter(({ path }) => path.includes(`/${CAMPAIGN_IDS.seed}/analytics?`));
    assert.equal(asked.length, 2);
    assert.deepEqual(
      stateOf(compared)?.comparison?.subjects.map(({ period }) => period.from),
      ['2025-06-01', '2025-06-16'],
    );
  });

  it('stay as they were when one cannot be read, and say why', async () => {
    const compared = of(CAMPAIGN_IDS.seed, CAMPAIGN_IDS.variants);
    await graph.comparisons.load(compared);
    const before = stateOf(compared)?.comparison;
    sandbox.fail('http-401');
    await graph.comparisons.load(compared);
    const after = stateOf(compared);
    assert.equal(after?.comparison, before);
    assert.equal(after?.problem?.kind, 'unauthorized');
    assert.equal(after.loading, false);
  });

  it('follow the setting of what rates are of, without asking anew', async () => {
    const compared = of(CAMPAIGN_IDS.seed, CAMPAIGN_IDS.variants);
    await graph.comparisons.load(compared);
    const replied = () => stateOf(compared)?.comparison?.subjects[0]?.figures.replied.rate?.denominator;
    assert.equal(replied(), 145);
    sandbox.fail('http-401');
    await graph.comparisons.load(compared);
    sandbox.forgetRequests();
    graph.settings.setRateBase('sent');
    assert.equal(replied(), 150, 'also of what stays while nothing new can be read');
    assert.equal(stateOf(compared)?.comparison?.rateBase, 'sent');
    assert.equal(stateOf(compared)?.comparison?.prior?.from, 'workspace');
    assert.equal(stateOf(compared)?.problem?.kind, 'unauthorized');
    assert.deepEqual(sandbox.requests, []);
  });

  it('are those that can be read, when one of three is not there', async () => {
    const compared = of(CAMPAIGN_IDS.seed, CAMPAIGN_IDS.variants, '0'.repeat(24));
    await graph.comparisons.load(compared);
    assert.equal(stateOf(compared)?.comparison?.subjects.length, 2);
    assert.equal(stateOf(compared)?.problem?.kind, 'notFound');
  });

  it('need neither a key nor the network for the sample, and nothing is compared with it alone', async () => {
    const keyless = buildGraph({ address: sandbox.url });
    const compared = of(SAMPLE_ID, CAMPAIGN_IDS.seed);
    await keyless.comparisons.load(compared);
    assert.equal(keyless.comparisons.get(comparisonKey(compared))?.comparison, null);
    assert.equal(keyless.comparisons.get(comparisonKey(compared))?.problem?.kind, 'noKey');
    assert.deepEqual(sandbox.requests, []);
    keyless.dispose();
  });

  it('are given up when nobody looks any more', async () => {
    sandbox.hold();
    const arrived = sandbox.nextRequest();
    const compared = of(CAMPAIGN_IDS.seed, CAMPAIGN_IDS.variants);
    const loading = graph.comparisons.load(compared);
    await arrived;
    graph.comparisons.forget(comparisonKey(compared));
    await loading;
    assert.equal(stateOf(compared), undefined);
    sandbox.release();
  });
});
