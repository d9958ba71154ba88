import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
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
  await installRegistering(folder);
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

/** An extension that declares what ours does under names of its own, and registers that with nothing behind it. */
async function installRegistering(folder: string): Promise<void> {
  const ours = await readFile(join(root, 'package.json'), 'utf8');
  const { engines, activationEvents, contributes } = JSON.parse(
    ours.replace(/sendkit(?!\.svg)/g, 'benched'),
  ) as Manifest;
  const { commands, viewsContainers, views, languageModelTools, mcpServerDefinitionProviders } = contributes;
  const place = join(folder, 'bench.registering-1.0.0');
  await cp(join(root, 'media'), join(place, 'media'), { recursive: true });
  await writeFile(
    join(place, 'package.json'),
    JSON.stringify({
      ...{ publisher: 'bench', name: 'registering', version: '1.0.0', main: './extension.cjs' },
      ...{ engines, activationEvents },
      contributes: { commands, viewsContainers, views, languageModelTools, mcpServerDefinitionProviders },
    }),
  );
  const names = {
    commands: commands.map(({ command }) => command),
    views: Object.values(views).flatMap((inContainer) => inContainer.map(({ id }) => id)),
    tools: languageModelTools.map(({ name }) => name),
    mcp: mcpServerDefinitionProviders.map(({ id }) => id),
  };
  const code = await readFile(join(import.meta.dirname, '..', 'fixtures', 'registering', 'extension.cjs'), 'utf8');
  await writeFile(join(place, 'extension.cjs'), `const names = ${JSON.stringify(names)};\n${code}`);
}

interface Manifest {
  readonly engines: unknown;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly viewsContainers: unknown;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly languageModelTools: readonly { readonly name: string }[];
    readonly mcpServerDefinitionProviders: readonly { readonly id: string }[];
  };
}
