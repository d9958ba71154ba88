import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCampaignId } from '../../../src/campaigns/campaignId';
import { campaignIdFlaw } from '../../../src/sendkit/campaignId';

const SEED_ID = '665a1b2c3d4e5f6a7b8c9d0e';

const accepted: readonly [input: string, id: string][] = [
  [SEED_ID, SEED_ID],
  [`  ${SEED_ID}\n`, SEED_ID],
  [`\ufeff${SEED_ID}\u00a0`, SEED_ID],
  ['example_string', 'example_string'],
  ['../account', '../account'],
  ['...', '...'],
  ['%2e%2e', '%2e%2e'],
  ['a b', 'a b'],
  ['task_force_of_founders', 'task_force_of_founders'],
  ['Größe/日本', 'Größe/日本'],
  ['x'.repeat(200), 'x'.repeat(200)],
  [`/v1/campaigns/${SEED_ID}/analytics`, SEED_ID],
  [`/campaigns/${SEED_ID}`, SEED_ID],
  [`https://api.sendkit.ai/v1/campaigns/${SEED_ID}/analytics?from=2025-01-01#x`, SEED_ID],
  [`https://app.example/#/campaigns/${SEED_ID}`, SEED_ID],
  [`https://app.example/campaigns/${SEED_ID}?next=/campaigns/other`, SEED_ID],
  [`look at https://app.example/campaigns/${SEED_ID} please`, SEED_ID],
  ['https://app.example/campaigns/..%2Faccount', '../account'],
  ['https://app.example/campaigns/100%', '100%'],
  [`https://app.example/campaigns/${SEED_ID}?${'long=1&'.repeat(2_000)}`, SEED_ID],
];

const refused: readonly [what: string, input: unknown, reason: RegExp][] = [
  ['nothing', '', /^Enter/],
  ['white space', ' \t\n\u00a0', /^Enter/],
  ['what is no text', 42, /^Enter/],
  ['undefined', undefined, /^Enter/],
  ['201 characters', 'x'.repeat(201), /200/],
  ['10 kB', 'x'.repeat(10_000), /200/],
  ['a line break inside', 'a\nb', /control/],
  ['NUL', 'a\u0000b', /control/],
  ['an override of the reading direction', 'a\u202eb', /control/],
  ['a zero-width space', 'a\u200bb', /control/],
  ['a lone surrogate', 'a\ud800b', /control/],
  ['a control character in an address', 'https://app.example/campaigns/a%00b', /control/],
  ['one dot', '.', /“\.”/],
  ['two dots', ' .. ', /“\.”/],
  ['two dots in an address', 'https://app.example/campaigns/%2e%2e/analytics', /“\.”/],
  ['an address without an id', 'https://api.sendkit.ai/v1/workspaces', /no campaign id/],
  ['an address that ends before the id', 'https://app.example/campaigns/', /no campaign id/],
  ['a path that ends before the id', '/campaigns/', /no campaign id/],
  ['an address with a blank id', 'https://app.example/campaigns/%20', /^Enter/],
  ['what looks like a workspace key', 'sk_0123456789abcdef', /API key/],
  ['what looks like a key behind a letter', 'xsk_live_0123456789abcdef', /API key/],
  ['what looks like a platform key', 'sk_user_0123456789abcdef', /API key/],
];

/** Also what is no Unicode: lone surrogates. */
const anyText = fc.oneof(
  fc.string(),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
);

describe('parseCampaignId', () => {
  for (const [input, id] of accepted) {
    it(`reads ${JSON.stringify(input.slice(0, 80))}`, () => {
      assert.deepEqual(parseCampaignId(input), { ok: true, id });
    });
  }

  for (const [what, input, reason] of refused) {
    it(`refuses ${what}`, () => {
      const parsed = parseCampaignId(input);
      assert.equal(parsed.ok, false);
      assert.match(parsed.reason, reason);
      assert.match(parsed.reason, /\.$/);
    });
  }

  it('gives ids that a request’s path carries unchanged', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '/campaigns/'), anyText, (prefix, text) => {
        const parsed = parseCampaignId(prefix + text);
        if (!parsed.ok) return;
        assert.equal(campaignIdFlaw(parsed.id), undefined);
        const path = `/v1/campaigns/${encodeURIComponent(parsed.id)}/analytics`;
        assert.equal(new URL(`https://api.sendkit.ai${path}`).pathname, path);
      }),
      { numRuns: 500 },
    );
  });
});
