import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests, TestRunFailedError } from '@vscode/test-electron';
import { buildExtension, bundleVSCodeTests } from './build';
import { cache, root } from './cache';
import type { Counts } from './counts';
import { makeTemporaryFolder, removeTemporaryFolder } from './endings';
import type { MochaRun } from './mochaRun';
import { withCountsFile } from './mochaSuite';
import type { ReleaseName } from './releases';

/** Runs test/vscode in the extension host of a VS Code that the npm registry holds. */
export function runInServer(release: ReleaseName, args: readonly string[]): Promise<Counts> {
  return runInExtensionHost(join(import.meta.dirname, 'launcher'), [`--vscode-release=${release}`], args);
}

/** Runs the same in the desktop VS Code, which is downloaded if it is not there yet. */
export async function runOnDesktop(version: string, args: readonly string[]): Promise<Counts> {
  const executable = await downloadAndUnzipVSCode({ version, cachePath: join(cache, 'desktop') });
  return runInExtensionHost(executable, [], args);
}

async function runInExtensionHost(
  vscodeExecutablePath: string,
  launchArgs: readonly string[],
  args: readonly string[],
): Promise<Counts> {
  await buildExtension();
  const { runner, files } = await bundleVSCodeTests();
  const home = await makeTemporaryFolder('vscode-test');
  const workspace = join(home, 'workspace');
  await mkdir(workspace);
  try {
    return await withCountsFile(async (countsFile) => {
      const run: MochaRun = { files, timeout: 20_000, args, countsFile };
      try {
        await runTests({
          vscodeExecutablePath,
          extensionDevelopmentPath: root,
          extensionTestsPath: runner,
          launchArgs: [
            workspace,
            ...launchArgs,
            `--user-data-dir=${join(home, 'user')}`,
            `--extensions-dir=${join(home, 'extensions')}`,
          ],
          extensionTestsEnv: { SENDKIT_MOCHA_RUN: JSON.stringify(run) },
        });
        return true;
      } catch (error) {
        if (error instanceof TestRunFailedError) return false;
        throw error;
      }
    });
  } finally {
    removeTemporaryFolder(home);
  }
}
