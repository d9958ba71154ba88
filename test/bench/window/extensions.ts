import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildRelease } from '../../harness/build';
import { root } from '../../harness/cache';
import { makeTemporaryFolder } from '../../harness/endings';

export const OURS = 'outbound-tools.sendkit-analytics';

/** What is installed beside ours: what can be measured against, and what measures. */
export const FIXTURES = ['empty', 'minimal', 'floor', 'probe'] as const;

let installed: Promise<string> | undefined;

/** A folder of installed extensions: what is published of ours, and the fixtures. Made once; nobody writes there. */
export function extensionsFolder(): Promise<string> {
  installed ??= install();
  return installed;
}

async function install(): Promise<string> {
  const folder = await makeTemporaryFolder('bench-extensions');
  for (const name of FIXTURES) {
    await cp(join(import.meta.dirname, '..', 'fixtures', name), join(folder, `bench.${name}-1.0.0`), {
      recursive: true,
    });
  }
  const ours = join(folder, `${OURS}-0.1.0`);
  await mkdir(ours);
  const manifests = (await readdir(root)).filter((name) => /^package(\.nls.*)?\.json$/.test(name));
  for (const name of [...manifests, 'l10n', 'media']) await cp(join(root, name), join(ours, name), { recursive: true });
  await cp(await buildRelease(), join(ours, 'dist'), { recursive: true });
  return folder;
}
