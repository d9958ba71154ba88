import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../harness/cache';
import { tried } from '../tried';

const locked = tried('Locked packages have a checksum and need no install script');
const actions = tried('Actions of the CI are pinned to a commit');

/** Packages that bring an install script, and why nothing is lost without it. */
const DO_WITHOUT: Readonly<Record<string, string>> = {
  esbuild: 'The program comes as a package for each platform; the script only makes its start quicker.',
  '@vscode/vsce-sign': 'The same; and nothing is signed here.',
  keytar: 'Keeps the token of who publishes, which is not done from here.',
};

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

describe('What the extension is built with', () => {
  it('is installed without running any script of it', async () => {
    assert.match(await read('.npmrc'), /^ignore-scripts=true$/m);
    const { packages } = JSON.parse(await read('package-lock.json')) as { packages: Record<string, Locked> };
    for (const [path, { integrity, resolved, hasInstallScript, link }] of Object.entries(packages)) {
      if (path === '') continue;
      locked.that(() => {
        const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
        assert.match(integrity ?? '', /^sha512-/, `${path} has a checksum`);
        assert.ok(resolved?.startsWith('https://registry.npmjs.org/') ?? true, `${path} is of the npm registry`);
        assert.ok(!link, `${path} is no link`);
        assert.ok(!hasInstallScript || name in DO_WITHOUT, `${path} has an install script`);
      });
    }
  });

  it('is not installed with it: what runs is bundled', async () => {
    const { dependencies, scripts } = JSON.parse(await read('package.json')) as {
      dependencies?: unknown;
      scripts: Record<string, string>;
    };
    assert.equal(dependencies, undefined);
    const atInstall = Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare|publish)$/.test(name));
    assert.deepEqual(atInstall, []);
  });

  it('is checked by a CI that may only read, with actions that cannot change', async () => {
    const folder = '.github/workflows';
    for (const name of await readdir(join(root, folder))) {
      const workflow = await read(join(folder, name));
      assert.match(workflow, /^permissions:\n {2}contents: read\n/m);
      assert.doesNotMatch(workflow, /pull_request_target|secrets\./);
      for (const [, used = ''] of workflow.matchAll(/uses: *(\S+)/g)) {
        actions.that(() => assert.match(used, /@[0-9a-f]{40}$/));
      }
    }
  });
});

function read(file: string): Promise<string> {
  return readFile(join(root, file), 'utf8');
}
