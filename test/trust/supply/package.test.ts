import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../harness/cache';
import { packageRelease } from '../../harness/packageRelease';
import { LANGUAGES } from '../../unit/languages/bundles';
import { tried } from '../tried';
import { unzip } from './zip';

const files = tried('Files of the package are meant to be in it');

/** All that is published. A file more is a decision, and belongs here. */
const PUBLISHED = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/readme.md',
  'extension/package.json',
  'extension/package.nls.json',
  ...LANGUAGES.flatMap((language) => [
    `extension/package.nls.${language}.json`,
    `extension/l10n/bundle.l10n.${language}.json`,
  ]),
  'extension/dist/THIRD_PARTY_NOTICES',
  'extension/dist/app.js',
  'extension/dist/extension.js',
  'extension/dist/nodeFetch.js',
  'extension/dist/report/report-frame.css',
  'extension/dist/report/report.js',
  'extension/media/export.css',
  'extension/media/icon.png',
  'extension/media/report-dark.svg',
  'extension/media/report-light.svg',
  'extension/media/report.schema.json',
  'extension/media/sendkit.svg',
  'extension/media/test.schema.json',
  'extension/media/testFile/grammar.json',
  'extension/media/testFile/language.json',
  'extension/media/walkthrough/campaign.svg',
  'extension/media/walkthrough/key.svg',
  'extension/media/walkthrough/report.svg',
];

/** What only somebody who builds it has, or whoever watches it run. */
const TRACES = ['sourceMappingURL', root, '/test/', 'sk_test', 'debugger;'];
const A_MODULE = /node_modules\/[\w@]/;

describe('The package', function () {
  this.timeout(60_000);

  let published: Map<string, Buffer>;

  before(async () => {
    published = await unzip(await packageRelease());
  });

  it('holds what is published, and nothing else', () => {
    assert.deepEqual([...published.keys()].sort(), [...PUBLISHED].sort());
    for (const name of published.keys()) files.that(() => assert.ok(PUBLISHED.includes(name), name));
  });

  it('holds no trace of where it was built or tested', () => {
    for (const [name, content] of published) {
      if (!/\/dist\/.*\.(js|css)$/.test(name)) continue;
      const found = TRACES.filter((trace) => content.includes(trace));
      assert.deepEqual(found, [], name);
      assert.doesNotMatch(content.toString('utf8'), A_MODULE, name);
    }
  });

  it('has every language that there is', async () => {
    const bundles = (await readdir(join(root, 'l10n'))).filter((name) => name !== 'bundle.l10n.json');
    assert.equal(bundles.length, LANGUAGES.length);
  });
});
