import { execFile } from 'node:child_process';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildRelease } from './build';
import { root } from './cache';
import { makeTemporaryFolder } from './endings';

const run = promisify(execFile);

/** What the package is made of, beside `dist`, the manifest and its languages. */
const SOURCES = ['.vscodeignore', 'README.md', 'CHANGELOG.md', 'LICENSE', 'l10n', 'media'];

/** Packages what is published, as `npm run package` does but in a folder of its own; returns the package's path. */
export async function packageRelease(): Promise<string> {
  const home = await makeTemporaryFolder('package');
  const languages = (await readdir(root)).filter((name) => /^package\.nls\..*json$/.test(name));
  for (const name of [...SOURCES, ...languages]) await cp(join(root, name), join(home, name), { recursive: true });
  await cp(await buildRelease(), join(home, 'dist'), { recursive: true });
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as object;
  // Without the scripts, of which one would build into `dist` of the checkout.
  await writeFile(join(home, 'package.json'), JSON.stringify({ ...manifest, scripts: undefined }));

  const vsix = join(home, 'release.vsix');
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await run(process.execPath, [vsce, 'package', ...options, '--out', vsix], { cwd: home });
  return vsix;
}
