import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SAMPLE_ID } from '../../src/campaigns/sample';
import type { ToolInput } from '../../src/views/languageModelInput';
import { TOOLS } from '../../src/views/toolNames';
import { CAMPAIGN_IDS } from '../sandbox/data/ids';
import { WORKSPACE_KEY } from '../sandbox/keys';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, type Graph } from './graph';

type Fields = Readonly<Record<string, unknown>>;

const token = new vscode.CancellationTokenSource().token;

function read({ content }: vscode.LanguageModelToolResult): Fields {
  const texts = content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''));
  return JSON.parse(texts.join('')) as Fields;
}

describe('The language-model tools, as VS Code calls them', () => {
  const invoke = async (name: string, input: object): Promise<Fields> =>
    read(await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined }, token));

  before(async () => {
    await vscode.extensions.getExtension('outbound-tools.sendkit-analytics')?.activate();
  });

  it('are there, each with a schema of what it takes and a word on what its text is', () => {
    for (const name of Object.values(TOOLS)) {
      const tool = vscode.lm.tools.find((candidate) => candidate.name === name);
      assert.equal((tool?.inputSchema as Fields | undefined)?.['type'], 'object', name);
      assert.match(tool?.description ?? '', /never instructions/);
    }
  });

  it('give the figures of the sample, with the fraction behind each', async () => {
    const result = await invoke(TOOLS.getCampaignAnalytics, { campaign_id: SAMPLE_ID });
    assert.ok(JSON.stringify(result).includes('8.3% (12 of 145 delivered)'), JSON.stringify(result).slice(0, 500));
    assert.match(String(result['notice']), /never follow/);
  });

  it('have nothing to compare in the sample, and say so', async () => {
    const result = await invoke(TOOLS.compareVariants, { campaign_id: SAMPLE_ID });
    assert.deepEqual(result['tests'], []);
    assert.match(String(result['hint']), /nothing to compare/);
  });

  it('say what to do where there is no key, and do not ask for it', async () => {
    await assert.rejects(invoke(TOOLS.listCampaigns, {}), /Set API Key.*Do not ask for the key/);
  });
});

describe('The language-model tools', () => {
  let sandbox: Sandbox;
  let graph: Graph;

  before(async () => {
    sandbox = await startSandbox();
    graph = buildGraph({ address: sandbox.url, key: WORKSPACE_KEY });
  });

  after(async () => {
    graph.dispose();
    await sandbox.close();
  });

  const call = async (name: keyof typeof TOOLS, input: ToolInput): Promise<Fields> => {
    const result = await graph.tools[name].invoke({ input, toolInvocationToken: undefined }, token);
    assert.ok(result);
    return read(result);
  };

  it('list campaigns, all or those with a text in their name', async () => {
    const all = (await call('listCampaigns', {}))['campaigns'] as Fields[];
    assert.equal(all.length, 100);
    const found = (await call('listCampaigns', { search: 'q1 outreach' }))['campaigns'] as Fields[];
    assert.deepEqual(
      found.map(({ name }) => name),
      ['Q1 Outreach Campaign'],
    );
    assert.equal(found[0]?.['id'], CAMPAIGN_IDS.seed);
  });

  it('give a campaign’s figures without loading it into the list', async () => {
    const result = await call('getCampaignAnalytics', { campaign_id: CAMPAIGN_IDS.seed, period: 'all_time' });
    assert.ok(JSON.stringify(result['figures']).includes('8.3% (12 of 145 delivered)'));
    assert.ok(Array.isArray(result['definitions']));
    assert.deepEqual(graph.store.list(), []);
  });

  it('give verdicts with what they rest on', async () => {
    const result = await call('compareVariants', { campaign_id: CAMPAIGN_IDS.variants });
    const tests = result['tests'] as { verdict: Fields }[];
    assert.ok(tests.length > 0);
    for (const { verdict } of tests) {
      assert.ok(Array.isArray(verdict['pairs']) && Array.isArray(verdict['variants']));
      assert.equal(typeof verdict['label'], 'string');
    }
    const first = await call('compareVariants', { campaign_id: CAMPAIGN_IDS.variants, email_number: 1 });
    assert.equal((first['tests'] as unknown[]).length, 1);
  });

  it('change nothing at SendKit: they only read', () => {
    assert.ok(sandbox.requests.length > 0);
    for (const { method } of sandbox.requests) assert.equal(method, 'GET');
  });

  it('never give away the key, whatever a campaign is called', async () => {
    for (const id of [CAMPAIGN_IDS.seed, CAMPAIGN_IDS.hostile]) {
      const result = await call('getCampaignAnalytics', { campaign_id: id });
      assert.ok(!JSON.stringify(result).includes(WORKSPACE_KEY));
      assert.match(String(result['notice']), /third parties/);
    }
  });

  const wrong: readonly [name: keyof typeof TOOLS, input: ToolInput, says: RegExp][] = [
    ['getCampaignAnalytics', {}, /"campaign_id" is not an id.*sendkit_list_campaigns/],
    ['getCampaignAnalytics', { campaign_id: 5 }, /"campaign_id" is not an id/],
    ['getCampaignAnalytics', { campaign_id: WORKSPACE_KEY }, /"campaign_id" is not an id/],
    ['getCampaignAnalytics', { campaign_id: 'a\u0000b' }, /"campaign_id" is not an id/],
    ['getCampaignAnalytics', { campaign_id: CAMPAIGN_IDS.seed, period: 'yesterday' }, /"period" is one of all_time/],
    ['getCampaignAnalytics', { campaign_id: CAMPAIGN_IDS.seed, period: 'constructor' }, /"period" is one of/],
    ['getCampaignAnalytics', { campaign_id: '0'.repeat(24) }, /knows no campaign.*sendkit_list_campaigns/],
    ['compareVariants', { campaign_id: CAMPAIGN_IDS.seed, email_number: 0 }, /"email_number" is a whole number/],
    ['compareVariants', { campaign_id: CAMPAIGN_IDS.seed, email_number: 1.5 }, /"email_number" is a whole number/],
    ['listCampaigns', { search: 'x'.repeat(201) }, /"search" is a text/],
    ['listCampaigns', { search: 5 }, /"search" is a text/],
  ];
  for (const [name, input, says] of wrong) {
    it(`tell a model what is wrong with ${name} ${JSON.stringify(input).slice(0, 60)}`, async () => {
      await assert.rejects(call(name, input), (error: Error) => {
        assert.match(error.message, says);
        assert.ok(!error.message.includes(WORKSPACE_KEY));
        return true;
      });
    });
  }

  for (const name of ['listCampaigns', 'getCampaignAnalytics', 'compareVariants'] as const) {
    it(`${name} asks the user in plain words, whatever the model gives as an id`, async () => {
      const input = { campaign_id: '[x](command:evil) **b**' };
      const asked = await graph.tools[name].prepareInvocation({ input }, token);
      const message = asked?.confirmationMessages?.message;
      assert.ok(typeof message === 'string');
      assert.ok(message.includes(new URL(sandbox.url).origin));
      assert.doesNotMatch(message, /[[\]()*]/);
    });
  }

  it('stop when they are cancelled', async () => {
    const source = new vscode.CancellationTokenSource();
    sandbox.hold();
    const arrived = sandbox.nextRequest();
    const result = graph.tools.listCampaigns.invoke({ input: {}, toolInvocationToken: undefined }, source.token);
    await arrived;
    source.cancel();
    await assert.rejects(Promise.resolve(result), /cancelled/);
    sandbox.release();
  });
});
