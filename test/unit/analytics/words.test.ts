import assert from 'node:assert/strict';
import { FIGURE_NAMES } from '../../../src/analytics/figures';
import { campaignStatus, definitions, figureLabel, stepName, variantName } from '../../../src/analytics/words';

describe('Words', () => {
  it('name the seven figures', () => {
    assert.deepEqual(
      FIGURE_NAMES.map((name) => figureLabel(name).toLowerCase()),
      [...FIGURE_NAMES],
    );
  });

  it('name e-mails by rank and variants by label', () => {
    assert.equal(stepName({ rank: 1 }), 'Email 1');
    assert.equal(stepName({ rank: 12 }), 'Email 12');
    assert.ok(variantName({ label: 'B' }).includes('B'));
    assert.ok(variantName({ label: '7' }).includes('7'));
    assert.equal(variantName({ label: null }), 'Main');
  });

  it('name a campaign’s status, and show an unknown one as it came', () => {
    for (const status of ['draft', 'active', 'paused', 'completed', 'archived']) {
      assert.equal(campaignStatus(status).toLowerCase(), status);
    }
    for (const status of ['on fire', '__proto__', 'constructor', '<i>x</i>']) {
      assert.equal(campaignStatus(status), status);
    }
    assert.ok(campaignStatus(null).length > 0);
    assert.notEqual(campaignStatus(null), 'null');
  });

  for (const rateBase of ['delivered', 'sent'] as const) {
    it(`define every rate of a report over ${rateBase}`, () => {
      const all = definitions({ rateBase });
      const terms = all.map(({ term }) => term.toLowerCase());
      for (const rate of ['deliver', 'bounce', 'open', 'click', 'repl', 'unsubscribe', 'click-to-open', 'lead']) {
        assert.ok(
          terms.some((term) => term.includes(rate)),
          `${rate} is not defined`,
        );
      }
      for (const { meaning } of all) assert.doesNotMatch(meaning, /undefined|null|\{\d*\}/);
      const meaningOf = (word: string) => all.find(({ term }) => term.toLowerCase().includes(word))?.meaning ?? '';
      assert.ok(meaningOf('open').includes(rateBase));
      assert.ok(meaningOf('bounce').includes('sent'));
    });
  }

  it('do not define the same terms alike over delivered and over sent', () => {
    assert.notDeepEqual(definitions({ rateBase: 'delivered' }), definitions({ rateBase: 'sent' }));
  });
});
