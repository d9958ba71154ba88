import assert from 'node:assert/strict';
import { parseBaseUrl } from '../../../src/sendkit/origin';

const accepted: readonly [text: string, href: string][] = [
  ['https://api.sendkit.ai', 'https://api.sendkit.ai'],
  ['https://api.sendkit.ai/', 'https://api.sendkit.ai'],
  ['https://api.sendkit.ai///', 'https://api.sendkit.ai'],
  ['https://api.sendkit.ai:443', 'https://api.sendkit.ai'],
  ['https://api.sendkit.ai:8443', 'https://api.sendkit.ai:8443'],
  ['HTTPS://API.SendKit.AI', 'https://api.sendkit.ai'],
  ['https://proxy.example/sendkit/', 'https://proxy.example/sendkit'],
  ['https://proxy.example/a@b', 'https://proxy.example/a@b'],
  ['https://proxy.example/a/../b', 'https://proxy.example/b'],
  ['https://192.0.2.7', 'https://192.0.2.7'],
  ['https://[2001:DB8::1]:8443/x', 'https://[2001:db8::1]:8443/x'],
  // Hosts that are not what they look like are allowed, but shown as what they are.
  ['https://\u0430pi.sendkit.ai', 'https://xn--pi-6kc.sendkit.ai'],
  ['https://api.sendk\u0131t.ai', 'https://api.xn--sendkt-t9a.ai'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['https://api.sendkit.ai.evil.example', 'https://api.sendkit.ai.evil.example'],
  ['https://api.sendkit.ai%2eevil.example', 'https://api.sendkit.ai.evil.example'],
  ['https://\uff41pi.sendkit.ai', 'https://api.sendkit.ai'],
  // This computer, however it is spelt.
  ['http://localhost', 'http://localhost'],
  ['http://LOCALHOST:8765', 'http://localhost:8765'],
  ['http://127.0.0.1:8765/', 'http://127.0.0.1:8765'],
  ['http://127.1.2.3', 'http://127.1.2.3'],
  ['http://127.1', 'http://127.0.0.1'],
  ['http://2130706433', 'http://127.0.0.1'],
  ['http://0x7f000001', 'http://127.0.0.1'],
  ['http://0x7f.1', 'http://127.0.0.1'],
  ['http://0177.0.0.1', 'http://127.0.0.1'],
  ['http://[::1]:8765', 'http://[::1]:8765'],
  ['http://[0:0:0:0:0:0:0:1]', 'http://[::1]'],
  ['https://localhost', 'https://localhost'],
];

const refused: Record<string, readonly unknown[]> = {
  'no address': [undefined, null, 5, {}, ['https://api.sendkit.ai'], '', 'api.sendkit.ai', '//api.sendkit.ai', '/v1'],
  'not an address': ['https://', 'https:///', 'https://[::1', 'https://a:99999', 'https://%00', 'https://1.2.3.999'],
  'slashes that the parser would add': ['https:api.sendkit.ai', 'https:/api.sendkit.ai', 'https:///api.sendkit.ai'],
  'another scheme': ['ftp://api.sendkit.ai', 'file:///etc/hosts', 'javascript:alert(1)', 'wss://api.sendkit.ai'],
  'http beyond this computer': [
    'http://api.sendkit.ai',
    'http://localhost.evil.com',
    'http://127.0.0.1.evil.com',
    'http://127.0.0.1.nip.io',
    'http://evil.com/localhost',
    'http://sub.localhost',
    'http://localhos\u0442',
    'http://128.0.0.1',
    'http://0.0.0.0',
    'http://10.0.0.1',
    'http://2130706432.example',
    'http://[::]',
    'http://[::2]',
    'http://[::ffff:127.0.0.1]',
    'http://[::127.0.0.1]',
    'http://[fe80::1]',
  ],
  'user names and passwords': [
    'https://user@api.sendkit.ai',
    'https://user:secret@api.sendkit.ai',
    'https://@api.sendkit.ai',
    'https://:@api.sendkit.ai',
    'https://api.sendkit.ai@evil.com',
    'https://api.sendkit.ai:443@evil.com/',
    'http://localhost@evil.com',
    'http://evil.com@localhost',
  ],
  'a query or fragment': [
    'https://api.sendkit.ai?',
    'https://api.sendkit.ai/?a=b',
    'https://api.sendkit.ai#',
    'https://evil.com#@api.sendkit.ai',
    'https://evil.com?@api.sendkit.ai',
  ],
  'white space, control characters, backslashes': [
    ' https://api.sendkit.ai',
    'https://api.sendkit.ai ',
    'https://api.sendkit.ai\n',
    'https://api.send\tkit.ai',
    'https://api.sendkit.ai/a b',
    'https://api.sendkit.ai/\u0000',
    'https://api.sendkit.ai/\u202e',
    'https://api\u00ad.sendkit.ai',
    'https://api.sendkit.ai\u00a0',
    'https://api.sendkit.ai/\ud800',
    'https:\\\\api.sendkit.ai',
    'https://api.sendkit.ai\\@evil.com',
  ],
  'a dot at the end of the host': [
    'https://api.sendkit.ai.',
    'https://api.sendkit.ai.:443/v1',
    'https://api.sendkit.ai\u3002',
    'http://localhost.',
    'http://127.0.0.1./',
  ],
  'more than 2,000 characters': [`https://api.sendkit.ai/${'a'.repeat(2_000)}`],
};

describe('parseBaseUrl', () => {
  for (const [text, href] of accepted) {
    it(`reads ${JSON.stringify(text)} as ${href}`, () => {
      assert.deepEqual(parseBaseUrl(text), { ok: true, baseUrl: { href, origin: new URL(href).origin } });
    });
  }

  for (const [what, texts] of Object.entries(refused)) {
    it(`refuses ${what}`, () => {
      for (const text of texts) {
        const parsed = parseBaseUrl(text);
        assert.equal(parsed.ok, false, `accepted ${JSON.stringify(text)}`);
        assert.match(parsed.reason, /^[A-Z].*\.$/s);
      }
    });
  }

  it('gives addresses that it accepts again', () => {
    for (const [, href] of accepted) {
      assert.deepEqual(parseBaseUrl(href), { ok: true, baseUrl: { href, origin: new URL(href).origin } });
    }
  });
});
