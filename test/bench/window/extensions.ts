import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildRelease } from '../../harness/build';
import { root } from '../../harness/cache';
import { makeTemporaryFolder } from '../../harness/endings';
import { buildEarlier } from './earlier';

export const OURS = 'outbound-tools.sendkit-analytics';

/** What is installed beside ours: what can be measured against, and what measures. */
const FIXTURES = ['empty', 'minimal', 'floor', 'probe'] as const;

const installed = new Map<string | null, Promise<string>>();

/**
 * A folder of installed extensions: what is published of ours, now or as of an earlier commit, and the fixtures. Made once;
 * nobody writes there.
 */
export function extensionsFolder(commit: string | null = null): Promise<string> {
  const known = installed.get(commit);
  if (known) return known;
  const folder = install(commit);
  installed.set(commit, folder);
  return folder;
}

async function install(commit: string | null): Promise<string> {
  const folder = await makeTemporaryFolder('bench-extensions');
  for (const name of FIXTURES) {
    await cp(join(import.meta.dirname, '..', 'fixtures', name), join(folder, `bench.${name}-1.0.0`), {
      recursive: true,
    });
  }
  const checkout = commit === null ? root : await buildEarlier(commit);
  const dist = commit === null ? await buildRelease() : join(checkout, 'dist');
  const ours = join(folder, `${OURS}-0.1.0`);
  await mkdir(ours);
  const manifests = (await readdir(checkout)).filter((name) => /^package(\.nls.*)?\.json$/.test(name));
  for (const name of [...manifests, 'l10n', 'media']) {
    await cp(join(checkout, name), join(ours, name), { recursive: true });
  }
  await cp(dist, join(ours, 'dist'), { recursive: true });
  return folder;
}
