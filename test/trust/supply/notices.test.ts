import assert from 'node:assert/strict';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { thirdPartyNotices } from '../../../notices.mjs';
import { buildExtension, buildRelease } from '../../harness/build';
import { root } from '../../harness/cache';
import { makeTemporaryFolder } from '../../harness/endings';
import { tried } from '../tried';

const licences = tried('Packages in the bundles have their licence in THIRD_PARTY_NOTICES');

describe('THIRD_PARTY_NOTICES', function () {
  this.timeout(60_000);

  let notices: string;

  before(async () => {
    await buildExtension();
    notices = await readFile(join(await buildRelease(), 'THIRD_PARTY_NOTICES'), 'utf8');
  });

  it('names every package of which something is in the bundles, with its licence’s words', async () => {
    const packages = await bundledPackages();
    assert.ok(packages.length >= 8, packages.join());
    for (const name of packages) {
      await licences.that(async () => {
        const folder = join(root, 'node_modules', name);
        const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
        assert.ok(notices.includes(`\n${name} ${version} (`), `${name} is named`);
        const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
        const text = await readFile(
          file === undefined ? join(root, 'licenses', name, 'LICENSE') : join(folder, file),
          'utf8',
        );
        const words = text.slice(text.lastIndexOf('WARRANT')).trim().replaceAll(/\s+/g, ' ').replace(/\.$/, '');
        assert.ok(notices.replaceAll(/\s+/g, ' ').includes(words), `the licence of ${name} is there`);
        const holder = /^\s*(copyright \(c\).*)$/im.exec(text)?.[1];
        if (holder !== undefined) assert.ok(notices.includes(holder.trim()), holder);
      });
    }
  });

  it('has each text once', () => {
    for (const text of [
      'Permission is hereby granted',
      'Redistributions in binary form',
      'Attribution 4.0 International\n',
    ]) {
      assert.equal(notices.split(text).length - 1, 1, text);
    }
  });

  it('is the same for the same packages, in whatever order they were bundled', async () => {
    const folders = ['lit-html', '@vscode/l10n', 'valibot'].map((name) => `node_modules/${name}`);
    const one = await thirdPartyNotices([metafileOf(folders)], root);
    assert.equal(
      await thirdPartyNotices(
        folders.reverse().map((folder) => metafileOf([folder])),
        root,
      ),
      one,
    );
  });

  it('cannot be made where a package has no licence', async () => {
    const place = await makeTemporaryFolder('unlicensed');
    const folder = 'node_modules/valibot';
    await mkdir(join(place, 'node_modules'));
    await cp(join(root, folder), join(place, folder), { recursive: true });
    await rm(join(place, folder, 'LICENSE.md'));
    await assert.rejects(
      thirdPartyNotices([metafileOf([folder])], place),
      /valibot is in the bundles, and has no licence/,
    );
    await mkdir(join(place, 'licenses', 'valibot'), { recursive: true });
    await writeFile(join(place, 'licenses', 'valibot', 'LICENSE'), 'Do what you like.');
    assert.match(await thirdPartyNotices([metafileOf([folder])], place), /Do what you like/);
  });
});

/** By the source maps and the icons in the styles: another way than the build's own. */
async function bundledPackages(): Promise<string[]> {
  const scripts = ['app.js', 'extension.js', 'nodeFetch.js', 'report/report.js'];
  const maps = await Promise.all(scripts.map((script) => readFile(join(root, 'dist', `${script}.map`), 'utf8')));
  const sources = maps.flatMap((map) => (JSON.parse(map) as { sources: string[] }).sources);
  const inPackages = sources.map((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1]);
  return [...new Set([...inPackages, '@vscode/codicons'])].filter((name) => name !== undefined).sort();
}

/** What esbuild says of a bundle with one file of each of these folders. */
function metafileOf(folders: readonly string[]): Metafile {
  const inputs = Object.fromEntries(folders.map((folder) => [`${folder}/index.js`, { bytesInOutput: 1 }]));
  return { inputs: {}, outputs: { 'bundle.js': { bytes: 1, inputs, imports: [], exports: [] } } };
}
