import assert from 'node:assert/strict';
import { withoutIcons, withoutLinks } from '../../../src/views/plainText';

/** What VS Code finds in a notification. */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

describe('Text of the API', () => {
  it('becomes no icon in a picker or in the status bar', () => {
    assert.doesNotMatch(withoutIcons('$(verified) $$(shield) $($(x))'), /\$\(/);
    assert.equal(withoutIcons('Costs $5 (net)'), 'Costs $5 (net)');
  });

  it('becomes no link in a notification, to a page or a command', () => {
    for (const text of ['[x](command:trust.pwned)', '[x](https://evil.invalid "y")', '[x](file:///etc/passwd)']) {
      assert.match(text, LINK);
      assert.doesNotMatch(withoutLinks(text), LINK);
    }
    assert.equal(withoutLinks('Q1 [new] (EMEA)'), 'Q1 [new] (EMEA)');
  });
});
