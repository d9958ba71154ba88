import { cp, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import type * as extension from '../../../src/extension';
import { buildRelease } from '../../harness/build';
import { makeTemporaryFolder } from '../../harness/endings';
import { FakeVSCode } from './fakeVSCode';

/** An extension that VS Code has installed, but not started. */
export interface Installed {
  readonly vscode: FakeVSCode;
  /** Its bundles; a test may take one away. */
  readonly folder: string;
  /** Reads the main file and calls `activate`, whose result is returned. */
  readonly activate: () => unknown;
  /** The bundles that have been evaluated. */
  readonly evaluated: () => string[];
}

/** Installs what is published, beside a `vscode` of its own. */
export async function installExtension(): Promise<Installed> {
  const home = await makeTemporaryFolder('installed');
  const folder = join(home, 'dist');
  await cp(await buildRelease(), folder, { recursive: true });
  const vscodeModule = join(home, 'node_modules', 'vscode', 'index.js');
  await mkdir(join(vscodeModule, '..'), { recursive: true });
  await writeFile(vscodeModule, '');

  const require = createRequire(join(folder, 'extension.js'));
  const vscode = new FakeVSCode();
  Object.assign(require(vscodeModule) as object, vscode.api);
  return {
    vscode,
    folder,
    activate: () => (require('./extension.js') as typeof extension).activate(vscode.context as never),
    evaluated: () =>
      Object.keys(require.cache)
        .map((file) => relative(folder, file))
        .filter((file) => !file.startsWith('..')),
  };
}
